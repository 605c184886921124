#include "assessment/measure/interval.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace shift311::measure {
namespace {

using Binomial = boost::math::binomial_distribution<double>;

void demand(std::int64_t k, std::int64_t n, double confidence) {
    if (k < 0 || k > n) throw std::invalid_argument("A share needs 0 <= k <= n.");
    if (!(confidence > 0 && confidence < 1)) throw std::invalid_argument("A confidence lies between 0 and 1.");
}

double exact_lower(std::int64_t k, std::int64_t n, double alpha) {
    if (k == 0) return 0;
    return Binomial::find_lower_bound_on_p(static_cast<double>(n), static_cast<double>(k), alpha);
}

double exact_upper(std::int64_t k, std::int64_t n, double alpha) {
    if (k == n) return 1;
    return Binomial::find_upper_bound_on_p(static_cast<double>(n), static_cast<double>(k), alpha);
}

Interval score(std::int64_t k, std::int64_t n, double alpha) {
    if (n == 0) return {};
    const double z = boost::math::quantile(boost::math::complement(boost::math::normal_distribution<double>(), alpha));
    const auto trials = static_cast<double>(n);
    const double p = static_cast<double>(k) / trials;
    const double middle = p + z * z / (2 * trials);
    const double half = z * std::sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials));
    const double scale = 1 + z * z / trials;
    // At the ends rounding leaves a hair below 0 or above 1.
    return {k == 0 ? 0 : std::clamp((middle - half) / scale, 0.0, 1.0),
            k == n ? 1 : std::clamp((middle + half) / scale, 0.0, 1.0)};
}

}  // namespace

Interval clopper_pearson(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    const double half = (1 - confidence) / 2;
    return {exact_lower(k, n, half), exact_upper(k, n, half)};
}

double clopper_pearson_lower(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    return exact_lower(k, n, 1 - confidence);
}

double clopper_pearson_upper(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    return exact_upper(k, n, 1 - confidence);
}

Interval wilson(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    return score(k, n, (1 - confidence) / 2);
}

double wilson_lower(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    return score(k, n, 1 - confidence).low;
}

double wilson_upper(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    return score(k, n, 1 - confidence).high;
}

Interval jeffreys(std::int64_t k, std::int64_t n, double confidence) {
    demand(k, n, confidence);
    if (n == 0) return {};
    const double half = (1 - confidence) / 2;
    const boost::math::beta_distribution<double> posterior(static_cast<double>(k) + 0.5,
                                                           static_cast<double>(n - k) + 0.5);
    return {k == 0 ? 0 : boost::math::quantile(posterior, half),
            k == n ? 1 : boost::math::quantile(boost::math::complement(posterior, half))};
}

double bound_without_misses(std::int64_t n, double confidence) {
    demand(0, n, confidence);
    return n == 0 ? 1 : -std::expm1(std::log1p(-confidence) / static_cast<double>(n));
}

}  // namespace shift311::measure
