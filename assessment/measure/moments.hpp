// Mean and variance of a row of numbers, as every statistic here takes them.
#pragma once

#include <algorithm>
#include <vector>

namespace shift311::measure {

/// 0 of nothing.
inline double mean(const std::vector<double>& x) {
    double sum = 0;
    for (const double one : x)
        sum += one;
    return x.empty() ? 0 : sum / static_cast<double>(x.size());
}

/// Over n - 1; 0 below two values.
inline double variance(const std::vector<double>& x) {
    if (x.size() < 2) return 0;
    const double middle = mean(x);
    double sum = 0;
    for (const double one : x)
        sum += (one - middle) * (one - middle);
    return sum / static_cast<double>(x.size() - 1);
}

/// Whether any two values differ, beyond what adding and dividing leaves of rounding.
inline bool varies(const std::vector<double>& x) {
    if (x.empty()) return false;
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    const double size = std::max(*high < 0 ? -*high : *high, *low < 0 ? -*low : *low);
    return *high - *low > size * 1e-12;
}

}  // namespace shift311::measure
