#include "assessment/measure/posterior.hpp"

#include <boost/math/distributions/beta.hpp>

#include <cmath>

namespace shift311::measure {

std::optional<double> beta_quantile(double a, double b, double share) {
    const bool sound = a > 0 && b > 0 && std::isfinite(a) && std::isfinite(b) && share >= 0 && share <= 1;
    if (!sound) return std::nullopt;
    return boost::math::quantile(boost::math::beta_distribution<double>(a, b), share);
}

std::optional<double> posterior_above(std::int64_t k, std::int64_t n, double p, Prior prior) {
    const bool sound = k >= 0 && k <= n && p >= 0 && p <= 1 && prior.a > 0 && prior.b > 0;
    if (!sound) return std::nullopt;
    const boost::math::beta_distribution<double> posterior(prior.a + static_cast<double>(k),
                                                           prior.b + static_cast<double>(n - k));
    return boost::math::cdf(boost::math::complement(posterior, p));
}

}  // namespace shift311::measure
