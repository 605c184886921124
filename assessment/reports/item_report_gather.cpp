#include "assessment/reports/item_report.hpp"

#include <utility>

namespace shift311::reports {

ItemReport item_report(const records::Store& store, const std::string& prepared) {
    ItemPlays plays;
    ItemPlay play;  // one for all rows: its memory is used again
    store.contact_facts({}, true, [&](const records::ContactRow& row) {
        if (!row.counts()) return;
        const standing::ContactFact& fact = row.fact;
        play.person = row.person;
        play.attempt = fact.attempt;
        play.contact = fact.contact;
        play.began = fact.at;
        play.purpose = fact.purpose;
        play.script = fact.script;
        play.title = fact.title;
        play.family = fact.family;
        play.points = fact.points;
        play.possible = fact.possible;
        play.passed = fact.passed;
        play.critical = static_cast<int>(fact.critical.size());
        play.parts.clear();
        for (const auto& finding : row.findings)
            play.parts.push_back({finding.criterion, finding.points, finding.possible});
        plays.add(play);
    });
    return item_report(plays, prepared);
}

}  // namespace shift311::reports
