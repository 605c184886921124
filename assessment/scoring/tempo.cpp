// Tempo: how long the caller rang, was served and was on hold, and how long the wrap-up took.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace shift311::scoring {
namespace {

struct Limit {
    std::string_view criterion;
    std::string_view what;  ///< "Answered"
    Points possible = 0;
    Millis limit = 0;
};

Finding timed(const Limit& limit, Millis took) {
    Finding finding;
    finding.criterion = limit.criterion;
    finding.competency = Competency::tempo;
    finding.possible = limit.possible;
    finding.points = within_limit(limit.possible, took, limit.limit);
    const std::string time = journal::clock_text(took), goal = journal::clock_text(limit.limit);
    finding.title = std::string(limit.what) + " " + time + ", goal " + goal;
    finding.why = std::string(limit.what) + " " + time +
                  (took <= limit.limit ? ", within the goal of " : "; the goal is ") + goal + ".";
    return finding;
}

Finding never(const Limit& limit, std::string_view title, std::string_view why) {
    Finding finding;
    finding.criterion = limit.criterion;
    finding.competency = Competency::tempo;
    finding.possible = limit.possible;
    finding.title = title;
    finding.why = why;
    return finding;
}

}  // namespace

void judge_tempo(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const AnswerKey::Limits& limits = contact.key.limits;
    const bool on_phone = contact.key.channel == journal::Channel::phone;
    Times& times = card.times;

    if (events.answered && events.arrived) times.answer = std::max<Millis>(0, events.answered->at - events.arrived->at);
    if (events.answered) {
        const Millis end = events.ended ? events.ended->at : events.last.at;
        times.handle = std::max<Millis>(0, end - events.answered->at);
    }
    Hold longest;
    for (const Hold& hold : events.holds) {
        times.hold += std::max<Millis>(0, hold.ended - hold.began);
        if (hold.ended - hold.began > longest.ended - longest.began) longest = hold;
    }
    if (events.ended && events.wrapped) times.wrap = std::max<Millis>(0, events.wrapped->at - events.ended->at);

    if (on_phone) {
        const Limit limit{"tempo.answer", "Answered after", contact.rubric.answer, limits.answer};
        Finding finding = timed(limit, times.answer);
        finding.evidence =
            evidence({events.arrived ? events.arrived->seq : 0, events.answered ? events.answered->seq : 0});
        card.findings.push_back(std::move(finding));
    }
    const Limit handle{"tempo.handle", "Handled in", contact.rubric.handle, limits.handle};
    if (events.ended) {
        Finding finding = timed(handle, times.handle);
        finding.evidence = evidence({events.answered ? events.answered->seq : 0, events.ended->seq});
        card.findings.push_back(std::move(finding));
    } else {
        card.findings.push_back(
            never(handle, "Never brought to an end", "The conversation was never brought to an end."));
    }
    if (on_phone) {
        const Limit limit{"tempo.hold", "Longest hold", contact.rubric.hold, limits.hold};
        Finding finding = timed(limit, longest.ended - longest.began);
        if (events.holds.empty()) {
            finding.title = "Nobody left on hold";
            finding.why = "The caller was never on hold.";
        }
        finding.evidence = evidence({longest.began_seq, longest.ended_seq});
        card.findings.push_back(std::move(finding));
    }
    const Limit wrap{"tempo.wrap", "Wrap-up took", contact.rubric.wrap, limits.wrap};
    if (events.ended && events.wrapped) {
        Finding finding = timed(wrap, times.wrap);
        finding.evidence = evidence({events.ended->seq, events.wrapped->seq});
        card.findings.push_back(std::move(finding));
    } else {
        card.findings.push_back(
            never(wrap, "Never wrapped up", "The contact was never wrapped up with a disposition."));
    }
}

}  // namespace shift311::scoring
