#include "assessment/reports/csv.hpp"
#include "assessment/reports/impact_report.hpp"

#include <cmath>

namespace shift311::reports {

std::string impact_csv(const ImpactReport& report) {
    Csv csv;
    for (const char* name : {"attribute", "group", "people", "certified", "impact_ratio", "below_four_fifths",
                             "fisher_p_percent", "z", "too_few", "shortfall"}) {
        csv.text(name);
    }
    csv.end_line();
    const auto hundredths = [&](const std::optional<double>& value, double scale) {
        value ? csv.points(std::llround(*value * scale)) : csv.nothing();
    };
    for (const ImpactTable& table : report.tables) {
        for (const ImpactGroup& group : table.groups) {
            std::string names;
            for (const std::string& name : group.names)
                names += (names.empty() ? "" : " + ") + name;
            csv.text(table.attribute).text(names).number(group.people).number(group.certified);
            hundredths(group.ratio, 100);
            group.below ? csv.text(*group.below ? "yes" : "no") : csv.nothing();
            hundredths(group.fisher, 10'000);
            hundredths(group.z, 100);
            group.below ? csv.text(group.too_few ? "yes" : "no").number(group.shortfall) : csv.nothing().nothing();
            csv.end_line();
        }
    }
    return csv.str();
}

}  // namespace shift311::reports
