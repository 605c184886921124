#include "assessment/measure/cut_score.hpp"

#include "assessment/measure/moments.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shift311::measure {
namespace {

/// A sheet that can be added up: each judge's sum in hundredths of an item. Empty for one that cannot.
std::vector<std::int64_t> sums_of(const Estimates& estimates, const std::vector<int>& times) {
    if (estimates.empty() || estimates.size() > kMostJudges) return {};
    const std::size_t columns = estimates.front().size();
    if (columns == 0 || columns > static_cast<std::size_t>(kMostItems)) return {};
    if (!times.empty() && times.size() != columns) return {};
    std::vector<std::int64_t> out;
    for (const std::vector<int>& judge : estimates) {
        if (judge.size() != columns) return {};
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            if (judge[i] < 0 || judge[i] > 100) return {};
            sum += std::int64_t{judge[i]} * (times.empty() ? 1 : times[i]);
        }
        out.push_back(sum);
    }
    return out;
}

/// How many items are counted; 0 when no sheet may hold so many.
std::int64_t items_of(std::size_t columns, const std::vector<int>& times) {
    if (times.empty()) return static_cast<std::int64_t>(columns);
    std::int64_t all = 0;
    for (const int count : times) {
        if (count < 0 || count > kMostItems) return 0;
        all += count;
    }
    return all > kMostItems ? 0 : all;
}

}  // namespace

std::optional<CutScore> cut_score(const Estimates& estimates, const std::vector<int>& times) {
    const std::vector<std::int64_t> sums = sums_of(estimates, times);
    if (sums.empty()) return std::nullopt;
    CutScore out;
    out.items = items_of(estimates.front().size(), times);
    if (out.items == 0) return std::nullopt;
    out.judges = static_cast<std::int64_t>(sums.size());
    for (const std::int64_t sum : sums)
        out.sums.push_back(static_cast<double>(sum) / 100);
    const std::int64_t total = std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
    out.cut = static_cast<double>(total) / static_cast<double>(100 * out.judges);
    out.percent = static_cast<double>(total) / static_cast<double>(out.judges * out.items);
    const auto [low, high] = std::minmax_element(out.sums.begin(), out.sums.end());
    out.low = *low;
    out.high = *high;
    if (out.judges > 1) {
        out.sd = std::sqrt(variance(out.sums));
        out.error = *out.sd / std::sqrt(static_cast<double>(out.judges));
    }
    for (std::size_t i = 0; i < estimates.front().size(); ++i) {
        CutScore::Item item{0, 100, 0};
        std::int64_t sum = 0;
        for (const std::vector<int>& judge : estimates) {
            sum += judge[i];
            item.low = std::min(item.low, judge[i]);
            item.high = std::max(item.high, judge[i]);
        }
        item.mean = static_cast<double>(sum) / static_cast<double>(out.judges);
        out.of_items.push_back(item);
    }
    return out;
}

std::optional<int> whole_cut(const Estimates& estimates, const std::vector<int>& times, int less_errors) {
    const std::vector<std::int64_t> sums = sums_of(estimates, times);
    if (sums.empty() || less_errors < 0 || less_errors > 2) return std::nullopt;
    const std::int64_t items = items_of(estimates.front().size(), times);
    const auto judges = static_cast<std::int64_t>(sums.size());
    if (items == 0 || (less_errors > 0 && judges < 2)) return std::nullopt;
    std::int64_t total = 0, squares = 0;
    for (const std::int64_t sum : sums) {
        total += sum;
        squares += sum * sum;
    }
    // With n judges, m items and the judges' sums s in percent, the cut is S / (n m) and its standard error
    // sqrt((n sum s^2 - S^2) / (n - 1)) / (n m). The greatest p with p - 1/2 <= cut - k errors is the one with
    // 2 k sqrt(Q / (n - 1)) <= 2 S - (2 p - 1) n m, and both sides are squared.
    const std::int64_t spread = judges * squares - total * total;
    for (int percent = 100; percent > 0; --percent) {
        const std::int64_t room = 2 * total - (2 * std::int64_t{percent} - 1) * judges * items;
        if (room < 0) continue;
        if (less_errors == 0) return percent;
        if (4 * std::int64_t{less_errors} * less_errors * spread <= room * room * (judges - 1)) return percent;
    }
    return 0;
}

}  // namespace shift311::measure
