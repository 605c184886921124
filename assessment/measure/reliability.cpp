#include "assessment/measure/reliability.hpp"

#include "assessment/measure/correlation.hpp"
#include "assessment/measure/moments.hpp"

#include <boost/math/distributions/fisher_f.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::measure {
namespace {

bool sound(const Scores& scores) {
    return !scores.empty() && !scores.front().empty() &&
           std::all_of(scores.begin(), scores.end(),
                       [&](const std::vector<double>& row) { return row.size() == scores.front().size(); });
}

std::vector<double> column(const Scores& scores, std::size_t item) {
    std::vector<double> out;
    out.reserve(scores.size());
    for (const std::vector<double>& row : scores)
        out.push_back(row[item]);
    return out;
}

std::vector<double> totals(const Scores& scores) {
    std::vector<double> out;
    out.reserve(scores.size());
    for (const std::vector<double>& row : scores) {
        double sum = 0;
        for (const double one : row)
            sum += one;
        out.push_back(sum);
    }
    return out;
}

double alpha_of(double items, double sum_of_variances, double total_variance) {
    return items / (items - 1) * (1 - sum_of_variances / total_variance);
}

}  // namespace

std::optional<Reliability> reliability(const Scores& scores) {
    if (!sound(scores) || scores.size() < 2 || scores.front().size() < 2) return std::nullopt;
    const std::vector<double> total = totals(scores);
    if (!varies(total)) return std::nullopt;
    const std::size_t items = scores.front().size();
    double parts = 0;
    for (std::size_t i = 0; i < items; ++i)
        parts += variance(column(scores, i));
    Reliability out;
    out.people = static_cast<std::int64_t>(scores.size());
    out.items = static_cast<std::int64_t>(items);
    out.total_sd = std::sqrt(variance(total));
    out.alpha = alpha_of(static_cast<double>(items), parts, variance(total));
    out.sem = out.total_sd * std::sqrt(std::max(1 - out.alpha, 0.0));
    return out;
}

std::optional<Interval> feldt_interval(double alpha, std::int64_t people, std::int64_t items, double confidence) {
    if (people < 2 || items < 2 || !(confidence > 0 && confidence < 1) || !(alpha <= 1)) return std::nullopt;
    const auto df = static_cast<double>(people - 1);
    const boost::math::fisher_f_distribution<double> f(df, df * static_cast<double>(items - 1));
    const double half = (1 - confidence) / 2;
    return Interval{1 - (1 - alpha) * boost::math::quantile(boost::math::complement(f, half)),
                    1 - (1 - alpha) * boost::math::quantile(f, half)};
}

std::vector<ItemFigures> item_figures(const Scores& scores) {
    if (!sound(scores)) return {};
    const std::size_t items = scores.front().size();
    const std::vector<double> total = totals(scores);
    double parts = 0;
    for (std::size_t i = 0; i < items; ++i)
        parts += variance(column(scores, i));
    std::vector<ItemFigures> out;
    for (std::size_t i = 0; i < items; ++i) {
        const std::vector<double> item = column(scores, i);
        std::vector<double> rest = total;
        for (std::size_t row = 0; row < rest.size(); ++row)
            rest[row] -= item[row];
        ItemFigures figures;
        figures.mean = mean(item);
        figures.r_total = correlation(item, total);
        figures.r_rest = correlation(item, rest);
        if (items > 2 && scores.size() > 1 && varies(rest))
            figures.alpha_without = alpha_of(static_cast<double>(items - 1), parts - variance(item), variance(rest));
        out.push_back(figures);
    }
    return out;
}

std::optional<double> lord_sem(std::int64_t x, std::int64_t n) {
    if (n < 2 || x < 0 || x > n) return std::nullopt;
    return std::sqrt(static_cast<double>(x) * static_cast<double>(n - x) / static_cast<double>(n - 1));
}

}  // namespace shift311::measure
