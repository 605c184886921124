#include "assessment/measure/binomial.hpp"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace shift311::measure {
namespace {

using Binomial = boost::math::binomial_distribution<double>;

Binomial tries(std::int64_t n, double p) {
    if (n < 0) throw std::invalid_argument("There cannot be fewer than 0 tries.");
    if (!(p >= 0 && p <= 1)) throw std::invalid_argument("A chance lies between 0 and 1.");
    return {static_cast<double>(n), p};
}

}  // namespace

double binomial_exactly(std::int64_t k, std::int64_t n, double p) {
    const Binomial of = tries(n, p);
    return k < 0 || k > n ? 0 : boost::math::pdf(of, static_cast<double>(k));
}

double binomial_at_least(std::int64_t k, std::int64_t n, double p) {
    const Binomial of = tries(n, p);
    if (k <= 0) return 1;
    return k > n ? 0 : boost::math::cdf(boost::math::complement(of, static_cast<double>(k - 1)));
}

double binomial_at_most(std::int64_t k, std::int64_t n, double p) {
    const Binomial of = tries(n, p);
    if (k < 0) return 0;
    return k >= n ? 1 : boost::math::cdf(of, static_cast<double>(k));
}

Operating operating_characteristic(const TwoStage& rule, double p) {
    Operating out{binomial_at_least(rule.pass, rule.first, p), static_cast<double>(rule.first)};
    const std::int64_t from = std::max<std::int64_t>(rule.fail + 1, 0);
    for (std::int64_t k = from; k < rule.pass && k <= rule.first; ++k) {
        const double here = binomial_exactly(k, rule.first, p);
        out.passes += here * binomial_at_least(rule.total - k, rule.further, p);
        out.mean_contacts += here * static_cast<double>(rule.further);
    }
    return out;
}

double within_tries(double p, int allowed) {
    return binomial_at_least(1, allowed, p);
}

double run_within(int run, int allowed, double p) {
    tries(allowed, p);
    if (run < 1) throw std::invalid_argument("A run has at least one success.");
    // How likely each length of the run under way is; a full run is never left again.
    std::vector<double> length(static_cast<std::size_t>(run), 0.0);
    length.front() = 1;
    double done = 0;
    for (int i = 0; i < allowed; ++i) {
        double broken = 0;
        for (const double chance : length)
            broken += chance * (1 - p);
        done += length.back() * p;
        for (std::size_t at = length.size() - 1; at > 0; --at)
            length[at] = length[at - 1] * p;
        length.front() = broken;
    }
    return done;
}

}  // namespace shift311::measure
