// Wald's sequential test of a pass rate: printed to show what the fixed rule was chosen over, never used to decide.
#pragma once

#include <cstdint>
#include <optional>

namespace shift311::measure {

/// Pass when k >= slope n + intercept, fail when k <= slope n - intercept.
struct Sequential {
    double bound = 0;                 ///< of the log likelihood ratio, in either direction
    double success = 0, failure = 0;  ///< what one result adds
    double slope = 0, intercept = 0;

    std::int64_t pass_at(std::int64_t n) const;  ///< fewest successes that pass after n; may be above n
    std::int64_t fail_at(std::int64_t n) const;  ///< most successes that fail after n; may be below 0
    std::int64_t earliest_pass() const;          ///< successes in a row
};

/// `error`: of either kind, below one half. Empty unless 0 < low < high < 1 and 0 < error < 1/2.
std::optional<Sequential> sequential_test(double low, double high, double error);

}  // namespace shift311::measure
