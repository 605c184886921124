#include "assessment/reports/trainee_report.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr std::size_t kEnoughForTrend = 2;
constexpr std::size_t kEnoughForHalves = 4;

std::string near_names(const records::Store& store, const std::string& name) {
    const std::string asked = text::folded(name);
    std::vector<std::pair<double, std::string>> near;
    for (const records::Person& person : store.people()) {
        const std::string known = text::folded(person.name);
        double closeness = text::jaro_winkler(asked, known);
        // One name of several counts too: "reyes" for "Dana Reyes".
        for (const std::string& word : text::words(known)) {
            if (word == asked) closeness = 1;
        }
        if (closeness >= 0.8) near.emplace_back(-closeness, person.name);
    }
    std::sort(near.begin(), near.end());
    std::string out;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i)
        out += (i ? " or " : "") + near[i].second;
    return out;
}

using Sums = std::map<std::string, scoring::Scorecard::Sum>;

Sums sums_of(const std::vector<const records::AttemptRow*>& rows, std::size_t first, std::size_t count) {
    Sums out;
    for (std::size_t i = first; i < first + count; ++i) {
        for (const auto& [name, sum] : rows[i]->competencies) {
            out[name].points += sum.points;
            out[name].possible += sum.possible;
        }
    }
    return out;
}

std::optional<Trend> trend_of(const std::vector<const records::AttemptRow*>& rows) {
    if (rows.size() < kEnoughForTrend) return std::nullopt;
    Trend out;
    for (const records::AttemptRow* row : rows) {
        out.attempts.push_back({row->id, row->began, scoring::percent(row->points, row->possible), row->passed()});
    }
    if (rows.size() < kEnoughForHalves) return out;
    const std::size_t half = rows.size() / 2;
    const Sums first = sums_of(rows, 0, half);
    const Sums last = sums_of(rows, rows.size() - half, half);
    for (const auto& [name, sum] : first) {
        const auto later = last.find(name);
        if (later == last.end() || sum.possible <= 0 || later->second.possible <= 0) continue;
        out.competencies[name] = {scoring::percent(sum.points, sum.possible),
                                  scoring::percent(later->second.points, later->second.possible)};
    }
    return out;
}

nlohmann::json percent_json(scoring::Points points, scoring::Points possible) {
    return possible > 0 ? nlohmann::json(scoring::percent(points, possible)) : nlohmann::json();
}

nlohmann::json sums_json(const Sums& sums) {
    nlohmann::json out = nlohmann::json::object();
    for (const auto& [name, sum] : sums)
        out[name] = {{"points", sum.points}, {"possible", sum.possible}};
    return out;
}

}  // namespace

TraineeReport trainee_report(const records::Person& person, std::vector<records::AttemptRow> attempts,
                             const std::string& prepared, std::set<std::string> exams) {
    TraineeReport out;
    out.person = person;
    out.attempts = std::move(attempts);
    out.exams = std::move(exams);
    out.prepared = prepared;
    std::vector<const records::AttemptRow*> counted;
    for (const records::AttemptRow& row : out.attempts) {
        if (!row.counts() || out.exams.count(row.id)) continue;
        counted.push_back(&row);
        ++out.counted;
        out.passed += row.passed() ? 1 : 0;
        out.critical += row.critical;
        out.points += row.points;
        out.possible += row.possible;
    }
    out.competencies = sums_of(counted, 0, counted.size());
    out.trend = trend_of(counted);
    return out;
}

records::Person known_person(const records::Store& store, const std::string& name) {
    auto person = store.person(name);
    if (person) return *std::move(person);
    const std::string near = near_names(store, name);
    throw records::NotFound(
        "There is nobody called \"" + name + "\" in " + store.path() + "; " +
        (near.empty() ? std::string("report cohort lists everybody.") : "did you mean " + near + "?"));
}

std::set<std::string> official_attempts(const standing::History& history) {
    std::set<std::string> out;
    const auto add = [&](const auto& fact) {
        if (fact.purpose == standing::Purpose::exam || fact.purpose == standing::Purpose::qualification)
            out.insert(fact.attempt);
    };
    std::for_each(history.contacts.begin(), history.contacts.end(), add);
    std::for_each(history.triage.begin(), history.triage.end(), add);
    std::for_each(history.typing.begin(), history.typing.end(), add);
    return out;
}

TraineeReport trainee_report(const records::Store& store, const std::string& name, const std::string& prepared,
                             Reader reader, const std::vector<standing::Program>& known) {
    const records::Person person = known_person(store, name);
    std::vector<records::AttemptRow> rows = store.attempts(person.name);
    if (reader == Reader::examined) {
        const std::set<std::string> hidden = attempts_not_out(store, person.id, rows);
        rows = without(std::move(rows), hidden);
    }
    const standing::History history = records::history_of(store, person.id);
    TraineeReport out = trainee_report(person, std::move(rows), prepared, official_attempts(history));
    out.withheld = to_rate_blind_in(exams_of(store, history, known));
    return out;
}

std::string trainee_json(const TraineeReport& report) {
    using nlohmann::json;
    json attempts = json::array();
    for (const records::AttemptRow& row : report.attempts) {
        attempts.push_back({{"attempt", row.id},
                            {"began", row.began},
                            {"ended_at", row.ended},
                            {"state", row.why.empty() ? "open" : row.why},
                            {"shift", row.shift},
                            {"title", row.title},
                            {"city", row.city},
                            {"level", row.level},
                            {"seed", row.seed},
                            {"contacts", row.contacts},
                            {"scored", row.scored},
                            {"contacts_passed", row.contacts_passed},
                            {"critical", row.critical},
                            {"points", row.points},
                            {"possible", row.possible},
                            {"percent", percent_json(row.points, row.possible)},
                            {"passed", row.passed()},
                            {"practice", report.exams.count(row.id) == 0},
                            {"competencies", sums_json(row.competencies)}});
        if (report.withheld.count(row.id) == 0) continue;
        for (const char* judged : {"contacts_passed", "critical", "points", "possible", "percent", "passed"})
            attempts.back()[judged] = nullptr;
        attempts.back()["competencies"] = json::object();
        attempts.back()["withheld"] = kUntilRated;
    }
    json out{{"name", report.person.name},
             {"person", report.person.id},
             {"attempts", std::move(attempts)},
             {"counted", report.counted},
             {"passed", report.passed},
             {"critical", report.critical},
             {"points", report.points},
             {"possible", report.possible},
             {"percent", percent_json(report.points, report.possible)},
             {"competencies", sums_json(report.competencies)},
             {"trend", nullptr}};
    if (report.trend) {
        json points = json::array();
        for (const Trend::Point& point : report.trend->attempts) {
            points.push_back({{"attempt", point.attempt},
                              {"began", point.began},
                              {"percent", point.percent},
                              {"passed", point.passed}});
        }
        json changes = json::object();
        for (const auto& [name, change] : report.trend->competencies) {
            changes[name] = {{"first_half", change.first}, {"last_half", change.last}};
        }
        out["trend"] = {{"attempts", std::move(points)}, {"competencies", std::move(changes)}};
    }
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string trainee_csv(const TraineeReport& report) {
    Csv csv;
    for (const char* name : {"name", "attempt", "began", "shift", "title", "level", "state", "contacts",
                             "contacts_passed", "points", "possible", "percent", "passed", "critical"}) {
        csv.text(name);
    }
    for (const auto competency : scoring::kCompetencies)
        csv.text(fmt::format("{}_percent", scoring::word(competency)));
    csv.end_line();
    for (const records::AttemptRow& row : report.attempts) {
        csv.text(report.person.name).text(row.id).text(row.began).text(row.shift).text(row.title).number(row.level);
        if (report.withheld.count(row.id)) {
            csv.text(state_text(row)).number(row.contacts).nothing().nothing().nothing().nothing();
            csv.text(std::string("withheld ") + kUntilRated).nothing();
            for (std::size_t i = 0; i < scoring::kCompetencies.size(); ++i)
                csv.nothing();
            csv.end_line();
            continue;
        }
        csv.text(state_text(row))
            .number(row.contacts)
            .number(row.contacts_passed)
            .points(row.points)
            .points(row.possible);
        row.possible > 0 ? csv.number(scoring::percent(row.points, row.possible)) : csv.nothing();
        csv.text(row.passed() ? "yes" : "no").number(row.critical);
        for (const auto competency : scoring::kCompetencies) {
            const auto sum = row.competencies.find(std::string(scoring::word(competency)));
            const bool judged = sum != row.competencies.end() && sum->second.possible > 0;
            judged ? csv.number(scoring::percent(sum->second.points, sum->second.possible)) : csv.nothing();
        }
        csv.end_line();
    }
    return csv.str();
}

std::string trainee_html(const TraineeReport& report) {
    return html_of(trainee_document(report));
}

std::string trainee_text(const TraineeReport& report, Format format) {
    switch (format) {
        case Format::json:
            return trainee_json(report);
        case Format::csv:
            return trainee_csv(report);
        case Format::pdf:
            return pdf_of(trainee_document(report));
        case Format::html:
            break;
    }
    return trainee_html(report);
}

}  // namespace shift311::reports
