#include "assessment/reports/csv.hpp"
#include "assessment/reports/item_report.hpp"
#include "assessment/reports/statistic_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace shift311::reports {
namespace {

using nlohmann::json;

std::string word_of(standing::Purpose purpose) {
    switch (purpose) {
        case standing::Purpose::exam:
            return "exam";
        case standing::Purpose::practice:
            return "practice";
        case standing::Purpose::qualification:
            return "qualification";
        case standing::Purpose::drill:
            break;
    }
    return "drill";
}

json quality_json(const std::optional<TestQuality>& quality) {
    if (!quality) return {};
    return {{"alpha", statistic_json(quality->alpha)},
            {"interval", interval_json(quality->interval)},
            {"sem_percent", statistic_json(quality->sem)},
            {"people", quality->people},
            {"items", quality->items},
            {"small_sample", quality->people < kSmallSample}};
}

json row_json(const ItemRow& row) {
    json losses = json::array();
    for (const CriterionLoss& loss : row.losses) {
        losses.push_back({{"criterion", loss.criterion},
                          {"chances", loss.chances},
                          {"lost", loss.lost},
                          {"points", loss.points},
                          {"possible", loss.possible}});
    }
    return {
        {"id", row.script},
        {"title", row.title},
        {"plays", row.plays},
        {"people", row.people},
        {"passed_first", row.passed},
        {"critical_plays", row.critical},
        {"difficulty",
         row.pass_rate ? statistic_json(static_cast<double>(row.passed) / static_cast<double>(row.people)) : json()},
        {"difficulty_interval", interval_json(row.pass_rate)},
        {"points", row.points},
        {"possible", row.possible},
        {"discrimination", statistic_json(row.discrimination)},
        {"discrimination_interval", interval_json(row.discrimination_interval)},
        {"discrimination_people", row.compared},
        {"criteria_quality", quality_json(row.criteria)},
        {"alpha_without", statistic_json(row.alpha_without)},
        {"criteria", std::move(losses)},
        {"odd", row.odd}};
}

/// Two places, as a number that spreadsheets take for one.
Csv& statistic(Csv& csv, const std::optional<double>& value) {
    return value ? csv.points(std::llround(*value * 100)) : csv.nothing();
}

}  // namespace

std::string item_json(const ItemReport& report) {
    json parts = json::array();
    for (const ItemPart& part : report.parts) {
        json scripts = json::array();
        for (const ItemRow& row : part.items)
            scripts.push_back(row_json(row));
        parts.push_back({{"purpose", word_of(part.purpose)},
                         {"plays", part.plays},
                         {"people", part.people},
                         {"core", part.core},
                         {"alpha", quality_json(part.points)},
                         {"kr20", quality_json(part.passes)},
                         {"unsaid", part.unsaid},
                         {"scripts", std::move(scripts)}});
    }
    return json{{"parts", std::move(parts)}, {"prepared", report.prepared}}.dump(2, ' ', false,
                                                                                 json::error_handler_t::replace) +
           "\n";
}

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
            csv.text(word_of(part.purpose)).text(row.script).text(row.title).number(row.plays).number(row.people);
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
