#include "assessment/measure/binomial.hpp"

#include "assessment/measure/posterior.hpp"
#include "assessment/measure/sequential.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace shift311::measure;

TEST_CASE("What the rule of 20 and 30 lets through", "[measure]") {
    struct Row {
        double p, single, two, calls;
    };
    const TwoStage rule;
    for (const Row& row : {Row{.60, .0036, .0044, 20.5}, Row{.65, .0121, .0159, 21.1}, Row{.70, .0355, .0499, 22.0},
                           Row{.75, .0913, .1346, 23.2}, Row{.80, .2061, .3067, 24.2}, Row{.85, .4049, .5729, 24.2},
                           Row{.90, .6769, .8482, 22.8}, Row{.92, .7879, .9255, 21.9}, Row{.95, .9245, .9869, 20.7},
                           Row{.97, .9790, .9985, 20.2}}) {
        INFO("true pass probability " << row.p);
        CHECK(binomial_at_least(18, 20, row.p) == Approx(row.single).margin(5.1e-5));
        CHECK(operating_characteristic(rule, row.p).passes == Approx(row.two).margin(5.1e-5));
        CHECK(operating_characteristic(rule, row.p).mean_contacts == Approx(row.calls).margin(.051));
    }
    CHECK(1 - operating_characteristic(rule, .95).passes == Approx(.013).margin(5e-4));
}

TEST_CASE("What the emergency block lets through", "[measure]") {
    struct Row {
        double miss, two, plain, of_47;
    };
    const TwoStage rule{30, 30, 28, 30, 59};
    for (const Row& row : {Row{.005, .972, .860, .977}, Row{.01, .906, .740, .920}, Row{.02, .728, .546, .758},
                           Row{.05, .287, .215, .312}, Row{.10, .048, .042, .044}}) {
        INFO("miss rate " << row.miss);
        CHECK(operating_characteristic(rule, 1 - row.miss).passes == Approx(row.two).margin(5.1e-4));
        CHECK(binomial_at_most(0, 30, row.miss) == Approx(row.plain).margin(6e-4));
        CHECK(binomial_at_most(1, 47, row.miss) == Approx(row.of_47).margin(5.1e-4));
    }
}

TEST_CASE("More tries, and runs, let more through", "[measure]") {
    CHECK(within_tries(binomial_at_least(18, 20, .70), 3) == Approx(.103).margin(5.1e-4));
    CHECK(within_tries(binomial_at_least(18, 20, .60), 3) == Approx(.011).margin(5.1e-4));
    CHECK(run_within(5, 40, .6) == Approx(.758).margin(5.1e-4));
    CHECK(run_within(5, 40, .7) == Approx(.942).margin(5.1e-4));
    CHECK(run_within(5, 40, .8) == Approx(.996).margin(5.1e-4));
    CHECK(run_within(8, 40, .6) == Approx(.217).margin(5.1e-4));
    CHECK(run_within(8, 40, .7) == Approx(.510).margin(5.1e-4));
    CHECK(run_within(8, 40, .8) == Approx(.839).margin(5.1e-4));
    CHECK(run_within(1, 0, .9) == 0);
    CHECK(run_within(1, 3, .5) == Approx(.875));
    CHECK(run_within(3, 3, .5) == Approx(.125));
}

TEST_CASE("Sums of a binomial are whole", "[measure]") {
    for (const double p : {0.0, 0.3, 1.0}) {
        double sum = 0;
        for (std::int64_t k = 0; k <= 20; ++k) {
            sum += binomial_exactly(k, 20, p);
            CHECK(binomial_at_most(k, 20, p) + binomial_at_least(k + 1, 20, p) == Approx(1));
        }
        CHECK(sum == Approx(1));
    }
    CHECK(binomial_at_least(0, 5, .5) == 1);
    CHECK(binomial_at_least(6, 5, .5) == 0);
    CHECK(binomial_at_most(-1, 5, .5) == 0);
    CHECK(binomial_exactly(6, 5, .5) == 0);
    CHECK(binomial_exactly(0, 0, .5) == 1);
    CHECK(operating_characteristic({}, 1).passes == Approx(1));
    CHECK(operating_characteristic({}, 0).passes == Approx(0).margin(1e-12));
    CHECK(operating_characteristic({}, 0).mean_contacts == Approx(20));
    CHECK_THROWS_AS(binomial_at_least(1, -1, .5), std::invalid_argument);
    CHECK_THROWS_AS(binomial_at_least(1, 2, 1.5), std::invalid_argument);
    CHECK_THROWS_AS(run_within(0, 2, .5), std::invalid_argument);
}

TEST_CASE("The sequential test that was not chosen", "[measure]") {
    const auto it = sequential_test(.60, .85, .05);
    REQUIRE(it);
    CHECK(it->bound == Approx(2.944439).margin(6e-7));
    CHECK(it->success == Approx(.348307).margin(6e-7));
    CHECK(it->failure == Approx(-.980829).margin(6e-7));
    CHECK(it->slope == Approx(.737945).margin(6e-7));
    CHECK(it->intercept == Approx(2.215303).margin(6e-7));
    struct Row {
        std::int64_t n, pass, fail;
    };
    for (const Row& row : {Row{10, 10, 5}, Row{15, 14, 8}, Row{20, 17, 12}, Row{30, 25, 19}}) {
        CHECK(it->pass_at(row.n) == row.pass);
        CHECK(it->fail_at(row.n) == row.fail);
    }
    CHECK(it->earliest_pass() == 9);
    CHECK(it->bound / it->success == Approx(8.45).margin(6e-3));
    CHECK(it->slope * 9 + it->intercept == Approx(8.857).margin(6e-4));
    CHECK_FALSE(sequential_test(.85, .60, .05));
    CHECK_FALSE(sequential_test(0, .60, .05));
    CHECK_FALSE(sequential_test(.5, .60, .5));
}

TEST_CASE("Published posteriors", "[measure]") {
    CHECK(*posterior_above(10, 10, .8) == Approx(.914101).margin(6e-7));
    CHECK(*posterior_above(9, 10, .8) == Approx(.677877).margin(6e-7));
    CHECK(*posterior_above(14, 15, .8) == Approx(.859263).margin(6e-7));
    CHECK(*posterior_above(18, 20, .8) == Approx(.821297).margin(6e-7));
    CHECK(*posterior_above(18, 20, .8) == Approx(.8212971668).margin(6e-11));
    CHECK(*posterior_above(10, 10, .8, kJeffreys) == Approx(.967613).margin(6e-7));
    CHECK(*posterior_above(18, 20, .8, kJeffreys) == Approx(.872952).margin(6e-7));
    CHECK_FALSE(posterior_above(3, 2, .5));
    CHECK_FALSE(posterior_above(1, 2, 1.5));
    CHECK_FALSE(posterior_above(1, 2, .5, {0, 1}));
}

TEST_CASE("Published tenth percentiles of the discounted Beta", "[measure]") {
    struct Row {
        const char* results;  // oldest first
        double q10, mean;
    };
    const std::string fifty(50, '1');
    for (const Row& row :
         {Row{"111", .5249, .7813}, Row{"111111", .6396, .8375}, Row{"1111111111", .6960, .8640},
          Row{"001111", .4350, .6805}, Row{"111100", .2840, .5368}, Row{fifty.c_str(), .7405, .8846}}) {
        INFO(row.results);
        double a = 0, b = 0;
        for (const char* at = row.results; *at; ++at) {
            a = .85 * a + (*at == '1' ? 1 : 0);
            b = .85 * b + (*at == '1' ? 0 : 1);
        }
        CHECK(*beta_quantile(1 + a, 1 + b, .10) == Approx(row.q10).margin(5.1e-5));
        CHECK((1 + a) / (2 + a + b) == Approx(row.mean).margin(5.1e-5));
    }
    CHECK_FALSE(beta_quantile(0, 1, .1));
    CHECK_FALSE(beta_quantile(1, 1, 1.1));
    CHECK(*beta_quantile(1, 1, .25) == Approx(.25));
}
