#include "assessment/reports/cohort_report.hpp"

#include "assessment/reports/csv.hpp"
#include "assessment/reports/html_text.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace shift311::reports {

CohortReport cohort_report(const records::Store& store, const std::string& prepared) {
    return {store.tallies(), prepared};
}

std::string cohort_json(const CohortReport& report) {
    using nlohmann::json;
    json trainees = json::array();
    for (const records::Tally& tally : report.trainees) {
        trainees.push_back(
            {{"name", tally.person.name},
             {"person", tally.person.id},
             {"attempts", tally.attempts},
             {"counted", tally.counted},
             {"passed", tally.passed},
             {"critical", tally.critical},
             {"last", tally.last},
             {"points", tally.points},
             {"possible", tally.possible},
             {"percent", tally.possible > 0 ? json(scoring::percent(tally.points, tally.possible)) : json()}});
    }
    return json{{"trainees", std::move(trainees)}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string cohort_csv(const CohortReport& report) {
    Csv csv;
    for (const char* name : {"name", "attempts", "counted", "passed", "percent", "critical", "last"})
        csv.text(name);
    csv.end_line();
    for (const records::Tally& tally : report.trainees) {
        csv.text(tally.person.name).number(tally.attempts).number(tally.counted).number(tally.passed);
        tally.possible > 0 ? csv.number(scoring::percent(tally.points, tally.possible)) : csv.nothing();
        csv.number(tally.critical).text(tally.last);
        csv.end_line();
    }
    return csv.str();
}

std::string cohort_html(const CohortReport& report) {
    Page page;
    page.title = "Practice report: everybody";
    page.subtitle = counted(static_cast<std::int64_t>(report.trainees.size()), "trainee") + ", by name.";
    page.stamp = {std::string("shift311 ") + SHIFT311_VERSION,
                  report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    page.foot = "Practice report, everybody";
    page.body_class = "cohort";
    if (report.trainees.empty()) {
        page.body = "<p>Nobody has practiced here yet.</p>\n";
        return whole_page(page);
    }
    page.body =
        "<table>\n<thead><tr><th scope=\"col\">Trainee</th><th scope=\"col\" class=\"num\">Attempts</th><th "
        "scope=\"col\" class=\"num\">Finished"
        "</th><th scope=\"col\" class=\"num\">Passed</th><th scope=\"col\" class=\"num\">Points</th><th scope=\"col\" "
        "class=\"num\">Critical "
        "errors</th><th scope=\"col\">Last begun</th></tr></thead>\n<tbody>\n";
    for (const records::Tally& tally : report.trainees) {
        page.body += fmt::format(
            "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{}</td><td "
            "class=\"num\">{}</td><td class=\"num\">{}</td>"
            "<td class=\"num\">{}</td><td class=\"nowrap\">{}</td></tr>\n",
            html_name(tally.person.name), tally.attempts, tally.counted, tally.passed,
            percent_text(tally.points, tally.possible), tally.critical,
            tally.last.empty() ? "\u2013" : html(day_text(tally.last)));
    }
    page.body +=
        "</tbody>\n</table>\n<p class=\"dim small\">Finished: ended and judged, not set aside. Points: percent of what "
        "was possible in those. "
        "Trainees take different shifts, so these figures do not rank them. Practice never counts toward "
        "certification.</p>\n";
    return whole_page(page);
}

std::string cohort_text(const CohortReport& report, Format format) {
    switch (format) {
        case Format::json:
            return cohort_json(report);
        case Format::csv:
            return cohort_csv(report);
        case Format::html:
        case Format::pdf:
            break;
    }
    return cohort_html(report);
}

}  // namespace shift311::reports
