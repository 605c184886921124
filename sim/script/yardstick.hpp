// What one person could manage at a shift's pace: a yardstick for practice, kept nowhere and never scored.
#pragma once

#include "sim/script/library.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace shift311::script {

/// A pace reckoned from fewer callers than this would be an accident of one of them.
inline constexpr std::size_t kFewestCallers = 4;

/// The callers of a shift who wait to be answered, on the telephone or at the counter: those of the service level.
struct Pace {
    std::size_t callers = 0;
    double per_hour = 0;  ///< over the minutes that the shift is planned for
    Millis handle = 0;    ///< mean of the minutes that their scripts are planned for, wrap-up included
    Millis patience = 0;  ///< mean
};

/// `scripts`: of the plan's contacts, in any order; those that are null are left out.
Pace pace_of(const ShiftPlan& plan, const std::vector<const Script*>& scripts);

/// The share of such callers, in percent, that one person alone would answer within the plan's service level if they
/// came at random and were as patient, and as long to help, as exponential times are (Erlang-A with one server). Those
/// who give up count against it. Empty for a shift of too few. The callers of a shift come by plan, so that it is no
/// forecast: it says what to expect of oneself.
std::optional<double> answered_alone(const ShiftPlan& plan, const std::vector<const Script*>& scripts);

/// The same as one sentence, rounded to 5 %, which is finer than what goes into it already. Empty for too few.
std::string yardstick(const ShiftPlan& plan, const std::vector<const Script*>& scripts);
std::string yardstick(const ShiftPlan& plan, const Library& library);

}  // namespace shift311::script
