#include "assessment/reports/csv.hpp"
#include "assessment/reports/impact_report.hpp"
#include "assessment/reports/statistic_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace shift311::reports {
namespace {

using nlohmann::json;

json group_json(const ImpactGroup& group) {
    return {{"groups", group.names},
            {"people", group.people},
            {"certified", group.certified},
            {"rate_interval", interval_json(group.rate)},
            {"impact_ratio", statistic_json(group.ratio)},
            {"below_four_fifths", group.below ? json(*group.below) : json()},
            {"fisher_p", group.fisher ? json(*group.fisher) : json()},
            {"z", statistic_json(group.z)},
            {"too_few", group.too_few},
            {"shortfall", group.shortfall}};
}

}  // namespace

std::string impact_json(const ImpactReport& report) {
    json tables = json::array();
    for (const ImpactTable& table : report.tables) {
        json groups = json::array();
        for (const ImpactGroup& group : table.groups)
            groups.push_back(group_json(group));
        tables.push_back({{"attribute", table.attribute},
                          {"reference", table.reference.empty() ? json() : json(table.reference)},
                          {"people", table.total ? json(table.total->people) : json()},
                          {"certified", table.total ? json(table.total->certified) : json()},
                          {"groups", std::move(groups)},
                          {"notes", table.notes}});
    }
    return json{{"program", report.program},   {"outcomes", report.outcomes}, {"least_shown", kLeastShown},
                {"tables", std::move(tables)}, {"notes", report.notes},       {"prepared", report.prepared}}
               .dump(2, ' ', false, json::error_handler_t::replace) +
           "\n";
}

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
