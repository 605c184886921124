#include "assessment/reports/csv.hpp"
#include "assessment/reports/item_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shift311::reports {
namespace {

/// Two places, as a number that spreadsheets take for one.
Csv& statistic(Csv& csv, const std::optional<double>& value) {
    return value ? csv.points(std::llround(*value * 100)) : csv.nothing();
}

void hardness(Csv& csv, const ItemRow& row) {
    statistic(csv, row.average_passes);
    for (double CurveRow::*const figure : {&CurveRow::weak, &CurveRow::average, &CurveRow::strong})
        statistic(csv, row.curve ? std::optional((*row.curve).*figure) : std::nullopt);
    statistic(csv, row.curve ? row.curve->difficulty : std::nullopt);
    statistic(csv, row.curve ? row.curve->discrimination : std::nullopt);
}

/// Of the script's family, on the line of each of its scripts.
void practice(Csv& csv, const ItemPart& part, const std::string& family) {
    using measure::KnowledgeTracing;
    const auto row = std::find_if(part.families.begin(), part.families.end(),
                                  [&](const FamilyRow& one) { return one.family == family; });
    if (row == part.families.end()) {
        for (int column = 0; column < 8; ++column)
            csv.nothing();
        return;
    }
    csv.number(row->people);
    for (double KnowledgeTracing::*const figure :
         {&KnowledgeTracing::known, &KnowledgeTracing::learn, &KnowledgeTracing::slip, &KnowledgeTracing::guess})
        statistic(csv, row->tracing ? std::optional((*row->tracing).*figure) : std::nullopt);
    for (const auto& [passed, failed] : {std::pair(0, 0), std::pair(1, 0), std::pair(0, 1)})
        statistic(csv, row->factors ? std::optional(row->factors->model.predict(passed, failed)) : std::nullopt);
}

}  // namespace

std::string item_csv(const ItemReport& report) {
    Csv csv;
    for (const char* name : {"purpose",
                             "script",
                             "title",
                             "plays",
                             "people",
                             "passed_first",
                             "critical_plays",
                             "difficulty",
                             "difficulty_low",
                             "difficulty_high",
                             "points",
                             "possible",
                             "discrimination",
                             "discrimination_people",
                             "criteria_alpha",
                             "criteria_sem_percent",
                             "alpha_without",
                             "most_lost",
                             "most_lost_in",
                             "odd",
                             "family",
                             "average_trainee",
                             "curve_weak",
                             "curve_average",
                             "curve_strong",
                             "curve_difficulty",
                             "curve_discrimination",
                             "family_people",
                             "family_known_first",
                             "family_learn",
                             "family_slip",
                             "family_guess",
                             "family_after_none",
                             "family_after_pass",
                             "family_after_fail"}) {
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
            csv.text(odd).text(row.family);
            hardness(csv, row);
            practice(csv, part, row.family);
            csv.end_line();
        }
    }
    return csv.str();
}

}  // namespace shift311::reports
