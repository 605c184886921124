#include "assessment/measure/sequential.hpp"

#include <cmath>

namespace shift311::measure {
namespace {

// A result that lands on the bound by arithmetic must not miss it by rounding.
constexpr double kHair = 1e-9;

}  // namespace

std::int64_t Sequential::pass_at(std::int64_t n) const {
    return static_cast<std::int64_t>(std::ceil(slope * static_cast<double>(n) + intercept - kHair));
}

std::int64_t Sequential::fail_at(std::int64_t n) const {
    return static_cast<std::int64_t>(std::floor(slope * static_cast<double>(n) - intercept + kHair));
}

std::int64_t Sequential::earliest_pass() const {
    return static_cast<std::int64_t>(std::ceil(bound / success - kHair));
}

std::optional<Sequential> sequential_test(double low, double high, double error) {
    if (!(low > 0 && low < high && high < 1) || !(error > 0 && error < 0.5)) return std::nullopt;
    Sequential out;
    out.bound = std::log((1 - error) / error);
    out.success = std::log(high / low);
    out.failure = std::log((1 - high) / (1 - low));
    const double turn = out.success - out.failure;
    out.slope = -out.failure / turn;
    out.intercept = out.bound / turn;
    return out;
}

}  // namespace shift311::measure
