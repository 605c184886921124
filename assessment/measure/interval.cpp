#include "assessment/measure/interval.hpp"

#include <boost/math/distributions/binomial.hpp>

namespace shift311::measure {

Interval clopper_pearson(std::int64_t k, std::int64_t n, double confidence) {
    using Binomial = boost::math::binomial_distribution<double>;
    const double half = (1 - confidence) / 2;
    const auto trials = static_cast<double>(n), successes = static_cast<double>(k);
    return {k == 0 ? 0 : Binomial::find_lower_bound_on_p(trials, successes, half),
            k == n ? 1 : Binomial::find_upper_bound_on_p(trials, successes, half)};
}

}  // namespace shift311::measure
