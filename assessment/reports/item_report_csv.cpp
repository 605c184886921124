#include "assessment/reports/csv.hpp"
#include "assessment/reports/item_report.hpp"

#include <cmath>

namespace shift311::reports {
namespace {

/// Two places, as a number that spreadsheets take for one.
Csv& statistic(Csv& csv, const std::optional<double>& value) {
    return value ? csv.points(std::llround(*value * 100)) : csv.nothing();
}

}  // namespace

std::string item_csv(const ItemReport& report) {
    Csv csv;
    for (const char* name : {"purpose",        "script",
                             "title",          "plays",
                             "people",         "passed_first",
                             "critical_plays", "difficulty",
                             "difficulty_low", "difficulty_high",
                             "points",         "possible",
                             "discrimination", "discrimination_people",
                             "criteria_alpha", "criteria_sem_percent",
                             "alpha_without",  "most_lost",
                             "most_lost_in",   "odd"}) {
        csv.text(name);
    }
    csv.end_line();
    for (const ItemPart& part : report.parts) {
        for (const ItemRow& row : part.items) {
            csv.text(purpose_word(part.purpose)).text(row.script).text(row.title).number(row.plays).number(row.people);
            csv.number(row.passed).number(row.critical);
            std::optional<double> p, low, high, alpha, sem;
            if (row.pass_rate) {
                p = static_cast<double>(row.passed) / static_cast<double>(row.people);
                low = row.pass_rate->low;
                high = row.pass_rate->high;
            }
            if (row.criteria) {
                alpha = row.criteria->alpha;
                sem = row.criteria->sem;
            }
            statistic(statistic(statistic(csv, p), low), high).points(row.points).points(row.possible);
            statistic(csv, row.discrimination).number(row.compared);
            statistic(statistic(statistic(csv, alpha), sem), row.alpha_without);
            const bool lost = !row.losses.empty() && row.losses.front().lost > 0;
            csv.text(lost ? row.losses.front().criterion : "");
            lost ? csv.number(row.losses.front().lost) : csv.nothing();
            std::string odd;
            for (const std::string& sentence : row.odd)
                odd += (odd.empty() ? "" : " ") + sentence;
            csv.text(odd);
            csv.end_line();
        }
    }
    return csv.str();
}

}  // namespace shift311::reports
