// Tempo: how long the caller rang and was served, and how long the wrap-up took.
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
    const std::string time = journal::clock_text(told(took, limit.limit)), goal = journal::clock_text(limit.limit);
    finding.title = std::string(limit.what) + " " + time + ", goal " + goal;
    finding.why = std::string(limit.what) + " " + time +
                  (took <= limit.limit ? ", within the goal of " : "; the goal is ") + goal + ".";
    return finding;
}

}  // namespace

void judge_tempo(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const AnswerKey::Limits& limits = contact.key.limits;
    Times& times = card.times;

    if (events.answered && events.arrived) times.answer = std::max<Millis>(0, events.answered->at - events.arrived->at);
    if (events.answered) {
        const Millis end = events.ended ? events.ended->at : events.last.at;
        times.handle = std::max<Millis>(0, end - events.answered->at);
    }
    for (const Hold& hold : events.holds)
        times.hold += std::max<Millis>(0, hold.ended - hold.began);
    if (events.ended && events.wrapped) times.wrap = std::max<Millis>(0, events.wrapped->at - events.ended->at);

    const auto add = [&card](const Limit& limit, Millis took, Seq from, Seq until) {
        Finding finding = timed(limit, took);
        finding.evidence = evidence({from, until});
        card.findings.push_back(std::move(finding));
    };
    add({"tempo.answer", "Answered after", contact.rubric.answer, limits.answer}, times.answer,
        events.arrived ? events.arrived->seq : 0, events.answered ? events.answered->seq : 0);
    // What was never brought to an end or wrapped up is judged as that, not by how long it took.
    if (events.ended) {
        add({"tempo.handle", "Handled in", contact.rubric.handle, limits.handle}, times.handle,
            events.answered ? events.answered->seq : 0, events.ended->seq);
    }
    if (events.ended && events.wrapped) {
        add({"tempo.wrap", "Wrap-up took", contact.rubric.wrap, limits.wrap}, times.wrap, events.ended->seq,
            events.wrapped->seq);
    }
}

}  // namespace shift311::scoring
