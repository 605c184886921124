// What the rule of certification lets through and turns away, so that anybody can check it: its error rates in print.
#pragma once

#include "assessment/reports/charts.hpp"

#include <vector>

namespace shift311::reports {

/// The call block of CERT-20/30 for somebody who handles each contact rightly with the same chance.
struct CallOdds {
    double skill = 0;
    double single = 0;         ///< 18 of 20 and no further block, to compare with
    double rule = 0;           ///< both stages
    double mean_contacts = 0;  ///< judged on average
    double within_tries = 0;   ///< in any of the allowed exams
};
/// For the skills that reports print, .60 to .97. `tries`: the first exam and its retests.
std::vector<CallOdds> call_odds(int tries);

/// Both blocks of emergencies for somebody who misses each with the same chance.
struct EmergencyOdds {
    double miss_rate = 0;
    double passes = 0;
};
std::vector<EmergencyOdds> emergency_odds();

/// The curve of the rule, and of a single block, in steps of one percent from .50.
std::vector<OddsMark> rule_curve();
std::vector<OddsMark> single_curve();

}  // namespace shift311::reports
