#include "assessment/measure/correlation.hpp"

#include "assessment/measure/binomial.hpp"
#include "assessment/measure/moments.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::measure {

std::optional<double> correlation(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() != y.size() || x.size() < 3) return std::nullopt;
    const double mx = mean(x), my = mean(y);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    if (!varies(x) || !varies(y)) return std::nullopt;
    return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
}

std::optional<Interval> correlation_interval(double r, std::int64_t n, double confidence) {
    const bool sound = n >= 4 && r > -1 && r < 1 && confidence > 0 && confidence < 1;
    if (!sound) return std::nullopt;
    const double z = boost::math::quantile(
        boost::math::complement(boost::math::normal_distribution<double>(), (1 - confidence) / 2));
    const double half = z / std::sqrt(static_cast<double>(n - 3));
    return Interval{std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half)};
}

std::optional<double> standardized_difference(const std::vector<double>& x, const std::vector<double>& y) {
    if (x.size() < 2 || y.size() < 2 || (!varies(x) && !varies(y))) return std::nullopt;
    return (mean(x) - mean(y)) / std::sqrt((variance(x) + variance(y)) / 2);
}

double sign_test(std::int64_t one_way, std::int64_t other_way) {
    const std::int64_t more = std::max(one_way, other_way), all = one_way + other_way;
    return std::min(1.0, 2 * binomial_at_least(more, all, 0.5));
}

}  // namespace shift311::measure
