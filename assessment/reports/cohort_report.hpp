// Everybody who practices here, one line each.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/reports/format.hpp"

#include <string>
#include <vector>

namespace shift311::reports {

struct CohortReport {
    std::vector<records::Tally> trainees;  ///< by name
    std::string prepared;
};

CohortReport cohort_report(const records::Store& store, const std::string& prepared = {});

/// {trainees: [{name, person, attempts, counted, passed, critical, last, percent or null}]}
std::string cohort_json(const CohortReport& report);
std::string cohort_html(const CohortReport& report);
std::string cohort_csv(const CohortReport& report);
std::string cohort_text(const CohortReport& report, Format format);

}  // namespace shift311::reports
