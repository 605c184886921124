// Made-up people for tests of statistics: the same numbers on every machine, and one published table of answers.
#pragma once

#include <array>
#include <random>

namespace shift311::tests {

/// LSAT section 6 (Bock and Lieberman 1970): how many of 1000 people gave each of the 32 patterns of five answers; the
/// first answer is the highest bit.
inline constexpr std::array<int, 32> kLsat6{3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                                            10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};

/// Evenly between 0 and 1; the distributions of the standard library differ from one to the next.
inline double draw(std::mt19937& random) {
    return static_cast<double>(random()) / 4294967296.0;
}

/// About normal, 0 and 1: twelve draws added up.
inline double ability(std::mt19937& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += draw(random);
    return sum;
}

}  // namespace shift311::tests
