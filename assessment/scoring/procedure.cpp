// Procedure: the steps that the contact called for, and their order.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/steps.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::scoring {
namespace {

/// The step by which a call taker shows that he has listened; questions are listening too.
constexpr std::string_view kParaphrase = "paraphrase";

/// Where the caller told unasked what the step would have asked for: "ask_cross_street" is met by the fact of that name
/// or by the one behind the field of that name. seq 0: not told.
Moment volunteered(std::string_view step, const Case& contact) {
    if (!step.starts_with("ask_")) return {};
    const std::string_view what = step.substr(4);
    Moment told = contact.events.told(what);
    for (const FieldKey& field : contact.key.fields) {
        if (told.seq == 0 && field.field == what) told = contact.events.told(field.fact);
    }
    return told;
}

struct Ordered {
    Seq seq = 0;
    std::size_t within = 0;
    std::size_t step = 0;  ///< index among the steps due
    Millis at = 0;
};

/// Longest run of steps in the due order among everything that was done: a step repeated later may count there.
std::vector<bool> in_order(const std::vector<Ordered>& done, std::size_t steps) {
    const std::size_t n = done.size();
    // best[i][s]: how many of the steps from s on can be met by done[i...].
    std::vector<std::vector<std::size_t>> best(n + 1, std::vector<std::size_t>(steps + 1, 0));
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t s = steps; s-- > 0;) {
            best[i][s] = std::max(best[i + 1][s], best[i][s + 1]);
            if (done[i].step == s) best[i][s] = std::max(best[i][s], best[i + 1][s + 1] + 1);
        }
    }
    std::vector<bool> kept(steps, false);
    for (std::size_t i = 0, s = 0; i < n && s < steps;) {
        if (done[i].step == s && best[i][s] == best[i + 1][s + 1] + 1) {
            kept[s] = true;
            ++i, ++s;
        } else if (best[i][s] == best[i][s + 1]) {
            ++s;
        } else {
            ++i;
        }
    }
    return kept;
}

/// "Did not greet the caller"; a label that is a question stays one.
std::string not_done(const std::string& label) {
    return label.ends_with('?') ? "Did not ask: " + label : "Did not " + lower_first(label);
}

void judge_order(const Case& contact, const std::vector<Step>& steps, const std::vector<Ordered>& done,
                 Scorecard& card) {
    std::vector<bool> any(steps.size(), false);
    for (const Ordered& one : done)
        any[one.step] = true;
    const std::vector<bool> kept = in_order(done, steps.size());
    const auto total = std::count(any.begin(), any.end(), true), right = std::count(kept.begin(), kept.end(), true);

    Finding finding;
    finding.criterion = "procedure.order";
    finding.competency = Competency::procedure;
    finding.possible = contact.rubric.order;
    finding.points = share(finding.possible, right, total);
    if (total == 0) {
        finding.title = "No step taken";
        finding.why = "None of the steps that this contact needs was taken.";
    } else if (right == total) {
        finding.title = "Steps in order";
        finding.why = "The steps that you took came in the order due.";
    } else {
        std::vector<std::string> late;
        std::vector<Seq> seqs;
        for (const Ordered& one : done) {
            if (kept[one.step] || !any[one.step]) continue;
            any[one.step] = false;  // its first time only
            late.push_back(lower_first(steps[one.step].label) + " at " + contact.events.when(one.at));
            seqs.push_back(one.seq);
        }
        finding.title =
            late.size() == 1 ? "One step out of order" : std::to_string(late.size()) + " steps out of order";
        finding.why = "Out of the order due: " + listed(late) + ".";
        finding.evidence = evidence(std::move(seqs));
    }
    card.findings.push_back(std::move(finding));
}

void judge_wrap_up(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    Finding finding;
    finding.criterion = "procedure.wrap_up";
    finding.competency = Competency::procedure;
    finding.possible = contact.rubric.wrap_up;
    if (events.wrapped && !(*events.wrapped)->disposition.empty()) {
        finding.points = finding.possible;
        finding.title = "Wrapped up";
        finding.why = "You wrapped the contact up with an outcome at " + events.when(events.wrapped->at) + ".";
        finding.evidence = {events.wrapped->seq};
    } else {
        finding.title = "Never wrapped up";
        finding.why = "The contact was never wrapped up: choose an outcome, so that it shows what became of it.";
        if (events.ended) finding.evidence = {events.ended->seq};
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_procedure(const Case& contact, Scorecard& card) {
    std::vector<Step> steps;
    std::set<std::string> seen;
    for (const Step& step : contact.key.steps) {
        if (!seen.insert(step.id).second) continue;
        steps.push_back(step);
        if (step.label.empty()) steps.back().label = upper_first(in_words(step.id));
    }
    std::vector<Ordered> order;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const std::string& label = step.label;
        const Done done = done_step(step.id, contact.events);
        const Moment told = volunteered(step.id, contact);
        Finding finding;
        finding.criterion = "step." + step.id;
        const bool listening = step.id == kParaphrase || step.id.starts_with("ask_");
        finding.competency = listening ? Competency::listening : Competency::procedure;
        finding.possible = contact.rubric.step;
        if (done.done) {
            finding.points = finding.possible;
            finding.title = label;
            const std::string done_at = done.times.empty() ? "" : contact.events.when(done.times.front().at) + ".";
            finding.why = done.times.empty()     ? label + ": there was no occasion for it."
                          : label.ends_with('?') ? "Asked \"" + label + "\" at " + done_at
                                                 : label + ": done at " + done_at;
            if (!done.times.empty()) finding.evidence = {done.times.front().seq};
            for (const PhraseSaid& time : done.times)
                order.push_back({time.seq, time.order, i, time.at});
        } else if (told.seq != 0) {
            finding.points = finding.possible;
            finding.title = label;
            finding.why = (label.ends_with('?') ? "No need to ask \"" + label + "\"" : label + ": no need") +
                          ", the caller told it at " + contact.events.when(told.at) + ".";
            finding.evidence = {told.seq};
        } else {
            finding.title = not_done(label);
            finding.why = finding.title + (finding.title.ends_with('?') ? "" : ".");
            if (contact.events.ended) {
                finding.why +=
                    " The conversation ended at " + contact.events.when(contact.events.ended->at) + " without it.";
                finding.evidence = {contact.events.ended->seq};
            }
        }
        card.findings.push_back(std::move(finding));
    }
    judge_wrap_up(contact, card);
    if (steps.size() < 2) return;
    std::sort(order.begin(), order.end(), [](const Ordered& a, const Ordered& b) {
        return std::pair(a.seq, a.within) < std::pair(b.seq, b.within);
    });
    judge_order(contact, steps, order, card);
}

}  // namespace shift311::scoring
