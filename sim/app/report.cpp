// shift311 report and export: what trainers and HR read, and data handed over.
#include "assessment/records/store.hpp"
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/export_journal.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"

namespace shift311::app {
namespace {

reports::Format format_of(const std::string& word) {
    if (word == "json") return reports::Format::json;
    if (word == "csv") return reports::Format::csv;
    if (word == "html") return reports::Format::html;
    throw WrongUsage(
        "This version makes no PDF files: take --format html and print that page, which is laid out for paper.");
}

}  // namespace

int report(const ReportOptions& options) {
    const reports::Format format = format_of(options.format);
    if ((options.what == "trainee" || options.what == "attempt") && options.which.empty())
        throw WrongUsage(options.what == "trainee"
                             ? "Whose report? Give the name: report trainee NAME."
                             : "Which attempt? Give its id: report attempt ID; \"report trainee NAME\" lists them.");
    if (options.what == "items")
        throw WrongUsage(
            "This version has no report on items yet; \"report cohort\" and \"report trainee NAME\" show how people "
            "did.");
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    if (options.what == "attempt")
        demand_reading_attempt(access, store, store.attempt_named(options.which));
    else if (options.what == "trainee")
        demand_reading(access, store, options.which);
    else
        demand(access, records::Right::read_all);
    const std::string now = wall_clock();
    if (options.what == "attempt")
        write_out(options.out, reports::attempt_text(
                                   reports::attempt_report(store, store.attempt_named(options.which), now), format));
    else if (options.what == "trainee")
        write_out(options.out, reports::trainee_text(reports::trainee_report(store, options.which, now), format));
    else
        write_out(options.out, reports::cohort_text(reports::cohort_report(store, now), format));
    return kDone;
}

int export_data(const RecordsOptions& options) {
    if (options.what == "xapi")
        throw WrongUsage(
            "This version exports no xAPI statements yet; \"export journal\" hands over every event as JSON Lines.");
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    demand(Access(store, options.access), records::Right::export_all);
    std::string attempt = options.attempt;
    if (attempt.empty()) {
        const auto attempts = store.attempts();
        if (attempts.empty()) throw WrongUsage("There is no attempt in the records yet.");
        attempt = attempts.back().id;
    }
    write_out(options.out, reports::export_journal(store, store.attempt_named(attempt)));
    return kDone;
}

}  // namespace shift311::app
