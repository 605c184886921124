// Privacy: what may not leave the desk is neither spoken nor written to the caller.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace shift311::scoring {

void judge_privacy(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    const ContactEvents& events = contact.events;
    const bool at_stake = !key.secrets.empty() || std::any_of(key.never.begin(), key.never.end(), [](const Step& step) {
        return step.id == "disclose_private";
    });

    std::vector<Seq> told;
    std::string moment;
    for (const TraineeLine& line : events.trainee) {
        const bool heard = std::find(line.heard->begin(), line.heard->end(), "disclose_private") != line.heard->end();
        if (!heard && !mentions_any(*line.text, key.secrets)) continue;
        if (told.empty()) moment = events.when(line.at) + ": " + quoted_sentence(*line.text);
        told.push_back(line.seq);
    }

    Finding finding;
    finding.criterion = "privacy.secrets";
    finding.competency = Competency::privacy;
    // A contact that holds no secret gives no points for keeping one; telling one fails it all the same.
    finding.possible = at_stake ? contact.rubric.privacy : 0;
    if (!told.empty()) {
        finding.title = "Private information given away";
        finding.why = "Private data disclosed at " + moment;
        finding.evidence = evidence(std::move(told));
        add_critical(card, std::move(finding));
    } else if (at_stake) {
        finding.points = finding.possible;
        finding.title = "Private information kept";
        finding.why = "You gave away nothing that is confidential.";
        card.findings.push_back(std::move(finding));
    }
}

}  // namespace shift311::scoring
