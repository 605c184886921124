#include "assessment/reports/calibration_blocks.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <cmath>

namespace shift311::reports {
namespace {

void add_pairs(Document& out, const Calibration& report) {
    Table table;
    table.caption = "Every pair of trainers";
    table.columns = {{"Trainers", false, 4},
                     {"Contacts", true},
                     {"Decided alike", true, 2},
                     {"Kappa of pass or fail", true, 2},
                     {"Marks", true},
                     {"Quadratic kappa", true, 2},
                     {"Marks apart", true, 2}};
    for (const RaterPair& pair : report.pairs) {
        table.rows.push_back({plain(pair.one + " and " + pair.other), plain(count_text(pair.contacts)),
                              plain(of_text(pair.same, pair.decided)), plain(statistic_text(pair.kappa)),
                              plain(count_text(pair.marks)), plain(statistic_text(pair.weighted)),
                              plain(statistic_text(pair.mean_apart, 1))});
    }
    out.blocks.emplace_back(std::move(table));
}

void add_spread(Document& out, const Calibration& report) {
    Table table;
    table.caption = "How far the marks of one contact lie apart, by competency";
    table.columns = {{"Competency", false, 3},      {"Contacts", true},          {"Lowest", true},   {"Highest", true},
                     {"Apart on average", true, 2}, {"Farthest apart", true, 2}, {"There", false, 3}};
    table.empty = "No competency was marked by two trainers.";
    for (const MarkSpread& spread : report.spread) {
        table.rows.push_back({plain(competency_label(spread.competency)), plain(count_text(spread.contacts)),
                              plain(std::to_string(spread.lowest)), plain(std::to_string(spread.highest)),
                              plain(statistic_text(spread.mean_range, 1)), plain(std::to_string(spread.widest)),
                              plain(fmt::format("attempt {}, contact {}", records::short_id(spread.widest_attempt),
                                                spread.widest_contact))});
    }
    out.blocks.emplace_back(std::move(table));
}

void add_contacts(Document& out, const Calibration& report) {
    Table table;
    table.caption = "The contacts";
    table.columns = {{"Attempt", false, 2}, {"Contact", true},   {"Trainee", false, 3},
                     {"Trainers", true},    {"Passed it", true}, {"Failed it", true}};
    for (const CalibratedContact& one : report.contacts) {
        table.rows.push_back({figures(records::short_id(one.attempt)), plain(std::to_string(one.contact)),
                              plain(one.trainee_name), plain(count_text(one.raters)), plain(count_text(one.passes)),
                              plain(count_text(one.fails))});
    }
    out.blocks.emplace_back(std::move(table));
}

}  // namespace

void add_calibration(Document& out, const Calibration& report) {
    if (!report.contacts.empty()) {
        Figures figures_of;
        figures_of.figures = {
            {"Contacts", count_text(static_cast<std::int64_t>(report.contacts.size())), "rated blind by two or more"},
            {"Trainers", count_text(static_cast<std::int64_t>(report.raters.size())), ""}};
        if (report.fleiss) {
            figures_of.figures.push_back({"Kappa of all together", statistic_text(report.fleiss),
                                          fmt::format("pass or fail, Fleiss, {} contacts of {} trainers",
                                                      report.fleiss_contacts, report.fleiss_raters)});
        }
        if (report.icc) {
            figures_of.figures.push_back(
                {"ICC(2,1) of marks", statistic_text(report.icc->icc),
                 fmt::format("95 % {}; {} marked competencies, {} trainers", interval_text(report.icc->interval),
                             report.icc_targets, report.icc_raters)});
        }
        if (report.weighted) {
            figures_of.figures.push_back({"Quadratic kappa", statistic_text(report.weighted),
                                          fmt::format("{} marks of all pairs", report.marks)});
        }
        out.blocks.emplace_back(std::move(figures_of));
        add_pairs(out, report);
        add_spread(out, report);
        add_contacts(out, report);
    }
    for (const std::string& note : report.notes)
        out.blocks.emplace_back(Paragraph{plain(note)});
}

Document calibration_document(const Calibration& report) {
    Document out;
    out.title = "Calibration report";
    out.subtitle =
        "The same contacts rated by several trainers who saw neither each other\u2019s judgment nor the "
        "machine\u2019s.";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION};
    if (!report.prepared.empty()) out.stamp.push_back("prepared " + day_text(report.prepared));
    out.made = report.prepared;
    out.foot = "Calibration report";
    if (report.contacts.empty()) {
        out.blocks.emplace_back(
            Banner{Tone::quiet, "Nothing to compare yet", report.notes.empty() ? std::string() : report.notes.front()});
        return out;
    }
    add_calibration(out, report);
    return out;
}

std::string calibration_csv(const Calibration& report) {
    Csv csv;
    for (const char* name :
         {"rater", "other", "contacts", "decided", "same", "kappa", "marks", "quadratic_kappa", "mean_apart"}) {
        csv.text(name);
    }
    csv.end_line();
    const auto hundredths = [&](const std::optional<double>& value) {
        value ? csv.points(std::llround(*value * 100)) : csv.nothing();
    };
    for (const RaterPair& pair : report.pairs) {
        csv.text(pair.one).text(pair.other).number(pair.contacts).number(pair.decided).number(pair.same);
        hundredths(pair.kappa);
        csv.number(pair.marks);
        hundredths(pair.weighted);
        hundredths(pair.mean_apart);
        csv.end_line();
    }
    return csv.str();
}

}  // namespace shift311::reports
