#include "sim/drill/evenness.hpp"

#include <cmath>

namespace shift311::drill {

double evenness(double c) {
    return 100 * (1 - std::tanh(c + c * c * c / 3 + c * c * c * c * c / 5));
}

double evenness_of(const std::vector<std::int64_t>& series) {
    if (series.empty()) return 0;
    const double count = static_cast<double>(series.size());
    double sum = 0, squares = 0;
    for (const std::int64_t one : series)
        sum += static_cast<double>(one);
    const double mean = sum / count;
    if (mean <= 0) return 0;
    for (const std::int64_t one : series)
        squares += (static_cast<double>(one) - mean) * (static_cast<double>(one) - mean);
    return evenness(std::sqrt(squares / count) / mean);
}

double evenness_of(const std::vector<journal::Event>& events) {
    constexpr std::size_t kLongest = 3600;  // seconds; nobody types a drill for longer
    std::vector<std::int64_t> seconds;
    journal::Millis first = -1;
    for (const journal::Event& event : events) {
        const auto* edit = std::get_if<journal::FieldEdited>(&event.act);
        if (edit == nullptr || edit->pasted) continue;
        if (first < 0) first = event.at;
        const auto second = static_cast<std::size_t>((event.at - first) / 1000);
        if (second >= kLongest) break;
        if (seconds.size() <= second) seconds.resize(second + 1);
        seconds[second] += edit->keys;
    }
    if (!seconds.empty()) seconds.pop_back();
    return evenness_of(seconds);
}

}  // namespace shift311::drill
