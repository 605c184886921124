// One trainee: every attempt, and whether it is getting better.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/reports/format.hpp"
#include "assessment/reports/withheld.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shift311::reports {

/// Drawn only from attempts that ended and were judged, and only when there are enough of them.
struct Trend {
    struct Point {
        std::string attempt;
        std::string began;
        int percent = 0;
        bool passed = false;
    };
    struct Change {
        int first = 0;  ///< percent of the points of the first half of the attempts, the middle one left out
        int last = 0;
    };
    std::vector<Point> attempts;                 ///< at least two, oldest first
    std::map<std::string, Change> competencies;  ///< by word; empty below four attempts
};

struct TraineeReport {
    records::Person person;
    std::vector<records::AttemptRow> attempts;  ///< oldest first
    std::set<std::string> exams;                ///< of these, the ones that are no practice: listed, never counted
    std::set<std::string> withheld;             ///< of these, the ones with a contact still to be rated blind
    int counted = 0;                            ///< practice that ended, was not set aside, and was judged
    int passed = 0;
    int critical = 0;
    scoring::Points points = 0;  ///< of those counted
    scoring::Points possible = 0;
    std::map<std::string, scoring::Scorecard::Sum> competencies;
    std::optional<Trend> trend;
    std::string prepared;
};

/// Throws records::NotFound, with names that are near, when nobody is called that.
records::Person known_person(const records::Store& store, const std::string& name);
/// Throws as known_person does. For the one it is about, exams that are not closed are not in it; `known`: programs to
/// look at when the records keep none.
TraineeReport trainee_report(const records::Store& store, const std::string& name, const std::string& prepared = {},
                             Reader reader = Reader::office, const std::vector<standing::Program>& known = {});
/// Attempts that are no practice: of exams and qualifications.
std::set<std::string> official_attempts(const standing::History& history);
/// `exams`: attempts that belong to exams and qualifications.
TraineeReport trainee_report(const records::Person& person, std::vector<records::AttemptRow> attempts,
                             const std::string& prepared = {}, std::set<std::string> exams = {});

/// {name, person, attempts: [...], counted, passed, critical, points, possible, percent or null, competencies, trend or
/// null}. An attempt with a contact still to be rated blind says "withheld", and null for what was judged.
std::string trainee_json(const TraineeReport& report);
Document trainee_document(const TraineeReport& report);
/// Its parts, for a report that holds more: figures, trend, competencies, attempts; headings from `level` on.
std::vector<Block> practice_blocks(const TraineeReport& report, int level);
std::string trainee_html(const TraineeReport& report);
/// One line for each attempt.
std::string trainee_csv(const TraineeReport& report);
std::string trainee_text(const TraineeReport& report, Format format);

}  // namespace shift311::reports
