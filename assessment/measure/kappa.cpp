#include "assessment/measure/agreement.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::measure {
namespace {

bool square(const Counts& table) {
    if (table.size() < 2) return false;
    return std::all_of(table.begin(), table.end(), [&](const std::vector<std::int64_t>& row) {
        return row.size() == table.size() && *std::min_element(row.begin(), row.end()) >= 0;
    });
}

/// 1 where both say the same, 0 where they are farthest apart.
double weight(Weights weights, std::size_t i, std::size_t j, std::size_t categories) {
    if (weights == Weights::none) return i == j ? 1 : 0;
    const double apart = static_cast<double>(i > j ? i - j : j - i) / static_cast<double>(categories - 1);
    return weights == Weights::linear ? 1 - apart : 1 - apart * apart;
}

}  // namespace

std::optional<Kappa> kappa(const Counts& table, Weights weights, double confidence) {
    if (!square(table) || !(confidence > 0 && confidence < 1)) return std::nullopt;
    const std::size_t size = table.size();
    std::vector<std::int64_t> rows(size), columns(size);
    std::int64_t all = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            rows[i] += table[i][j];
            columns[j] += table[i][j];
            all += table[i][j];
        }
    }
    if (all == 0) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i) {
        if (rows[i] == all && columns[i] == all) return std::nullopt;
    }
    const auto n = static_cast<double>(all);
    const auto share = [&](std::int64_t count) { return static_cast<double>(count) / n; };
    Kappa out;
    out.n = all;
    std::vector<double> row_weight(size), column_weight(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const double w = weight(weights, i, j, size);
            out.observed += w * share(table[i][j]);
            out.expected += w * share(rows[i]) * share(columns[j]);
            row_weight[i] += w * share(columns[j]);
            column_weight[j] += w * share(rows[i]);
        }
    }
    out.kappa = (out.observed - out.expected) / (1 - out.expected);
    double spread = 0, null_spread = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const double w = weight(weights, i, j, size);
            const double margin = row_weight[i] + column_weight[j];
            spread += share(table[i][j]) * std::pow(w - margin * (1 - out.kappa), 2);
            null_spread += share(rows[i]) * share(columns[j]) * std::pow(w - margin, 2);
        }
    }
    spread -= std::pow(out.kappa - out.expected * (1 - out.kappa), 2);
    null_spread -= out.expected * out.expected;
    const double scale = std::sqrt(n) * (1 - out.expected);
    out.error = std::sqrt(std::max(spread, 0.0)) / scale;
    out.null_error = std::sqrt(std::max(null_spread, 0.0)) / scale;
    out.z = out.null_error > 0 ? out.kappa / out.null_error : 0;
    const double z = boost::math::quantile(
        boost::math::complement(boost::math::normal_distribution<double>(), (1 - confidence) / 2));
    out.interval = {std::max(out.kappa - z * out.error, -1.0), std::min(out.kappa + z * out.error, 1.0)};
    return out;
}

std::optional<double> fleiss_kappa(const Counts& table) {
    if (table.size() < 2 || table.front().size() < 2) return std::nullopt;
    const std::size_t categories = table.front().size();
    std::vector<std::int64_t> used(categories);
    std::int64_t raters = -1, pairs = 0;
    for (const std::vector<std::int64_t>& row : table) {
        if (row.size() != categories) return std::nullopt;
        std::int64_t sum = 0;
        for (std::size_t j = 0; j < categories; ++j) {
            if (row[j] < 0) return std::nullopt;
            sum += row[j];
            used[j] += row[j];
            pairs += row[j] * (row[j] - 1);
        }
        if (raters < 0) raters = sum;
        if (sum != raters || raters < 2) return std::nullopt;
    }
    const auto subjects = static_cast<double>(table.size()), each = static_cast<double>(raters);
    if (std::count(used.begin(), used.end(), 0) == static_cast<std::ptrdiff_t>(categories) - 1) return std::nullopt;
    double expected = 0;
    for (const std::int64_t one : used)
        expected += std::pow(static_cast<double>(one) / (subjects * each), 2);
    const double observed = static_cast<double>(pairs) / (subjects * each * (each - 1));
    return (observed - expected) / (1 - expected);
}

}  // namespace shift311::measure
