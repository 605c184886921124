#include "assessment/measure/detection.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::measure;

TEST_CASE("Published sensitivities of rates", "[measure]") {
    struct Row {
        double h, f, d, c, beta, within;
    };
    for (const Row& row : {Row{.99, .68, 1.858649, -1.397023, .074528, 6e-7}, Row{.99, .68, 1.86, -1.40, .07, 6e-3},
                           Row{.7, .1, 1.806, .3786, 1.981, 6e-4}, Row{.5, .4, .253, .1267, 1.033, 6e-4},
                           Row{.85, .05, 2.681, .3042, 2.261, 6e-4}, Row{.1, .6, -1.534899, .5141, .4543, 6e-5}}) {
        INFO("H " << row.h << ", F " << row.f);
        const auto it = sensitivity_of_rates(row.h, row.f);
        REQUIRE(it);
        CHECK(it->d_prime == Approx(row.d).margin(row.within));
        CHECK(it->criterion == Approx(row.c).margin(row.within));
        CHECK(it->beta == Approx(row.beta).margin(row.within));
    }
    const auto stanislaw = sensitivity_of_rates(.99, .68);
    CHECK(stanislaw->ln_beta == Approx(-2.60).margin(6e-3));
    CHECK(stanislaw->ln_beta == Approx(stanislaw->criterion * stanislaw->d_prime).epsilon(1e-12));
}

TEST_CASE("Published sensitivities of counts, by the log-linear correction", "[measure]") {
    struct Row {
        Detections counts;
        double d, c, beta;
    };
    for (const Row& row : {Row{{50, 50, 17, 25}, 1.885343, -1.391097, .072607}, Row{{9, 10, 2, 9}, 1.771293, -2, -2}}) {
        const auto it = sensitivity(row.counts);
        REQUIRE(it);
        CHECK(it->d_prime == Approx(row.d).margin(6e-7));
        if (row.c > -2) CHECK(it->criterion == Approx(row.c).margin(6e-7));
        if (row.beta > -2) CHECK(it->beta == Approx(row.beta).margin(6e-7));
    }
    // The value of an older, wrong adjustment still stands in a published test.
    CHECK(sensitivity({9, 10, 2, 9})->d_prime != Approx(1.65).margin(.05));
}

TEST_CASE("A' and B'' are symmetric, and 1/2 and 0 where nothing is told apart", "[measure]") {
    const auto none = sensitivity_of_rates(.3, .3);
    CHECK(none->a_prime == Approx(.5));
    CHECK(none->b_double_prime == Approx(0).margin(1e-12));
    CHECK(none->d_prime == Approx(0).margin(1e-12));
    // By hand: .5 + .6 * 1.6 / (4 * .7 * .9), and (.21 - .09) / .30.
    const auto good = sensitivity_of_rates(.7, .1);
    CHECK(good->a_prime == Approx(.880952381).margin(1e-9));
    CHECK(good->b_double_prime == Approx(.4).margin(1e-12));
    const auto turned = sensitivity_of_rates(.1, .7);
    CHECK(turned->a_prime == Approx(1 - good->a_prime).margin(1e-12));
    CHECK(turned->d_prime == Approx(-good->d_prime).margin(1e-12));
}

TEST_CASE("A miss weighs more than an unneeded transfer", "[measure]") {
    CHECK(cost_weighted_error({30, 30, 0, 30}) == 0.0);
    CHECK(*cost_weighted_error({0, 30, 30, 30}) == Approx(1));
    CHECK(*cost_weighted_error({29, 30, 0, 30}) == Approx(20.0 / 630));
    CHECK(*cost_weighted_error({30, 30, 1, 30}) == Approx(1.0 / 630));
    CHECK(*cost_weighted_error({29, 30, 3, 30}, 1, 1) == Approx(4.0 / 60));
}

TEST_CASE("Even the best criterion at d' 2.5 misses 6 %", "[measure]") {
    const auto it = best_criterion(.02, 100, 2.5);
    REQUIRE(it);
    CHECK(it->beta == Approx(.49).margin(1e-12));
    CHECK(it->criterion == Approx(-.2853).margin(6e-5));
    CHECK(it->hit_rate == Approx(.9376).margin(6e-5));
    CHECK(it->false_alarm_rate == Approx(.1674).margin(6e-5));
}

TEST_CASE("What cannot be told apart has no sensitivity", "[measure]") {
    CHECK_FALSE(sensitivity({0, 0, 1, 10}));
    CHECK_FALSE(sensitivity({5, 10, 0, 0}));
    CHECK_FALSE(sensitivity({11, 10, 0, 10}));
    CHECK_FALSE(sensitivity({-1, 10, 0, 10}));
    CHECK_FALSE(sensitivity_of_rates(1, .5));
    CHECK_FALSE(sensitivity_of_rates(.5, 0));
    CHECK_FALSE(cost_weighted_error({0, 0, 0, 0}));
    CHECK_FALSE(cost_weighted_error({0, 5, 0, 0}, 0, 1));
    CHECK_FALSE(cost_weighted_error({6, 5, 0, 0}));
    CHECK_FALSE(best_criterion(0, 100, 2));
    CHECK_FALSE(best_criterion(.1, 100, 0));
    CHECK_FALSE(best_criterion(.1, 0, 2));
    CHECK(sensitivity({10, 10, 0, 10}));  // nobody is too good to be measured
}
