#include "assessment/reports/cohort_report.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/records/role.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/rule_trials.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/standing/exam.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace shift311::reports {
namespace {

using standing::State;

constexpr std::array kStates{State::certified,   State::exam_under_way,    State::ready_for_exam,
                             State::in_training, State::not_yet_competent, State::expired};

Tone tone_of(State state) {
    switch (state) {
        case State::certified:
            return Tone::good;
        case State::not_yet_competent:
            return Tone::bad;
        case State::expired:
        case State::exam_under_way:
            return Tone::careful;
        case State::in_training:
        case State::ready_for_exam:
            break;
    }
    return Tone::plain;
}

/// Who only rates, signs or manages accounts is no trainee. `acted`: ids of who decided or rated something.
void leave_out_staff(CohortReport& report, const records::Store& store, std::set<std::string> acted) {
    for (const records::AccountRow& account : store.account_rows())
        if (account.role != records::word(records::Role::trainee)) acted.insert(account.person.id);
    const auto staff = [&](const records::Tally& tally) {
        return tally.attempts == 0 && report.standings.count(tally.person.id) == 0 && acted.count(tally.person.id) != 0;
    };
    report.trainees.erase(std::remove_if(report.trainees.begin(), report.trainees.end(), staff), report.trainees.end());
}

/// Throws records::NotFound for a program that neither the records nor the content have heard of.
void demand_program(const records::Store& store, const std::vector<standing::Program>& known,
                    const std::string& program) {
    std::set<std::string> ids;
    for (const standing::Program& one : known)
        ids.insert(one.id);
    for (const standing::Event& event : records::events_of(store, {}))
        if (event.kind == "enrolled") ids.insert(event.program);
    if (ids.count(program) != 0) return;
    std::string list;
    for (const std::string& id : ids)
        list += (list.empty() ? "" : ", ") + id;
    throw records::NotFound(
        "Nobody in these records was ever enrolled in a program \"" + program + "\"" +
        (list.empty() ? "; \"shift311 enroll\" puts a trainee into one." : "; there is enrollment in " + list + "."));
}

}  // namespace

CohortReport cohort_report(const records::Store& store, const std::string& prepared,
                           const std::vector<standing::Program>& known, const std::string& program) {
    if (!program.empty()) demand_program(store, known, program);
    CohortReport out{store.tallies(), prepared, {}, program};
    std::set<std::string> acted;
    for (const records::Tally& tally : out.trainees) {
        const auto theirs = program_of(store, tally.person.id, known);
        if (!theirs) continue;
        const standing::History history = records::history_of(store, tally.person.id);
        const standing::Standing now = standing::standing(*theirs, history, prepared);
        for (const standing::Event& event : history.events)
            acted.insert(event.by);
        for (const standing::RatingFact& rating : history.ratings)
            acted.insert(rating.rater);
        CohortStanding& row = out.standings[tally.person.id];
        row.program = theirs->id;
        row.state = now.state;
        row.exams = static_cast<int>(now.exams.size());
        row.retests_left = now.retests_left;
        row.certified_until = now.certified_until;
        row.next = now.next;
        row.requirements = static_cast<int>(now.eligibility.size());
        row.requirements_met = static_cast<int>(
            std::count_if(now.eligibility.begin(), now.eligibility.end(), [](const auto& it) { return it.met; }));
    }
    for (const standing::Override& change : records::overrides_of(store, {}))
        acted.insert(change.by);
    leave_out_staff(out, store, std::move(acted));
    if (!program.empty()) {
        const auto other = [&](const records::Tally& tally) {
            const auto standing = out.standings.find(tally.person.id);
            return standing == out.standings.end() || standing->second.program != program;
        };
        out.trainees.erase(std::remove_if(out.trainees.begin(), out.trainees.end(), other), out.trainees.end());
    }
    return out;
}

std::string cohort_json(const CohortReport& report) {
    using nlohmann::json;
    json trainees = json::array();
    for (const records::Tally& tally : report.trainees) {
        json row{{"name", tally.person.name},
                 {"person", tally.person.id},
                 {"attempts", tally.attempts},
                 {"counted", tally.counted},
                 {"passed", tally.passed},
                 {"critical", tally.critical},
                 {"last", tally.last},
                 {"points", tally.points},
                 {"possible", tally.possible},
                 {"percent", tally.possible > 0 ? json(scoring::percent(tally.points, tally.possible)) : json()},
                 {"standing", nullptr}};
        if (const auto it = report.standings.find(tally.person.id); it != report.standings.end()) {
            row["standing"] = {{"program", it->second.program},
                               {"state", standing::word(it->second.state)},
                               {"label", standing::label(it->second.state)},
                               {"exams", it->second.exams},
                               {"retests_left", it->second.retests_left},
                               {"certified_until", it->second.certified_until},
                               {"requirements", it->second.requirements},
                               {"requirements_met", it->second.requirements_met},
                               {"next", it->second.next}};
        }
        trainees.push_back(std::move(row));
    }
    json out{{"trainees", std::move(trainees)}};
    if (!report.program.empty()) out["program"] = report.program;
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string cohort_csv(const CohortReport& report) {
    Csv csv;
    for (const char* name : {"name", "attempts", "counted", "passed", "percent", "critical", "last", "program", "state",
                             "exams", "certified_until"})
        csv.text(name);
    csv.end_line();
    for (const records::Tally& tally : report.trainees) {
        csv.text(tally.person.name).number(tally.attempts).number(tally.counted).number(tally.passed);
        tally.possible > 0 ? csv.number(scoring::percent(tally.points, tally.possible)) : csv.nothing();
        csv.number(tally.critical).text(tally.last);
        const auto it = report.standings.find(tally.person.id);
        if (it == report.standings.end())
            csv.nothing().nothing().nothing().nothing();
        else
            csv.text(it->second.program)
                .text(standing::word(it->second.state))
                .number(it->second.exams)
                .text(it->second.certified_until);
        csv.end_line();
    }
    return csv.str();
}

Document cohort_document(const CohortReport& report) {
    Document out;
    out.title = report.program.empty() ? "Cohort report: everybody" : "Cohort report: program " + report.program;
    out.subtitle = counted(static_cast<std::int64_t>(report.trainees.size()), "trainee") + ", by name.";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION,
                 report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    out.foot = report.program.empty() ? "Cohort report, everybody" : "Cohort report, program " + report.program;
    out.made = report.prepared;
    if (report.trainees.empty()) {
        out.blocks.push_back(
            Paragraph{plain(report.program.empty() ? "Nobody has practiced here yet."
                                                   : "Nobody is enrolled in program " + report.program + "."),
                      false});
        return out;
    }
    Figures figures;
    for (const State state : kStates) {
        const auto count = std::count_if(report.trainees.begin(), report.trainees.end(), [&](const auto& tally) {
            const auto it = report.standings.find(tally.person.id);
            return it != report.standings.end() && it->second.state == state;
        });
        if (count > 0)
            figures.figures.push_back(
                {std::string(standing::label(state)), std::to_string(count),
                 fmt::format("of {}", counted(static_cast<std::int64_t>(report.trainees.size()), "trainee"))});
    }
    const auto outside =
        report.trainees.size() -
        static_cast<std::size_t>(std::count_if(report.trainees.begin(), report.trainees.end(), [&](const auto& tally) {
            return report.standings.count(tally.person.id) > 0;
        }));
    if (!figures.figures.empty() && outside > 0)
        figures.figures.push_back({"Not enrolled", std::to_string(outside), "practice only"});
    const bool enrolled = !figures.figures.empty();
    if (enrolled) out.blocks.push_back(std::move(figures));
    Table table;
    table.columns = {{"Trainee", false, 2}};
    if (enrolled) {
        table.caption = "Standing and practice";
        table.columns.push_back({"Standing", false, 2});
        table.columns.push_back({"Exams", true, 1});
        table.columns.push_back({"Valid through", false, 1});
    } else {
        table.caption = "Practice";
    }
    for (const char* name : {"Attempts", "Finished", "Passed", "Points", "Critical errors"})
        table.columns.push_back({name, true, 1});
    table.columns.push_back({"Last begun", false, 1});
    for (const records::Tally& tally : report.trainees) {
        std::vector<Line> row{strong(tally.person.name)};
        if (enrolled) {
            const auto it = report.standings.find(tally.person.id);
            const bool in = it != report.standings.end();
            row.push_back(in ? strong(std::string(standing::label(it->second.state)), tone_of(it->second.state))
                             : plain("not enrolled", Tone::quiet));
            row.push_back(in ? plain(std::to_string(it->second.exams)) : plain("\u2013"));
            row.push_back(in && !it->second.certified_until.empty() ? plain(day_text(it->second.certified_until))
                                                                    : plain("\u2013", Tone::quiet));
        }
        for (const int number : {tally.attempts, tally.counted, tally.passed})
            row.push_back(plain(std::to_string(number)));
        row.push_back(plain(percent_text(tally.points, tally.possible)));
        row.push_back(plain(std::to_string(tally.critical)));
        row.push_back(plain(tally.last.empty() ? "\u2013" : day_text(tally.last)));
        table.rows.push_back(std::move(row));
    }
    out.blocks.push_back(std::move(table));
    out.blocks.push_back(Paragraph{
        plain("Finished: ended and judged, not set aside. Points: percent of what was possible in those. Trainees take "
              "different shifts, so these figures do not rank them. Practice never counts toward certification."),
        true});
    if (!enrolled) return out;
    Table next;
    next.caption = "What comes next";
    next.columns = {{"Trainee", false, 1}, {"Program", false, 1}, {"Requirements met", true, 1}, {"Next", false, 4}};
    for (const records::Tally& tally : report.trainees) {
        const auto it = report.standings.find(tally.person.id);
        if (it == report.standings.end()) continue;
        next.rows.push_back({plain(tally.person.name), reports::figures(it->second.program),
                             plain(fmt::format("{} of {}", it->second.requirements_met, it->second.requirements)),
                             plain(it->second.next.empty() ? "\u2013" : it->second.next)});
    }
    out.blocks.push_back(std::move(next));
    out.blocks.push_back(Heading{"How often the rule of the exam errs", 2, false});
    out.blocks.push_back(
        Paragraph{plain(fmt::format(
                      "{}: 18 of 20 unseen contacts pass, 15 or fewer do not, and with 16 or 17 ten more decide: 26 "
                      "of all 30. Each trainee\u2019s own report states the rule in full.",
                      standing::kRule)),
                  false});
    add_rule_trials(out.blocks);
    return out;
}

std::string cohort_html(const CohortReport& report) {
    return html_of(cohort_document(report));
}

std::string cohort_text(const CohortReport& report, Format format) {
    switch (format) {
        case Format::json:
            return cohort_json(report);
        case Format::csv:
            return cohort_csv(report);
        case Format::pdf:
            return pdf_of(cohort_document(report));
        case Format::html:
            break;
    }
    return cohort_html(report);
}

}  // namespace shift311::reports
