#include "assessment/reports/statistic_text.hpp"

#include "assessment/reports/wording.hpp"
#include "assessment/scoring/rounding.hpp"

#include <fmt/format.h>

#include <cmath>

namespace shift311::reports {
namespace {

constexpr const char* kNone = "\u2013";

std::string upper_first(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

std::string statistic_text(const std::optional<double>& value, int places) {
    if (!value || !std::isfinite(*value)) return kNone;
    std::string out = fmt::format("{:.{}f}", *value, places);
    if (out.front() == '-' && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
    return out;
}

std::string interval_text(const std::optional<measure::Interval>& interval, int places) {
    if (!interval) return kNone;
    return statistic_text(interval->low, places) + " to " + statistic_text(interval->high, places);
}

std::string share_interval_text(const std::optional<measure::Interval>& interval) {
    if (!interval) return kNone;
    return fmt::format("{:.0f} to {:.0f} %", interval->low * 100, interval->high * 100);
}

std::string chance_text(double p) {
    return p < 0.001 ? "less than 0.001" : statistic_text(p, 3);
}

std::string people_text(std::int64_t number) {
    return number == 1 ? "1 person" : count_text(number) + " people";
}

std::string of_text(std::int64_t part, std::int64_t whole) {
    return fmt::format("{} of {}", part, whole);
}

std::string rate_text(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? fmt::format("{} %", scoring::half_up(100 * part, whole)) : kNone;
}

std::string criterion_text(std::string_view criterion) {
    std::string out(criterion);
    for (char& c : out) {
        if (c == '_') c = ' ';
    }
    const std::size_t dot = out.find('.');
    if (dot != std::string::npos && dot + 1 < out.size()) out.replace(dot, 1, ": ");
    return upper_first(out);
}

}  // namespace shift311::reports
