// Procedure, holds: asked before, back in time, thanked after. Only where a caller was put on hold.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/steps.hpp"

#include <algorithm>
#include <string>

namespace shift311::scoring {
namespace {

bool in_steps(const AnswerKey& key, std::string_view id) {
    return std::any_of(key.steps.begin(), key.steps.end(), [id](const Step& step) { return step.id == id; });
}

Finding start(const Case& contact, std::string criterion) {
    Finding finding;
    finding.criterion = std::move(criterion);
    finding.competency = Competency::procedure;
    finding.possible = contact.rubric.hold;
    return finding;
}

void judge_words(const Case& contact, const std::string& criterion, std::string_view step, const std::string& done,
                 const std::string& missed, const std::string& why, Scorecard& card) {
    // A script that lists the step has it judged among the steps.
    if (in_steps(contact.key, step)) return;
    const ContactEvents& events = contact.events;
    Finding finding = start(contact, criterion);
    const Done said = done_step(step, events);
    std::vector<Seq> seqs;
    for (const Hold& hold : events.holds)
        seqs.push_back(hold.began_seq);
    for (const PhraseSaid& time : said.times)
        seqs.push_back(time.seq);
    finding.evidence = evidence(std::move(seqs));
    if (said.done) {
        finding.points = finding.possible;
        finding.title = done;
        finding.why = done + ", at " + events.when(said.times.front().at) + ".";
    } else {
        finding.title = missed;
        finding.why = missed + " (on hold at " + events.when(events.holds.front().began) + "): " + why;
    }
    card.findings.push_back(std::move(finding));
}

void judge_return(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const Millis limit = contact.key.limits.hold;
    Finding finding = start(contact, "hold.returned");
    const auto longest = std::max_element(events.holds.begin(), events.holds.end(), [](const Hold& a, const Hold& b) {
        return a.ended - a.began < b.ended - b.began;
    });
    const auto left =
        std::find_if(events.holds.begin(), events.holds.end(), [](const Hold& hold) { return hold.ended_seq == 0; });
    const Millis took = std::max<Millis>(0, longest->ended - longest->began);
    const std::string time = journal::clock_text(told(took, limit)), goal = journal::clock_text(limit);
    finding.evidence =
        evidence({longest->began_seq, longest->ended_seq, left != events.holds.end() ? left->began_seq : 0});
    if (left != events.holds.end()) {
        finding.title = "Never came back from a hold";
        finding.why = "You put the caller on hold at " + events.when(left->began) +
                      " and never came back: look in within " + goal + ", even with no news.";
    } else {
        finding.points = within_limit(finding.possible, took, limit);
        finding.title = "Longest hold " + time + ", limit " + goal;
        finding.why = took <= limit ? "You came back from every hold in time; the longest took " + time + "."
                                    : "The hold at " + events.when(longest->began) + " took " + time +
                                          "; come back within " + goal + ", even with no news.";
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_holds(const Case& contact, Scorecard& card) {
    if (contact.events.holds.empty()) return;
    judge_words(contact, "hold.asked", "hold_asked", "Asked before the hold", "Put on hold without asking",
                "ask first, say why, and wait for the answer.", card);
    judge_return(contact, card);
    judge_words(contact, "hold.thanked", "hold_thanked", "Thanked the caller for holding", "No thanks after the hold",
                "thank the caller when you come back.", card);
}

}  // namespace shift311::scoring
