// How two rows of numbers go together, and how far apart they lie.
#pragma once

#include "assessment/measure/interval.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// Pearson's r. Empty below three pairs, for rows of different length, or when a row does not vary.
std::optional<double> correlation(const std::vector<double>& x, const std::vector<double>& y);
/// Fisher's interval of r over n pairs; empty below four pairs or for |r| = 1.
std::optional<Interval> correlation_interval(double r, std::int64_t n, double confidence = 0.95);

/// Mean of `x` minus mean of `y`, over the root of the mean of both variances. Empty below two values on either side,
/// or when neither varies.
std::optional<double> standardized_difference(const std::vector<double>& x, const std::vector<double>& y);

/// Of two kinds of disagreement, as likely one as the other, at least as uneven a split as this one: exact, two-sided
/// sign test. 1 when there is none.
double sign_test(std::int64_t one_way, std::int64_t other_way);

}  // namespace shift311::measure
