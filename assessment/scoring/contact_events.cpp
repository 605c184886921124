#include "assessment/scoring/contact_events.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <variant>

namespace shift311::scoring {
namespace {

bool holds_text(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// Acts of the trainee that prove that the contact was taken up.
template <class T>
constexpr bool kTakesUp = std::is_same_v<T, journal::Answered> || std::is_same_v<T, journal::Taken> ||
                          std::is_same_v<T, journal::TraineeSaid> || std::is_same_v<T, journal::Replied> ||
                          std::is_same_v<T, journal::FieldEdited> || std::is_same_v<T, journal::Filed> ||
                          std::is_same_v<T, journal::TransferBegan> || std::is_same_v<T, journal::RequestChanged>;

}  // namespace

ContactEvents::ContactEvents(const journal::Journal& journal, ContactId contact) {
    for (const journal::Event& event : journal.events) {
        if (event.contact != contact) continue;
        last = {event.seq, event.at};
        std::visit(
            [&](const auto& act) {
                using T = std::decay_t<decltype(act)>;
                const Dated<T> dated{event.seq, event.at, &act};
                if (kTakesUp<T> && !answered) answered = Moment{event.seq, event.at};
                if constexpr (std::is_same_v<T, journal::Arrived>) {
                    if (!arrived) arrived = dated;
                } else if constexpr (std::is_same_v<T, journal::Abandoned>) {
                    abandoned = Moment{event.seq, event.at};
                } else if constexpr (std::is_same_v<T, journal::Ended>) {
                    if (!ended) ended = dated;
                } else if constexpr (std::is_same_v<T, journal::Wrapped>) {
                    wrapped = dated;
                } else if constexpr (std::is_same_v<T, journal::Filed>) {
                    filed = dated;
                } else if constexpr (std::is_same_v<T, journal::CallerSaid>) {
                    caller.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::MoodChanged>) {
                    moods.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::TraineeSaid>) {
                    trainee.push_back({event.seq, event.at, &act.text, &act.heard, act.over_caller, act.lasts, false});
                } else if constexpr (std::is_same_v<T, journal::Replied>) {
                    trainee.push_back({event.seq, event.at, &act.text, &act.heard, false, 0, true});
                } else if constexpr (std::is_same_v<T, journal::ServiceChosen>) {
                    services.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::FieldEdited>) {
                    edits.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::LookedUp>) {
                    look_ups.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::Opened>) {
                    opened.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::HoldBegan>) {
                    holds.push_back({event.seq, 0, event.at, event.at});
                } else if constexpr (std::is_same_v<T, journal::HoldEnded>) {
                    if (!holds.empty() && holds.back().ended_seq == 0) {
                        holds.back().ended_seq = event.seq;
                        holds.back().ended = event.at;
                    }
                } else if constexpr (std::is_same_v<T, journal::TransferBegan>) {
                    transfers.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::TransferAnswered>) {
                    transfer_answers.push_back(dated);
                } else if constexpr (std::is_same_v<T, journal::RequestChanged>) {
                    changes.push_back(dated);
                }
            },
            event.act);
    }
    // A caller left on hold waited until the conversation was over, or until the journal breaks off.
    for (Hold& hold : holds) {
        if (hold.ended_seq == 0) hold.ended = std::max(hold.began, ended ? ended->at : last.at);
    }
}

std::string ContactEvents::when(Millis at) const {
    const Millis start = answered ? answered->at : arrived ? arrived->at : 0;
    return journal::clock_text(std::max<Millis>(0, at - start));
}

Moment ContactEvents::told(std::string_view fact) const {
    if (fact.empty()) return {};
    if (arrived && holds_text((*arrived)->tells, fact)) return {arrived->seq, arrived->at};
    for (const auto& line : caller) {
        if (holds_text(line->tells, fact)) return {line.seq, line.at};
    }
    return {};
}

std::string ContactEvents::value(std::string_view field) const {
    if (filed) {
        const auto found = (*filed)->fields.find(std::string(field));
        if (found != (*filed)->fields.end()) return found->second;
    }
    const Seq at = written_at(field);
    for (const auto& edit : edits) {
        if (edit.seq == at) return edit->value;
    }
    return {};
}

Seq ContactEvents::written_at(std::string_view field) const {
    const bool in_request = filed && (*filed)->fields.contains(std::string(field));
    Seq at = 0;
    for (const auto& edit : edits) {
        if (edit->field == field && !(in_request && edit.seq > filed->seq)) at = edit.seq;
    }
    return at;
}

std::vector<std::string> ContactEvents::fields() const {
    std::set<std::string> names;
    for (const auto& edit : edits)
        names.insert(edit->field);
    if (filed) {
        for (const auto& [name, text] : (*filed)->fields)
            names.insert(name);
    }
    return {names.begin(), names.end()};
}

std::vector<PhraseSaid> ContactEvents::said(std::string_view phrase) const {
    std::vector<PhraseSaid> times;
    for (const TraineeLine& line : trainee) {
        for (std::size_t i = 0; i < line.heard->size(); ++i) {
            if ((*line.heard)[i] == phrase) times.push_back({line.seq, line.at, i});
        }
    }
    return times;
}

std::vector<Seq> evidence(std::vector<Seq> seqs) {
    std::sort(seqs.begin(), seqs.end());
    seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
    std::erase(seqs, Seq{0});
    return seqs;
}

}  // namespace shift311::scoring
