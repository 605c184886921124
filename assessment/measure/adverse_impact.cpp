#include "assessment/measure/adverse_impact.hpp"

#include <boost/math/distributions/hypergeometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace shift311::measure {
namespace {

// Far above any workforce, and low enough that no product of two counts overflows.
constexpr std::int64_t kMost = 100'000'000;

bool can_be(Selected one) {
    return one.selected >= 0 && one.selected <= one.all && one.all <= kMost;
}

bool comparable(Selected group, Selected reference) {
    return can_be(group) && can_be(reference) && group.all > 0 && reference.selected > 0;
}

}  // namespace

std::optional<bool> below_four_fifths(Selected group, Selected reference) {
    if (!comparable(group, reference)) return std::nullopt;
    return 5 * group.selected * reference.all < 4 * reference.selected * group.all;
}

std::optional<double> impact_ratio(Selected group, Selected reference) {
    if (!comparable(group, reference)) return std::nullopt;
    return static_cast<double>(group.selected * reference.all) / static_cast<double>(reference.selected * group.all);
}

std::optional<std::int64_t> shortfall(Selected group, Selected reference) {
    if (!comparable(group, reference)) return std::nullopt;
    // Fewest selected of the group with 5 * selected * n2 >= 4 * b * n1.
    const std::int64_t due = 4 * reference.selected * group.all;
    const std::int64_t each = 5 * reference.all;
    return std::max<std::int64_t>((due + each - 1) / each - group.selected, 0);
}

std::optional<double> fisher_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    if (a < 0 || b < 0 || c < 0 || d < 0) return std::nullopt;
    if (a > kMost || b > kMost || c > kMost || d > kMost) return std::nullopt;
    const std::int64_t row = a + b, column = a + c, all = a + b + c + d;
    if (all == 0) return std::nullopt;
    const boost::math::hypergeometric_distribution<double> tables(
        static_cast<unsigned>(row), static_cast<unsigned>(column), static_cast<unsigned>(all));
    const double here = boost::math::pdf(tables, static_cast<unsigned>(a));
    const double limit = here * (1 + 1e-7);
    double sum = 0;
    for (std::int64_t k = std::max<std::int64_t>(0, row + column - all); k <= std::min(row, column); ++k) {
        const double likely = boost::math::pdf(tables, static_cast<unsigned>(k));
        if (likely <= limit) sum += likely;
    }
    return std::min(sum, 1.0);
}

std::optional<double> fisher_two_sided(Selected group, Selected reference) {
    if (!can_be(group) || !can_be(reference) || group.all == 0 || reference.all == 0) return std::nullopt;
    return fisher_two_sided(group.selected, group.all - group.selected, reference.selected,
                            reference.all - reference.selected);
}

std::optional<double> two_proportion_z(Selected group, Selected reference) {
    if (!can_be(group) || !can_be(reference) || group.all == 0 || reference.all == 0) return std::nullopt;
    const std::int64_t selected = group.selected + reference.selected, all = group.all + reference.all;
    if (selected == 0 || selected == all) return std::nullopt;
    const auto n1 = static_cast<double>(group.all), n2 = static_cast<double>(reference.all);
    const double p1 = static_cast<double>(group.selected) / n1, p2 = static_cast<double>(reference.selected) / n2;
    const double p = static_cast<double>(selected) / static_cast<double>(all);
    return (p1 - p2) / std::sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
}

bool too_few_to_conclude(Selected group, Selected reference) {
    if (!can_be(group) || !can_be(reference)) return true;
    if (group.all < 30 || reference.all < 30) return true;
    const std::int64_t selected = group.selected + reference.selected, all = group.all + reference.all;
    const std::int64_t smaller = std::min(group.all, reference.all);
    return smaller * std::min(selected, all - selected) < 5 * all;
}

}  // namespace shift311::measure
