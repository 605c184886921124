// shift311 report and export: what trainers and HR read, and data handed over.
#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/agreement_report.hpp"
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/calibration.hpp"
#include "assessment/reports/certificate.hpp"
#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/demographics.hpp"
#include "assessment/reports/export_journal.hpp"
#include "assessment/reports/impact_report.hpp"
#include "assessment/reports/item_report.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/reports/xapi.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace shift311::app {
namespace {

using reports::Format;

/// A report that is a document with its data beside it.
template <class Report>
std::string drawn(const Report& report, Format format, reports::Document (*document)(const Report&),
                  std::string (*json)(const Report&), std::string (*csv)(const Report&)) {
    switch (format) {
        case Format::json:
            return json(report);
        case Format::csv:
            return csv(report);
        case Format::pdf:
            return reports::pdf_of(document(report));
        case Format::html:
            break;
    }
    return reports::html_of(document(report));
}

/// The content's programs, read only where somebody is enrolled and the records keep no program themselves.
std::vector<standing::Program> programs(const records::Store& store, const ReportOptions& options) {
    if (!store.rules("program").empty() || store.entries("event").empty()) return {};
    return load_content(content_root(options.content)).programs;
}

std::string trainee(const records::Store& store, const Access& access, const ReportOptions& options, Format format,
                    const std::string& now) {
    const records::Person person = reports::known_person(store, options.which);
    const auto program = reports::program_of(store, person.id, programs(store, options));
    const reports::Reader reader = reader_of(access, person.id);
    if (!program)
        return reports::trainee_text(
            reports::trainee_report(store, options.which, now, reader, programs(store, options)), format);
    return reports::competency_text(reports::competency_report(store, *program, options.which, now, reader), format);
}

std::string certificate(const records::Store& store, const ReportOptions& options, Format format,
                        const std::string& now) {
    if (format != Format::html && format != Format::pdf)
        throw WrongUsage("A certificate is made as html or pdf; report trainee gives the data as csv or json.");
    const records::Person person = reports::known_person(store, options.which);
    const auto program = reports::program_of(store, person.id, programs(store, options));
    if (!program) throw WrongUsage(person.name + " is enrolled in no program, so there is no certificate.");
    const reports::CompetencyReport report = reports::competency_report(store, *program, options.which, now);
    if (const std::string refusal = reports::certificate_refusal(report); !refusal.empty()) throw WrongUsage(refusal);
    const reports::Document document = reports::certificate_document(report);
    return format == Format::pdf ? reports::pdf_of(document) : reports::html_of(document);
}

std::string impact(const records::Store& store, const ReportOptions& options, Format format, const std::string& now) {
    if (options.groups.empty())
        throw WrongUsage(
            "Which groups? Give the demographic file: report impact --groups FILE. It is read and not kept.");
    std::ifstream file(options.groups, std::ios::binary);
    if (!file) throw WrongUsage("The demographic file " + options.groups + " cannot be read.");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    try {
        return drawn(
            reports::impact_report(store, reports::read_demographics(text, options.groups), options.which, now), format,
            reports::impact_document, reports::impact_json, reports::impact_csv);
    } catch (const reports::BadDemographics& error) {
        throw WrongUsage(error.what());
    }
}

std::string agreement(const records::Store& store, const ReportOptions& options, Format format,
                      const std::string& now) {
    if (options.which.empty())
        return drawn(reports::agreement_report(store, now), format, reports::agreement_document,
                     reports::agreement_json, reports::agreement_csv);
    return drawn(reports::calibration(store, store.attempt_named(options.which), now), format,
                 reports::calibration_document, reports::calibration_json, reports::calibration_csv);
}

void demand_for(const ReportOptions& options, const Access& access, const records::Store& store) {
    if (options.what == "attempt")
        demand_reading_attempt(access, store, store.attempt_named(options.which));
    else if (options.what == "trainee" || options.what == "certificate")
        demand_reading(access, store, options.which);
    else
        demand(access, options.what == "impact" ? records::Right::impact : records::Right::read_all);
}

}  // namespace

int report(const ReportOptions& options) {
    const Format format = reports::format_named(options.format);
    if (options.which.empty() && options.what == "attempt")
        throw WrongUsage("Which attempt? Give its id: report attempt ID; \"report trainee NAME\" lists them.");
    if (options.which.empty() && (options.what == "trainee" || options.what == "certificate"))
        throw WrongUsage("Whose " + std::string(options.what == "trainee" ? "report" : "certificate") +
                         "? Give the name: report " + options.what + " NAME.");
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    demand_for(options, access, store);
    const std::string now = wall_clock();
    std::string text;
    if (options.what == "attempt")
        text = reports::attempt_text(
            reports::attempt_report(store, store.attempt_named(options.which), now, programs(store, options)), format);
    else if (options.what == "trainee")
        text = trainee(store, access, options, format, now);
    else if (options.what == "certificate")
        text = certificate(store, options, format, now);
    else if (options.what == "items")
        text = drawn(reports::item_report(store, now), format, reports::item_document, reports::item_json,
                     reports::item_csv);
    else if (options.what == "impact")
        text = impact(store, options, format, now);
    else if (options.what == "agreement")
        text = agreement(store, options, format, now);
    else
        text =
            reports::cohort_text(reports::cohort_report(store, now, programs(store, options), options.which), format);
    write_out(options.out, text);
    return kDone;
}

int export_data(const RecordsOptions& options) {
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    demand(Access(store, options.access), records::Right::export_all);
    std::string attempt = options.attempt.empty() ? std::string() : store.attempt_named(options.attempt);
    if (options.what == "xapi") {
        std::vector<std::string> set_aside;
        try {
            const std::string_view home = options.home.empty() ? reports::kXapiHome : std::string_view(options.home);
            write_out(options.out, reports::export_xapi(store, attempt, home, &set_aside));
        } catch (const std::invalid_argument& error) {
            throw WrongUsage(error.what());
        }
        for (const std::string& sentence : set_aside)
            std::cerr << "shift311: " << sentence << '\n';
        return set_aside.empty() ? kDone : kFaults;
    }
    if (attempt.empty()) {
        const auto attempts = store.attempts();
        if (attempts.empty()) throw WrongUsage("There is no attempt in the records yet.");
        attempt = attempts.back().id;
    }
    write_out(options.out, reports::export_journal(store, attempt));
    return kDone;
}

}  // namespace shift311::app
