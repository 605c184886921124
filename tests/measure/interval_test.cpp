#include "assessment/measure/interval.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace shift311::measure;

namespace {

constexpr double kUnknown = -1;  // not published

struct Row {
    std::int64_t k, n;
    Interval wilson, exact, jeffreys;
    double within;
};

void check(double is, double published, double within) {
    if (published != kUnknown) CHECK(is == Approx(published).margin(within));
}

}  // namespace

TEST_CASE("Published two-sided bounds of a share, 95 %", "[measure]") {
    const Interval none{kUnknown, kUnknown};
    const Row rows[]{
        {4, 20, {.0806576625797981, .4160174322518935}, {.05733399705, .436614002997}, {.07152, .40823}, 6e-6},
        {18, 20, {.6989663547715, .9721335187862}, {.683017285981, .987651472830}, {.716147, .978627}, 6e-7},
        {1, 30, {.00590859, .16670391}, {.00084357, .17216946}, none, 6e-9},
        {3, 10, {.1077913, .6032219}, none, none, 6e-8},
        {0, 10, {0, .2775328}, {0, .3084971}, none, 6e-8},
        {10, 10, {.7224672, 1}, {.6915029, 1}, none, 6e-8},
        {20, 100, none, {.1266555521019559, .2918426890886281}, none, 1e-12},
        {19, 38, {.348499283643951, .651500716356049}, none, none, 1e-12},
        {81, 263, {.2553, .3662}, {.2527, .3676}, none, 6e-5},
        {15, 148, {.0624, .1605}, {.0578, .1617}, none, 6e-5},
        {0, 20, {0, .1611}, {0, .1684}, none, 6e-5},
        {1, 29, {.0061, .1718}, {.0009, .1776}, none, 6e-5},
    };
    for (const Row& row : rows) {
        INFO(row.k << " of " << row.n);
        check(wilson(row.k, row.n).low, row.wilson.low, row.within);
        check(wilson(row.k, row.n).high, row.wilson.high, row.within);
        check(clopper_pearson(row.k, row.n).low, row.exact.low, row.within);
        check(clopper_pearson(row.k, row.n).high, row.exact.high, row.within);
        check(jeffreys(row.k, row.n).low, row.jeffreys.low, row.within);
        check(jeffreys(row.k, row.n).high, row.jeffreys.high, row.within);
    }
    // The published figures of 4/20 and 18/20 have more places than the Jeffreys ones beside them.
    CHECK(clopper_pearson(4, 20).low == Approx(.05733399705).margin(6e-12));
    CHECK(clopper_pearson(4, 20).high == Approx(.436614002997).margin(6e-12));
    CHECK(clopper_pearson(18, 20).low == Approx(.683017285981).margin(6e-12));
    CHECK(clopper_pearson(18, 20).high == Approx(.987651472830).margin(6e-12));
    CHECK(wilson(4, 20).low == Approx(.0806576625797981).margin(1e-12));
    CHECK(wilson(18, 20).high == Approx(.9721335187862).margin(1e-12));
    CHECK(clopper_pearson(3, 50, 0.99).low == Approx(.006872485).margin(6e-10));
    CHECK(clopper_pearson(3, 50, 0.99).high == Approx(.202706269).margin(6e-10));
}

TEST_CASE("Published one-sided bounds", "[measure]") {
    CHECK(clopper_pearson_lower(10, 10) == Approx(.7411344).margin(6e-8));
    CHECK(clopper_pearson_lower(20, 100) == Approx(.1366613252458672).margin(1e-12));
    CHECK(wilson_lower(10, 10) == Approx(.787058).margin(6e-7));
    // At the limits of the rule both routes demand equal evidence.
    CHECK(clopper_pearson_lower(18, 20) == Approx(.7174).margin(6e-5));
    CHECK(clopper_pearson_lower(26, 30) == Approx(.7204).margin(6e-5));
    CHECK(clopper_pearson_upper(4, 20) == Approx(1 - clopper_pearson_lower(16, 20)).margin(1e-12));
    CHECK(wilson_upper(4, 20) == Approx(1 - wilson_lower(16, 20)).margin(1e-12));
}

TEST_CASE("What a clean record of m chances still allows", "[measure]") {
    struct Case {
        std::int64_t m;
        double bound, within;
    };
    for (const Case& one : {Case{8, .312, 6e-4}, Case{12, .221, 6e-4}, Case{20, .139, 6e-4}, Case{29, .098, 6e-4},
                            Case{30, .095, 6e-4}, Case{59, .0495, 6e-5}}) {
        CHECK(bound_without_misses(one.m) == Approx(one.bound).margin(one.within));
        CHECK(bound_without_misses(one.m) == Approx(clopper_pearson_upper(0, one.m)).epsilon(1e-10));
    }
    CHECK(bound_without_misses(12) > 0.10);  // "12 of 12 caught" does not show less than 10 % misses
}

TEST_CASE("How many in a row show a rate", "[measure]") {
    const auto needed = [](double rate) {
        std::int64_t n = 1;
        while (clopper_pearson_lower(n, n) < rate)
            ++n;
        return n;
    };
    CHECK(needed(.80) == 14);
    CHECK(needed(.85) == 19);
    CHECK(needed(.90) == 29);
    CHECK(needed(.95) == 59);
}

TEST_CASE("Bounds hold together over every k of n", "[measure]") {
    for (std::int64_t n = 1; n <= 40; ++n) {
        for (std::int64_t k = 0; k <= n; ++k) {
            const double p = static_cast<double>(k) / static_cast<double>(n);
            for (const Interval& it : {clopper_pearson(k, n), wilson(k, n), jeffreys(k, n)}) {
                CHECK(it.low >= 0);
                CHECK(it.low <= p + 1e-12);
                CHECK(it.high >= p - 1e-12);
                CHECK(it.high <= 1);
            }
            CHECK(clopper_pearson_lower(k, n) >= clopper_pearson(k, n).low);
            CHECK(clopper_pearson(k, n).low == Approx(1 - clopper_pearson(n - k, n).high).margin(1e-12));
        }
    }
    CHECK(wilson(0, 3).low == 0);
    CHECK(wilson(3, 3).high == 1);
}

TEST_CASE("Nothing tried bears no bound, and counts that cannot be are refused", "[measure]") {
    CHECK(clopper_pearson(0, 0).low == 0);
    CHECK(clopper_pearson(0, 0).high == 1);
    CHECK(wilson(0, 0).high == 1);
    CHECK(jeffreys(0, 0).low == 0);
    CHECK(bound_without_misses(0) == 1);
    CHECK_THROWS_AS(clopper_pearson(3, 2), std::invalid_argument);
    CHECK_THROWS_AS(wilson(-1, 2), std::invalid_argument);
    CHECK_THROWS_AS(jeffreys(1, 2, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(clopper_pearson_lower(1, 2, 0.0), std::invalid_argument);
    CHECK_THROWS_AS(bound_without_misses(-1), std::invalid_argument);
}
