#include "assessment/measure/adverse_impact.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::measure;

TEST_CASE("The official example of four fifths", "[measure]") {
    // 1979 questions and answers on the Uniform Guidelines: rates of 60, 45, 48 and 51 %.
    const Selected reference{60, 100};
    CHECK(*impact_ratio({45, 100}, reference) == Approx(.75));
    CHECK(*impact_ratio({48, 100}, reference) == Approx(.80));
    CHECK(*impact_ratio({51, 100}, reference) == Approx(.85));
    CHECK(*below_four_fifths({45, 100}, reference));
    CHECK_FALSE(*below_four_fifths({48, 100}, reference));  // exactly four fifths is not below
    CHECK_FALSE(*below_four_fifths({51, 100}, reference));
    CHECK(*shortfall({45, 100}, reference) == 3);
    CHECK(*shortfall({48, 100}, reference) == 0);
    CHECK(*shortfall({51, 100}, reference) == 0);
}

TEST_CASE("Exactly four fifths is not below, at any size", "[measure]") {
    for (std::int64_t n = 5; n <= 100'000; n = n * 7 / 5 + 5) {
        const std::int64_t five = n / 5 * 5;
        CHECK_FALSE(*below_four_fifths({4 * five / 5, five}, {five, five}));
        CHECK(*below_four_fifths({4 * five / 5 - 1, five}, {five, five}));
        const auto more = shortfall({0, five}, {five, five});
        CHECK_FALSE(*below_four_fifths({*more, five}, {five, five}));
        CHECK(*below_four_fifths({*more - 1, five}, {five, five}));
    }
}

TEST_CASE("A small ratio of a few people proves nothing", "[measure]") {
    const Selected group{1, 5}, reference{40, 95};
    CHECK(*impact_ratio(group, reference) == Approx(.475).margin(6e-4));
    CHECK(*below_four_fifths(group, reference));
    CHECK(*two_proportion_z(group, reference) == Approx(-.980).margin(6e-4));
    CHECK(*two_proportion_z(reference, group) == Approx(.980).margin(6e-4));
    CHECK(*fisher_two_sided(group, reference) == Approx(.6459).margin(6e-5));
    CHECK(too_few_to_conclude(group, reference));

    const Selected many{12, 40}, most{48, 80};
    CHECK(*impact_ratio(many, most) == Approx(.5));
    CHECK(*two_proportion_z(many, most) == Approx(-3.0984).margin(6e-5));
    CHECK(*fisher_two_sided(many, most) == Approx(.0034092).margin(6e-8));
    CHECK_FALSE(too_few_to_conclude(many, most));
    CHECK(too_few_to_conclude({29, 29}, {50, 100}));
    CHECK(too_few_to_conclude({0, 40}, {4, 40}));  // 2 expected in either group
}

TEST_CASE("Published two-sided p of Fisher's exact test", "[measure]") {
    struct Row {
        std::int64_t a, b, c, d;
        double p;
    };
    for (const Row& row : {Row{2, 7, 8, 2, .02301413756522114}, Row{5, 1, 10, 10, .1973244147157190},
                           Row{5, 15, 20, 20, .09580440012477637}, Row{10, 5, 10, 0, .06126482213438734},
                           Row{5, 0, 1, 4, .04761904761904762}, Row{0, 5, 1, 4, 1},
                           Row{6, 37, 108, 200, .005092697748126}, Row{22, 0, 0, 102, 7.175066786244549e-25}}) {
        INFO(row.a << ' ' << row.b << ' ' << row.c << ' ' << row.d);
        CHECK(*fisher_two_sided(row.a, row.b, row.c, row.d) == Approx(row.p).epsilon(1e-10));
        CHECK(*fisher_two_sided(row.c, row.d, row.a, row.b) == Approx(row.p).epsilon(1e-10));
        CHECK(*fisher_two_sided(row.b, row.a, row.d, row.c) == Approx(row.p).epsilon(1e-10));
    }
}

TEST_CASE("What bears no comparison gets none", "[measure]") {
    CHECK_FALSE(below_four_fifths({0, 0}, {1, 2}));
    CHECK_FALSE(below_four_fifths({1, 2}, {0, 2}));
    CHECK_FALSE(impact_ratio({1, 2}, {0, 0}));
    CHECK_FALSE(impact_ratio({3, 2}, {1, 2}));
    CHECK_FALSE(shortfall({1, 2}, {0, 9}));
    CHECK_FALSE(two_proportion_z({0, 5}, {0, 5}));
    CHECK_FALSE(two_proportion_z({5, 5}, {5, 5}));
    CHECK_FALSE(two_proportion_z({0, 0}, {5, 5}));
    CHECK_FALSE(fisher_two_sided(0, 0, 0, 0));
    CHECK_FALSE(fisher_two_sided(-1, 2, 3, 4));
    CHECK_FALSE(fisher_two_sided({1, 2}, {0, 0}));
    CHECK(too_few_to_conclude({0, 0}, {0, 0}));
}
