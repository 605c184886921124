// The one place where points and rates are rounded: half up, in whole numbers.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <cstdint>

namespace shift311::scoring {

/// `numerator / denominator` rounded half up; neither negative, 0 where nothing was to be divided by.
constexpr std::int64_t half_up(std::int64_t numerator, std::int64_t denominator) {
    if (denominator <= 0) return 0;
    const std::int64_t whole = numerator / denominator;
    const std::int64_t rest = numerator % denominator;
    return whole + (rest >= denominator - rest ? 1 : 0);
}

/// `parts` of `whole` parts of the possible points.
constexpr Points share(Points possible, std::int64_t parts, std::int64_t whole) {
    return half_up(possible * parts, whole);
}

/// Full within the limit, half up to twice the limit, nothing beyond.
constexpr Points within_limit(Points possible, std::int64_t took, std::int64_t limit) {
    if (took <= limit) return possible;
    return took - limit <= limit ? share(possible, 1, 2) : 0;
}

/// How a time is told beside its limit: past it, up to the next whole second, so that 20.3 s never read as the 20 s
/// that were allowed.
constexpr std::int64_t told(std::int64_t took, std::int64_t limit) {
    return took <= limit ? took : (took + 999) / 1000 * 1000;
}

}  // namespace shift311::scoring
