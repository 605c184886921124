// Writing: what a reply has to tell.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"

#include <string>

namespace shift311::scoring {

void judge_writing(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const bool written = contact.written();
    const std::string reply = written ? "reply" : "answer";
    std::size_t number = 0;
    for (const Content& content : contact.key.reply) {
        Finding finding;
        finding.criterion = "reply." + std::to_string(++number);
        finding.competency = written ? Competency::writing : Competency::knowledge;
        finding.possible = contact.rubric.reply_fact;
        finding.title = "Not in the " + reply + ": " + content.what;
        finding.why = events.trainee.empty() ? (written ? "No reply was sent, so nobody was told about "
                                                        : "Nobody told the caller about ") +
                                                   content.what + "."
                                             : "The caller was not told about " + content.what + ".";
        for (const TraineeLine& line : events.trainee) {
            if (!mentions_any(*line.text, content.any)) continue;
            finding.points = finding.possible;
            finding.title = "In the " + reply + ": " + content.what;
            finding.why = "You told the caller about " + content.what + " at " + events.when(line.at) + ".";
            finding.evidence = evidence({line.seq});
            break;
        }
        card.findings.push_back(std::move(finding));
    }
}

}  // namespace shift311::scoring
