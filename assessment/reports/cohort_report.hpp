// Everybody who practices here, or everybody in one program, one line each.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/reports/format.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/standing.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::reports {

/// Where one trainee stands in the program that he or she is enrolled in.
struct CohortStanding {
    std::string program;  ///< id
    standing::State state = standing::State::in_training;
    int exams = 0;
    int retests_left = 0;
    std::string certified_until;
    std::string next;  ///< one sentence
    int requirements = 0, requirements_met = 0;
};

struct CohortReport {
    std::vector<records::Tally> trainees;  ///< by name
    std::string prepared;
    std::map<std::string, CohortStanding> standings = {};  ///< by person id; only the enrolled
    std::string program = {};                              ///< id of the program that was asked for; empty: everybody
};

/// `known`: programs to take where the records keep none of an id; `program`: only who is enrolled in it. Throws
/// records::NotFound for a program that is neither known nor was anybody ever enrolled in it.
CohortReport cohort_report(const records::Store& store, const std::string& prepared = {},
                           const std::vector<standing::Program>& known = {}, const std::string& program = {});

/// {trainees: [{name, person, attempts, counted, passed, critical, last, percent or null, standing: {program, state,
/// label, exams, retests_left, certified_until, next} or null}]}
std::string cohort_json(const CohortReport& report);
Document cohort_document(const CohortReport& report);
std::string cohort_html(const CohortReport& report);
std::string cohort_csv(const CohortReport& report);
std::string cohort_text(const CohortReport& report, Format format);

}  // namespace shift311::reports
