// How even the pace of typing was: shown to the trainee, judged by nobody.
#pragma once

#include "assessment/journal/journal.hpp"

#include <cstdint>
#include <vector>

namespace shift311::drill {

/// Percent: 100 * (1 - tanh(c + c^3/3 + c^5/5)) of the coefficient of variation, as monkeytype reckons consistency.
double evenness(double coefficient_of_variation);
/// The same of a series, by its population standard deviation; 0 for an empty one or one whose mean is 0.
double evenness_of(const std::vector<std::int64_t>& series);
/// Of the characters that keys put in, second by second from the first keystroke on; an unfinished second is left out.
double evenness_of(const std::vector<journal::Event>& events);

}  // namespace shift311::drill
