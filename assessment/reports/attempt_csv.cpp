#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/withheld.hpp"

#include <algorithm>

namespace shift311::reports {

std::string attempt_csv(const AttemptReport& report) {
    Csv csv;
    for (const char* name : {"attempt", "trainee", "contact", "script", "criterion", "competency", "points", "possible",
                             "critical", "first_evidence", "shift_ms", "title", "why", "corrected_points",
                             "corrected_critical", "corrected_by", "corrected_why"}) {
        csv.text(name);
    }
    csv.end_line();
    for (const ContactReport& contact : report.contacts) {
        if (contact.withheld) {
            csv.text(report.row.id).text(report.row.trainee).number(contact.contact).text(contact.script);
            csv.text("withheld").nothing().nothing().nothing().nothing().nothing().nothing();
            csv.text("Withheld until rated").text(kUntilRatedWhy);
            csv.nothing().nothing().nothing().nothing();
            csv.end_line();
        }
        if (!contact.card) continue;
        for (const scoring::Finding& finding : contact.card->card.findings) {
            csv.text(report.row.id).text(report.row.trainee).number(contact.contact).text(contact.script);
            csv.text(finding.criterion).text(scoring::word(finding.competency));
            csv.points(finding.points).points(finding.possible).text(finding.critical ? "yes" : "no");
            const auto said =
                finding.evidence.empty() ? report.moments.end() : report.moments.find(finding.evidence.front());
            if (said == report.moments.end()) {
                csv.nothing().nothing();
            } else {
                csv.number(said->first).number(said->second.at);
            }
            csv.text(finding.title).text(finding.why);
            // The newest correction counts.
            const auto change = std::find_if(
                report.corrections.rbegin(), report.corrections.rend(),
                [&](const auto& it) { return it.contact == contact.contact && it.criterion == finding.criterion; });
            if (change == report.corrections.rend())
                csv.nothing().nothing().nothing().nothing();
            else
                csv.points(change->points)
                    .text(change->critical ? "yes" : "no")
                    .text(change->by_name)
                    .text(change->why);
            csv.end_line();
        }
    }
    return csv.str();
}

}  // namespace shift311::reports
