#include "assessment/scoring/steps.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace shift311::scoring {
namespace {

using journal::Catalog;
constexpr Seq kNever = std::numeric_limits<Seq>::max();

std::string_view before_colon(std::string_view step) {
    return step.substr(0, step.find(':'));
}

/// A step without a colon takes any id.
bool meant(std::string_view step, std::string_view id) {
    const std::size_t colon = step.find(':');
    return colon == std::string_view::npos || step.substr(colon + 1) == id;
}

void sort(std::vector<PhraseSaid>& times) {
    std::sort(times.begin(), times.end(), [](const PhraseSaid& a, const PhraseSaid& b) { return a.seq < b.seq; });
}

Done from(std::vector<PhraseSaid> times) {
    sort(times);
    const bool any = !times.empty();
    return {any, std::move(times)};
}

Done catalog(std::string_view step, const ContactEvents& events, std::initializer_list<Catalog> wheres, bool searching,
             bool opening, Seq until = kNever) {
    std::vector<PhraseSaid> times;
    const auto in = [wheres](Catalog where) { return std::find(wheres.begin(), wheres.end(), where) != wheres.end(); };
    // A search alone finds nothing in particular, so a step that names an id asks for the thing itself to be opened.
    if (searching && step.find(':') == std::string_view::npos) {
        for (const auto& look_up : events.look_ups) {
            if (in(look_up->where) && look_up.seq < until) times.push_back({look_up.seq, look_up.at, 0});
        }
    }
    if (opening) {
        for (const auto& opened : events.opened) {
            if (in(opened->where) && meant(step, opened->id) && opened.seq < until)
                times.push_back({opened.seq, opened.at, 0});
        }
    }
    return from(std::move(times));
}

/// The phrase has to be said for every hold, before it or after it.
Done around_holds(std::string_view phrase, const ContactEvents& events, bool before) {
    const std::vector<PhraseSaid> said = events.said(phrase);
    Done result{true, {}};
    Seq from = 0;
    for (std::size_t i = 0; i < events.holds.size(); ++i) {
        const Hold& hold = events.holds[i];
        if (!before) from = hold.ended_seq;
        const Seq next = i + 1 < events.holds.size() ? events.holds[i + 1].began_seq : kNever;
        const Seq until = before ? hold.began_seq : next;
        const auto found = std::find_if(said.begin(), said.end(),
                                        [&](const PhraseSaid& time) { return time.seq > from && time.seq < until; });
        if (found == said.end() || (!before && hold.ended_seq == 0)) return {};
        result.times.push_back(*found);
        from = hold.ended_seq;
    }
    return result;
}

Done before_transfer(const ContactEvents& events) {
    if (events.transfers.empty()) return {};
    std::vector<PhraseSaid> times;
    for (const PhraseSaid& time : events.said("announce_transfer")) {
        if (time.seq < events.transfers.back().seq) times.push_back(time);
    }
    return from(std::move(times));
}

Done after_pickup(const ContactEvents& events) {
    std::vector<PhraseSaid> times;
    if (events.transfer_answers.empty()) return {};
    for (const TraineeLine& line : events.trainee) {
        if (line.seq > events.transfer_answers.front().seq) times.push_back({line.seq, line.at, 0});
    }
    return from(std::move(times));
}

template <class Dateds, class Matches>
Done matching(const Dateds& list, Matches matches) {
    std::vector<PhraseSaid> times;
    for (const auto& dated : list) {
        if (matches(*dated.act)) times.push_back({dated.seq, dated.at, 0});
    }
    return from(std::move(times));
}

}  // namespace

const ActStep* find_act_step(std::string_view step) {
    const std::string_view id = before_colon(step);
    const bool with_id = id.size() < step.size();
    for (const ActStep& act : kActSteps) {
        if (act.id != id) continue;
        return with_id && (act.after_colon.empty() || step.size() == id.size() + 1) ? nullptr : &act;
    }
    return nullptr;
}

Done done_step(std::string_view step, const ContactEvents& events) {
    const ActStep* act = find_act_step(step);
    if (act == nullptr) return from(events.said(step));
    const std::string_view id = act->id;
    if (id == "check_duplicates") {
        // Whoever looks after the request has gone out has not checked.
        Seq until = events.filed ? events.filed->seq : kNever;
        if (!events.changes.empty()) until = std::min(until, events.changes.front().seq);
        return catalog(step, events, {Catalog::near, Catalog::requests}, true, true, until);
    }
    if (id == "look_up_request") return catalog(step, events, {Catalog::requests, Catalog::near}, true, true);
    if (id == "open_request") return catalog(step, events, {Catalog::requests, Catalog::near}, false, true);
    if (id == "look_up_article") return catalog(step, events, {Catalog::articles}, true, true);
    if (id == "look_up_directory") return catalog(step, events, {Catalog::directory}, true, true);
    if (id == "choose_service") {
        return matching(events.services, [step](const journal::ServiceChosen& chosen) {
            return !chosen.service.empty() && meant(step, chosen.service);
        });
    }
    if (id == "take_notes") {
        return matching(events.edits,
                        [](const journal::FieldEdited& edit) { return edit.field == "notes" && !edit.value.empty(); });
    }
    if (id == "hold_asked") return around_holds("ask_hold", events, true);
    if (id == "hold_thanked") return around_holds("thank_hold", events, false);
    if (id == "transfer_announced") return before_transfer(events);
    if (id == "transfer") {
        return matching(events.transfers, [step](const journal::TransferBegan& t) { return meant(step, t.target); });
    }
    if (id == "brief_target") return after_pickup(events);
    if (id == "file_request") return events.filed ? Done{true, {{events.filed->seq, events.filed->at, 0}}} : Done{};
    if (id == "change_request") {
        return matching(events.changes, [step](const journal::RequestChanged& c) { return meant(step, c.reference); });
    }
    // send_reply
    if (events.ended && (*events.ended)->why == "replied") return {true, {{events.ended->seq, events.ended->at, 0}}};
    return {};
}

}  // namespace shift311::scoring
