#include "assessment/measure/agreement.hpp"
#include "assessment/measure/moments.hpp"

#include <boost/math/distributions/fisher_f.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::measure {
namespace {

/// The F that `half` of the distribution lies above.
double f_above(double df1, double df2, double half) {
    return boost::math::quantile(boost::math::complement(boost::math::fisher_f_distribution<double>(df1, df2), half));
}

std::optional<MeanSquares> squares_of(const std::vector<std::vector<double>>& ratings) {
    if (ratings.size() < 2 || ratings.front().size() < 2) return std::nullopt;
    const std::size_t raters = ratings.front().size();
    std::vector<double> target_means, rater_sums(raters), all;
    for (const std::vector<double>& row : ratings) {
        if (row.size() != raters) return std::nullopt;
        target_means.push_back(mean(row));
        for (std::size_t j = 0; j < raters; ++j)
            rater_sums[j] += row[j];
        all.insert(all.end(), row.begin(), row.end());
    }
    if (!varies(target_means)) return std::nullopt;
    const auto n = static_cast<double>(ratings.size()), k = static_cast<double>(raters);
    const double middle = mean(all);
    double residual = 0, within = 0, between_raters = 0;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        for (std::size_t j = 0; j < raters; ++j) {
            within += std::pow(ratings[i][j] - target_means[i], 2);
            residual += std::pow(ratings[i][j] - target_means[i] - rater_sums[j] / n + middle, 2);
        }
    }
    for (const double sum : rater_sums)
        between_raters += n * std::pow(sum / n - middle, 2);
    return MeanSquares{k * variance(target_means), within / (n * (k - 1)), between_raters / (k - 1),
                       residual / ((n - 1) * (k - 1))};
}

/// Steps up from one rater to the mean of k (Spearman and Brown).
double of_mean(double icc, double k) {
    return icc * k / (1 + icc * (k - 1));
}

void bound_by_f(Icc& one, Icc& mean_of_k, double f, double k, double half) {
    const double low = f / f_above(one.df1, one.df2, half), high = f * f_above(one.df2, one.df1, half);
    one.f = mean_of_k.f = f;
    one.interval = Interval{(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
    mean_of_k.interval = Interval{1 - 1 / low, 1 - 1 / high};
}

void bound_two(IntraclassCorrelations& out, const MeanSquares& ms, double n, double k, double half) {
    const double icc = out.two.icc, fj = ms.raters / ms.residual;
    const double rest = n * (1 + (k - 1) * icc) - k * icc;
    const double v =
        (k - 1) * (n - 1) * std::pow(k * icc * fj + rest, 2) / ((n - 1) * std::pow(k * icc * fj, 2) + rest * rest);
    out.two.f = out.two_k.f = ms.targets / ms.residual;
    if (!(v > 0) || !std::isfinite(v)) return;
    const double up = f_above(n - 1, v, half), down = f_above(v, n - 1, half);
    const double noise = k * ms.raters + (k * n - k - n) * ms.residual;
    out.two.interval = Interval{n * (ms.targets - up * ms.residual) / (up * noise + n * ms.targets),
                                n * (down * ms.targets - ms.residual) / (noise + n * down * ms.targets)};
    out.two_k.interval = Interval{of_mean(out.two.interval->low, k), of_mean(out.two.interval->high, k)};
}

}  // namespace

std::optional<IntraclassCorrelations> intraclass(const std::vector<std::vector<double>>& ratings, double confidence) {
    const auto ms = squares_of(ratings);
    if (!ms || !(confidence > 0 && confidence < 1)) return std::nullopt;
    const auto n = static_cast<double>(ratings.size()), k = static_cast<double>(ratings.front().size());
    // What adding and dividing leaves of nothing is nothing.
    const double none = 1e-12 * (ms->targets + ms->raters);
    const double residual = ms->residual > none ? ms->residual : 0, within = ms->within > none ? ms->within : 0;
    IntraclassCorrelations out;
    out.squares = *ms;
    out.targets = static_cast<std::int64_t>(ratings.size());
    out.raters = static_cast<std::int64_t>(ratings.front().size());
    const double apart = ms->targets - residual;
    out.one.icc = (ms->targets - within) / (ms->targets + (k - 1) * within);
    out.two.icc = apart / (ms->targets + (k - 1) * residual + k * (ms->raters - residual) / n);
    out.three.icc = apart / (ms->targets + (k - 1) * residual);
    out.one_k.icc = (ms->targets - within) / ms->targets;
    out.two_k.icc = apart / (ms->targets + (ms->raters - residual) / n);
    out.three_k.icc = apart / ms->targets;
    for (Icc* one : {&out.one, &out.one_k, &out.two, &out.two_k, &out.three, &out.three_k})
        one->df1 = n - 1;
    out.one.df2 = out.one_k.df2 = n * (k - 1);
    for (Icc* one : {&out.two, &out.two_k, &out.three, &out.three_k})
        one->df2 = (n - 1) * (k - 1);
    const double half = (1 - confidence) / 2;
    if (within > 0) bound_by_f(out.one, out.one_k, ms->targets / within, k, half);
    if (residual > 0) {
        bound_by_f(out.three, out.three_k, ms->targets / residual, k, half);
        bound_two(out, *ms, n, k, half);
    }
    return out;
}

}  // namespace shift311::measure
