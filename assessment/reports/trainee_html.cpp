#include "assessment/reports/html_text.hpp"
#include "assessment/reports/line_chart.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

namespace shift311::reports {
namespace {

std::string trend_html(const TraineeReport& report) {
    std::string out = "<h2>Points, attempt by attempt</h2>\n";
    if (!report.trend) {
        return out + (report.counted == 0
                          ? "<p>No attempt has been finished yet.</p>\n"
                          : "<p>One finished attempt makes no trend; from the second on it is drawn here.</p>\n");
    }
    std::vector<ChartPoint> points;
    for (const Trend::Point& point : report.trend->attempts) {
        points.push_back({point.percent, point.passed,
                          fmt::format("{}: {}\u00a0%, {}", day_text(point.began), point.percent,
                                      point.passed ? "passed" : "not passed")});
    }
    const Trend::Point& first = report.trend->attempts.front();
    const Trend::Point& last = report.trend->attempts.back();
    out += line_chart(
        points,
        fmt::format("Line of {} attempts, from {} percent on {} to {} percent on {}. The table of attempts holds "
                    "every value.",
                    points.size(), first.percent, day_text(first.began), last.percent, day_text(last.began)),
        day_text(first.began), day_text(last.began));
    return out +
           "<p class=\"dim small\">Percent of the possible points of each finished attempt. Filled: passed; hollow: "
           "not passed. "
           "Shifts differ in length and difficulty, so single steps up or down say little.</p>\n";
}

std::string change_text(const Trend::Change& change) {
    const int by = change.last - change.first;
    return by == 0 ? "same" : by > 0 ? fmt::format("+{}", by) : fmt::format("\u2212{}", -by);
}

std::string competencies_html(const TraineeReport& report) {
    if (report.competencies.empty()) return {};
    std::string out = "<h2>Competencies</h2>\n";
    if (!report.trend || report.trend->competencies.empty()) {
        out += competency_table(report.competencies);
        if (report.counted < 2) return out;
        return out +
               "<p class=\"dim small\">From four finished attempts on, the first half is compared with the last half "
               "here.</p>\n";
    }
    out += competency_table(report.competencies, {"First half", "Last half", "Change"},
                            [&](const std::string& name) -> std::vector<std::string> {
                                const auto change = report.trend->competencies.find(name);
                                if (change == report.trend->competencies.end()) return {"\u2013", "\u2013", "\u2013"};
                                return {fmt::format("{}\u00a0%", change->second.first),
                                        fmt::format("{}\u00a0%", change->second.last), change_text(change->second)};
                            });
    return out +
           "<p class=\"dim small\">Percent of the possible points of all finished attempts, then of the first and of "
           "the last half "
           "of them; with an odd number the middle one is in neither. Change in percentage points.</p>\n";
}

std::string attempts_html(const TraineeReport& report) {
    std::string out = "<h2>Attempts</h2>\n";
    if (report.attempts.empty()) return out + "<p>No attempt yet.</p>\n";
    out +=
        "<table class=\"small\">\n<thead><tr><th scope=\"col\">Begun</th><th scope=\"col\">Shift</th><th scope=\"col\" "
        "class=\"num\">Level</th>"
        "<th scope=\"col\" class=\"num\">Contacts passed</th><th scope=\"col\" class=\"num\">Points</th>"
        "<th scope=\"col\" class=\"num\">Critical errors</th><th scope=\"col\">Result</th><th "
        "scope=\"col\">Attempt</th></tr></thead>\n<tbody>\n";
    for (auto row = report.attempts.rbegin(); row != report.attempts.rend();
         ++row) {  // newest first, as people read it
        const bool judged = row->counts() && row->scored >= row->contacts;
        const std::string tone = !judged ? "careful" : row->passed() ? "good" : "bad";
        std::string result = row->passed() ? "\u2713 Passed" : judged ? "\u2717 Not passed" : "";
        if (row->why != "finished") result += (result.empty() ? "" : ", ") + state_text(*row);
        if (result.empty()) result = "incomplete";
        out += fmt::format(
            "<tr><td class=\"nowrap\">{}</td><td><bdi>{}</bdi></td><td class=\"num\">{}</td><td class=\"num\">{} of "
            "{}</td><td class=\"num\">{}</td>"
            "<td class=\"num\">{}</td><td class=\"{}\">{}</td><td class=\"mono\">{}</td></tr>\n",
            html(day_text(row->began)), html(row->title.empty() ? row->shift : row->title), row->level,
            row->contacts_passed, std::max(row->contacts, row->scored), percent_text(row->points, row->possible),
            row->critical, tone, html(result), html(records::short_id(row->id)));
    }
    return out +
           "</tbody>\n</table>\n<p class=\"dim small\">Newest first. An attempt passes when every one of its contacts "
           "passes. "
           "<code>shift311 report attempt ID</code> shows one of them, moment by moment.</p>\n";
}

}  // namespace

std::string trainee_html(const TraineeReport& report) {
    Page page;
    page.title = "Practice report: " + report.person.name;
    page.subtitle = counted(static_cast<std::int64_t>(report.attempts.size()), "attempt");
    if (!report.attempts.empty()) {
        const std::string first = day_text(report.attempts.front().began);
        const std::string last = day_text(report.attempts.back().began);
        page.subtitle += first == last ? ", " + first : ", " + first + " to " + last;
    }
    page.subtitle += ".";
    page.stamp = {std::string("shift311 ") + SHIFT311_VERSION, "trainee " + records::short_id(report.person.id),
                  report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    page.foot = report.person.name + " \u00b7 practice report";
    page.body_class = "trainee";

    page.body = cards(
        {{"Attempts finished", std::to_string(report.counted), fmt::format("of {} begun", report.attempts.size())},
         {"Attempts passed", report.counted ? std::to_string(report.passed) : "\u2013", "every contact passed"},
         {"Points", percent_text(report.points, report.possible),
          report.possible > 0 ? points_text(report.points) + " of " + points_text(report.possible)
                              : "nothing judged yet"},
         {"Critical errors", report.counted ? std::to_string(report.critical) : "\u2013", "in finished attempts"}});
    page.body += trend_html(report) + competencies_html(report) + attempts_html(report);
    page.body +=
        "<h2>What this is</h2>\n<p>Practice at a training desk, judged by fixed rules from the journal of each "
        "attempt; the same "
        "journal always gives the same score. Attempts that were set aside or not finished are listed and not counted. "
        "Practice never counts toward certification.</p>\n";
    return whole_page(page);
}

}  // namespace shift311::reports
