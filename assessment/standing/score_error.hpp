// How far a score may lie from the true one: the standard error around the cut, in whole hundredths of a point.
#pragma once

#include "assessment/scoring/scorecard.hpp"

namespace shift311::standing {

/// The least that a rubric weighs is a step, 2.00 points: so many of these count as so many items answered.
inline constexpr scoring::Points kItem = 200;

/// Lord's binomial standard error sqrt(x (n - x) / (n - 1)) of somebody exactly at the cut: n = possible / kItem items,
/// x = n * cut percent of them right. Given back in hundredths of a point, rounded down. The rule is fixed before
/// anybody is judged by it: nothing of it is estimated from trainees. Where a score holds one item or less, nothing is
/// known of its error, and all of `possible` is given.
scoring::Points standard_error(scoring::Points possible, int cut_percent, scoring::Points item = kItem);

/// |score - cut| is at most one standard error; whole numbers, nothing rounded on the way.
bool borderline(scoring::Points points, scoring::Points possible, int cut_percent);

/// In which stretch of standard errors around the cut a score lies: 1 below cut - 2, 2 below cut - 1, 3 below the cut,
/// 4 below cut + 1, 5 below cut + 2, 6 from there on.
int band(scoring::Points points, scoring::Points possible, int cut_percent);

}  // namespace shift311::standing
