// How sure a proportion is: exact and approximate bounds of k successes in n.
#pragma once

#include <cstdint>

namespace shift311::measure {

struct Interval {
    double low = 0, high = 1;
};

/// Clopper-Pearson, two-sided; `confidence` in (0, 1). 0 <= k <= n, n > 0.
Interval clopper_pearson(std::int64_t k, std::int64_t n, double confidence = 0.95);

}  // namespace shift311::measure
