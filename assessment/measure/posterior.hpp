// What k of n says of the rate behind it, as a Beta distribution.
#pragma once

#include <cstdint>
#include <optional>

namespace shift311::measure {

/// The value below which `share` of Beta(a, b) lies; Q10 is share = 0.10. Empty unless a, b > 0 and share in [0, 1].
std::optional<double> beta_quantile(double a, double b, double share);

struct Prior {
    double a = 1, b = 1;  ///< uniform
};
inline constexpr Prior kJeffreys{0.5, 0.5};

/// P(rate > p) after k of n, by Beta(a + k, b + n - k). Empty unless 0 <= k <= n and p in [0, 1].
std::optional<double> posterior_above(std::int64_t k, std::int64_t n, double p, Prior prior = {});

}  // namespace shift311::measure
