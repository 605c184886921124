#include "assessment/reports/charts.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

void add_trend(std::vector<Block>& out, const TraineeReport& report, int level) {
    out.push_back(Heading{"Points, attempt by attempt", level, false});
    if (!report.trend) {
        out.push_back(Paragraph{
            plain(report.counted == 0 ? "No attempt has been finished yet."
                                      : "One finished attempt makes no trend; from the second on it is drawn here."),
            false});
        return;
    }
    std::vector<TrendMark> marks;
    for (const Trend::Point& point : report.trend->attempts) {
        marks.push_back({point.percent, point.passed,
                         fmt::format("{}: {}\u00a0%, {}", day_text(point.began), point.percent,
                                     point.passed ? "passed" : "not passed")});
    }
    const Trend::Point& first = report.trend->attempts.front();
    const Trend::Point& last = report.trend->attempts.back();
    Chart chart;
    chart.drawing = trend_drawing(marks, day_text(first.began), day_text(last.began));
    chart.description = fmt::format(
        "Line of {} attempts, from {} percent on {} to {} percent on {}. The table of attempts holds every value.",
        marks.size(), first.percent, day_text(first.began), last.percent, day_text(last.began));
    chart.caption =
        "Percent of the possible points of each finished attempt. Filled: passed; hollow: not passed. Shifts differ in "
        "length and difficulty, so single steps up or down say little.";
    out.push_back(std::move(chart));
}

std::string change_text(const Trend::Change& change) {
    const int by = change.last - change.first;
    return by == 0 ? "same" : by > 0 ? fmt::format("+{}", by) : fmt::format("\u2212{}", -by);
}

void add_competencies(std::vector<Block>& out, const TraineeReport& report, int level) {
    if (report.competencies.empty()) return;
    out.push_back(Heading{"Competencies", level, false});
    const bool halves = report.trend && !report.trend->competencies.empty();
    Table table;
    table.caption = "Points earned in practice, by competency";
    table.columns = {{"Competency", false, 3}, {"Of the points", true, 1}, {"Points", true, 1}, {"Possible", true, 1}};
    if (halves) {
        for (const char* name : {"First half", "Last half", "Change"})
            table.columns.push_back({name, true, 1});
    }
    for (const std::string& word : in_order(report.competencies)) {
        const auto& sum = report.competencies.at(word);
        std::vector<Line> row{plain(competency_label(word)), strong(percent_text(sum.points, sum.possible)),
                              plain(points_text(sum.points)), plain(points_text(sum.possible))};
        if (halves) {
            const auto change = report.trend->competencies.find(word);
            const bool known = change != report.trend->competencies.end();
            row.push_back(plain(known ? fmt::format("{}\u00a0%", change->second.first) : "\u2013"));
            row.push_back(plain(known ? fmt::format("{}\u00a0%", change->second.last) : "\u2013"));
            row.push_back(plain(known ? change_text(change->second) : "\u2013"));
        }
        table.rows.push_back(std::move(row));
    }
    out.push_back(std::move(table));
    if (halves) {
        out.push_back(Paragraph{
            plain("Percent of the possible points of all finished attempts, then of the first and of the last half of "
                  "them; with an odd number the middle one is in neither. Change in percentage points."),
            true});
    } else if (report.counted > 1) {
        out.push_back(Paragraph{
            plain("From four finished attempts on, the first half is compared with the last half here."), true});
    }
}

void add_attempts(std::vector<Block>& out, const TraineeReport& report, int level) {
    out.push_back(Heading{"Attempts", level, false});
    Table table;
    table.empty = "No attempt yet.";
    table.caption = "Practice attempts, newest first";
    table.columns = {{"Begun", false, 1},          {"Shift", false, 3},  {"Level", true, 1},
                     {"Contacts passed", true, 1}, {"Points", true, 1},  {"Critical errors", true, 1},
                     {"Result", false, 2},         {"Attempt", false, 1}};
    for (auto row = report.attempts.rbegin(); row != report.attempts.rend(); ++row) {
        if (report.exams.count(row->id)) continue;
        const bool judged = row->counts() && row->scored >= row->contacts;
        const Tone tone = !judged ? Tone::careful : row->passed() ? Tone::good : Tone::bad;
        std::string result = row->passed() ? "\u2713 Passed" : judged ? "\u2717 Not passed" : "";
        if (row->why != "finished") result += (result.empty() ? "" : ", ") + state_text(*row);
        if (result.empty()) result = "incomplete";
        table.rows.push_back(
            {plain(day_text(row->began)), plain(row->title.empty() ? row->shift : row->title),
             plain(std::to_string(row->level)),
             plain(fmt::format("{} of {}", row->contacts_passed, std::max(row->contacts, row->scored))),
             plain(percent_text(row->points, row->possible)), plain(std::to_string(row->critical)),
             strong(result, tone), figures(records::short_id(row->id))});
    }
    const bool some = !table.rows.empty();
    out.push_back(std::move(table));
    if (!some) return;
    out.push_back(
        Paragraph{{Span{"An attempt passes when every one of its contacts passes. "},
                   Span{"shift311 report attempt ID", false, true}, Span{" shows one of them, moment by moment."}},
                  true});
}

}  // namespace

std::vector<Block> practice_blocks(const TraineeReport& report, int level) {
    const auto begun = report.attempts.size() - report.exams.size();
    std::vector<Block> out;
    out.push_back(Figures{
        {{"Attempts finished", std::to_string(report.counted), fmt::format("of {} begun", begun)},
         {"Attempts passed", report.counted ? std::to_string(report.passed) : "\u2013", "every contact passed"},
         {"Points", percent_text(report.points, report.possible),
          report.possible > 0 ? points_text(report.points) + " of " + points_text(report.possible)
                              : "nothing judged yet"},
         {"Critical errors", report.counted ? std::to_string(report.critical) : "\u2013", "in finished attempts"}}});
    add_trend(out, report, level);
    add_competencies(out, report, level);
    add_attempts(out, report, level);
    return out;
}

Document trainee_document(const TraineeReport& report) {
    Document out;
    out.title = "Practice report: " + report.person.name;
    out.subtitle = counted(static_cast<std::int64_t>(report.attempts.size()), "attempt");
    if (!report.attempts.empty()) {
        const std::string first = day_text(report.attempts.front().began);
        const std::string last = day_text(report.attempts.back().began);
        out.subtitle += first == last ? ", " + first : ", " + first + " to " + last;
    }
    out.subtitle += ".";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION, "trainee " + records::short_id(report.person.id),
                 report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    out.foot = report.person.name + " \u00b7 practice report";
    out.made = report.prepared;
    out.blocks = practice_blocks(report, 2);
    out.blocks.push_back(Heading{"What this is", 2, false});
    out.blocks.push_back(Paragraph{
        plain("Practice at a training desk, judged by fixed rules from the journal of each attempt; the same journal "
              "always gives the same score. Attempts that were set aside or not finished are listed and not counted. "
              "Practice never counts toward certification."),
        false});
    return out;
}

}  // namespace shift311::reports
