#include "assessment/standing/score_error.hpp"

#include <algorithm>
#include <cstdint>

namespace shift311::standing {
namespace {

using scoring::Points;

/// Beyond 30,000.00 points the product below would not fit; no block of an exam comes near.
constexpr Points kMost = 3'000'000;

std::int64_t root(std::int64_t square) {
    std::int64_t low = 0, high = 3'037'000'499;  // its square is the last that fits
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (middle <= square / middle)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

}  // namespace

Points standard_error(Points possible, int cut_percent, Points item) {
    if (possible <= item) return std::max<Points>(0, possible);
    const std::int64_t whole = std::min(possible, kMost);
    const std::int64_t cut = std::clamp(cut_percent, 0, 100);
    // x (n - x) / (n - 1) items squared, times item squared, with x = n * cut / 100 and n = whole / item.
    return root(whole * whole * (cut * (100 - cut)) * item / (whole - item) / 10'000);
}

bool borderline(Points points, Points possible, int cut_percent) {
    const Points error = 100 * standard_error(possible, cut_percent);
    const Points distance = 100 * points - cut_percent * possible;
    return -error <= distance && distance <= error;
}

int band(Points points, Points possible, int cut_percent) {
    const Points error = 100 * standard_error(possible, cut_percent);
    const Points distance = 100 * points - cut_percent * possible;
    int reached = 1;
    for (const Points edge : {-2 * error, -error, Points{0}, error, 2 * error})
        if (distance >= edge) ++reached;
    return reached;
}

}  // namespace shift311::standing
