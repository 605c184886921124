// How sure a proportion is: exact and approximate bounds of k successes in n.
#pragma once

#include <cstdint>

namespace shift311::measure {

struct Interval {
    double low = 0, high = 1;
};

// All of these: 0 <= k <= n and `confidence` in (0, 1), else std::invalid_argument. Nothing tried (n = 0) bears no
// bound: {0, 1}.

/// Clopper-Pearson, two-sided: exact, never too narrow. For decisions and reports.
Interval clopper_pearson(std::int64_t k, std::int64_t n, double confidence = 0.95);
/// One-sided: all of 1 - confidence lies on one side.
double clopper_pearson_lower(std::int64_t k, std::int64_t n, double confidence = 0.95);
double clopper_pearson_upper(std::int64_t k, std::int64_t n, double confidence = 0.95);

/// Wilson's score interval, kept within [0, 1]. For charts only.
Interval wilson(std::int64_t k, std::int64_t n, double confidence = 0.95);
double wilson_lower(std::int64_t k, std::int64_t n, double confidence = 0.95);
double wilson_upper(std::int64_t k, std::int64_t n, double confidence = 0.95);

/// Equal tails of Beta(k + 1/2, n - k + 1/2); 0 and 1 at the ends.
Interval jeffreys(std::int64_t k, std::int64_t n, double confidence = 0.95);

/// The greatest miss rate that `n` chances without one miss still allow: 1 - (1 - confidence)^(1/n); 1 when n = 0.
double bound_without_misses(std::int64_t n, double confidence = 0.95);

}  // namespace shift311::measure
