#include "assessment/scoring/assess.hpp"

#include "assessment/scoring/advice.hpp"
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/drill.hpp"

#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

/// As the trainee wrapped it up; where that is missing, what was done.
std::string disposition_of(const ContactEvents& events) {
    if (events.wrapped) return (*events.wrapped)->disposition;
    if (events.filed) return "file";
    if (!events.changes.empty()) return "add_to_existing";
    if (!events.transfers.empty()) return "transfer";
    return {};
}

/// A contact that nobody took up earns nothing, and says so once for every criterion.
void void_all(const ContactEvents& events, Scorecard& card) {
    for (Finding& finding : card.findings) {
        finding.points = 0;
        if (finding.critical) continue;
        finding.title = "Never answered";
        finding.why =
            events.abandoned ? "The caller gave up before anyone answered." : "The contact was never answered.";
        finding.evidence =
            evidence({events.arrived ? events.arrived->seq : 0, events.abandoned ? events.abandoned->seq : 0});
    }
}

}  // namespace

Scorecard assess(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                 const Rubric& rubric, const Spelling& spelling) {
    if (is_drill(key.script)) return judge_drill(key, journal, contact, rubric);
    const ContactEvents events(journal, contact);
    const Case judged{key, events, rubric, &journal, contact, &spelling};
    Scorecard card;
    card.script = key.script;
    card.title = key.title;
    card.rubric = rubric.version;
    card.rubric_hash = rubric.hash;
    card.spelling = spelling;
    card.disposition = disposition_of(events);

    judge_listening(judged, card);
    judge_recording(judged, card);
    judge_narrative(judged, card);
    judge_typing(judged, card);
    judge_referral(judged, card);
    judge_emergency(judged, card);
    judge_procedure(judged, card);
    judge_promises(judged, card);
    judge_holds(judged, card);
    judge_courtesy(judged, card);
    judge_silence(judged, card);
    judge_privacy(judged, card);
    judge_knowledge(judged, card);
    judge_writing(judged, card);
    judge_tempo(judged, card);
    judge_concurrent(judged, card);
    // A critical error stays one on every channel.
    std::erase_if(card.findings, [&](const Finding& finding) {
        return !finding.critical && !applies(rubric, finding.criterion, key.channel);
    });
    if (!events.answered) void_all(events, card);

    for (const Finding& finding : card.findings) {
        card.points += finding.points;
        card.possible += finding.possible;
        if (finding.possible == 0 && !finding.critical) continue;
        Scorecard::Sum& sum = card.competencies[std::string(word(finding.competency))];
        sum.points += finding.points;
        sum.possible += finding.possible;
    }
    // The rounded percentage decides, because it is the one that people see.
    card.passed =
        events.answered && card.critical.empty() && percent(card.points, card.possible) >= rubric.pass_percent;
    card.strength = strength_of(card);
    card.next = events.answered ? next_of(key, card) : "Answer: a caller who gives up has not been helped.";
    return card;
}

}  // namespace shift311::scoring
