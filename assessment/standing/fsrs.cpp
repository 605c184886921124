#include "assessment/standing/fsrs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace shift311::standing::fsrs {
namespace {

/// The published default weights, w0 .. w20.
constexpr std::array w{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                       1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
constexpr double kLeastStability = 0.001;

double decay() {
    return -w[20];
}
double factor() {
    return std::pow(0.9, 1 / decay()) - 1;
}
double number(Grade grade) {
    return static_cast<double>(static_cast<int>(grade));
}
double first_difficulty(double grade) {
    return w[4] - std::exp(w[5] * (grade - 1)) + 1;
}

double next_difficulty(double difficulty, Grade grade) {
    const double step = (10 - difficulty) * (-w[6] * (number(grade) - 3)) / 9;
    return std::clamp(w[7] * first_difficulty(4) + (1 - w[7]) * (difficulty + step), 1.0, 10.0);
}

double same_day(double stability, Grade grade) {
    double growth = std::exp(w[17] * (number(grade) - 3 + w[18])) * std::pow(stability, -w[19]);
    if (grade == Grade::good || grade == Grade::easy) growth = std::max(growth, 1.0);
    return stability * growth;
}

double recalled(const Memory& before, double chance, Grade grade) {
    const double hard = grade == Grade::hard ? w[15] : 1, easy = grade == Grade::easy ? w[16] : 1;
    return before.stability * (1 + std::exp(w[8]) * (11 - before.difficulty) * std::pow(before.stability, -w[9]) *
                                       (std::exp(w[10] * (1 - chance)) - 1) * hard * easy);
}

double forgotten(const Memory& before, double chance) {
    const double after = w[11] * std::pow(before.difficulty, -w[12]) * (std::pow(before.stability + 1, w[13]) - 1) *
                         std::exp(w[14] * (1 - chance));
    return std::min(after, before.stability / std::exp(w[17] * w[18]));
}

}  // namespace

Memory first(Grade grade) {
    return {std::max(w[static_cast<std::size_t>(grade) - 1], kLeastStability),
            std::clamp(first_difficulty(number(grade)), 1.0, 10.0)};
}

Memory again(const Memory& before, std::int64_t days, Grade grade) {
    double stability = 0;
    if (days < 1)
        stability = same_day(before.stability, grade);
    else if (grade == Grade::again)
        stability = forgotten(before, retrievability(before, days));
    else
        stability = recalled(before, retrievability(before, days), grade);
    return {std::max(stability, kLeastStability), next_difficulty(before.difficulty, grade)};
}

double retrievability(const Memory& memory, std::int64_t days) {
    return std::pow(1 + factor() * static_cast<double>(std::max<std::int64_t>(0, days)) / memory.stability, decay());
}

std::int64_t interval(const Memory& memory, double retention, std::int64_t most) {
    const double days = memory.stability / factor() * (std::pow(retention, 1 / decay()) - 1);
    if (!(days < static_cast<double>(most))) return most;
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(days + 0.5)), 1, most);
}

}  // namespace shift311::standing::fsrs
