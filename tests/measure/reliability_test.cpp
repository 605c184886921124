#include "assessment/measure/reliability.hpp"

#include "assessment/measure/correlation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/people_at_random.hpp"

#include <array>
#include <cmath>

using namespace shift311::measure;
using namespace shift311::tests;

namespace {

Scores lsat6() {
    Scores out;
    for (std::size_t pattern = 0; pattern < kLsat6.size(); ++pattern) {
        std::vector<double> row;
        for (std::size_t item = 0; item < 5; ++item)
            row.push_back((pattern >> (4 - item)) & 1U ? 1 : 0);
        out.insert(out.end(), static_cast<std::size_t>(kLsat6[pattern]), row);
    }
    return out;
}

/// The columns of a published example, one text an item, turned into rows.
Scores of_columns(const std::vector<std::vector<double>>& columns) {
    Scores out(columns.front().size());
    for (const auto& column : columns) {
        for (std::size_t i = 0; i < column.size(); ++i)
            out[i].push_back(column[i]);
    }
    return out;
}

}  // namespace

TEST_CASE("LSAT-6 comes out as published", "[measure]") {
    const Scores scores = lsat6();
    REQUIRE(scores.size() == 1000);
    std::array<int, 6> totals{};
    for (const auto& row : scores)
        ++totals[static_cast<std::size_t>(row[0] + row[1] + row[2] + row[3] + row[4])];
    CHECK(totals == std::array<int, 6>{3, 20, 85, 237, 357, 298});

    struct Row {
        double p, total, rest, without;
    };
    const std::vector<ItemFigures> items = item_figures(scores);
    REQUIRE(items.size() == 5);
    const std::array<Row, 5> published{Row{.924, .3620, .1128, .2754}, Row{.709, .5668, .1532, .2376},
                                       Row{.553, .6184, .1728, .2168}, Row{.763, .5344, .1444, .2459},
                                       Row{.870, .4354, .1216, .2663}};
    for (std::size_t i = 0; i < 5; ++i) {
        INFO("item " << i + 1);
        CHECK(items[i].mean == Approx(published[i].p).margin(1e-12));
        CHECK(*items[i].r_total == Approx(published[i].total).margin(5.1e-5));
        CHECK(*items[i].r_rest == Approx(published[i].rest).margin(5.1e-5));
        CHECK(*items[i].alpha_without == Approx(published[i].without).margin(5.1e-5));
    }
    const auto it = reliability(scores);
    REQUIRE(it);
    CHECK(it->alpha == Approx(.294997).margin(6e-7));
    CHECK(it->total_sd == Approx(1.035041).margin(6e-7));
    CHECK(it->sem == Approx(.869067).margin(6e-7));
    CHECK(it->people == 1000);
    CHECK(it->items == 5);

    // KR-20 with population variances is the same number.
    double pq = 0, mean = 0, square = 0;
    for (const ItemFigures& item : items)
        pq += item.mean * (1 - item.mean);
    for (std::size_t total = 0; total < totals.size(); ++total) {
        mean += static_cast<double>(total) * totals[total] / 1000;
        square += static_cast<double>(total * total) * totals[total] / 1000;
    }
    CHECK(it->alpha == Approx(5.0 / 4 * (1 - pq / (square - mean * mean))).epsilon(1e-12));
}

TEST_CASE("A published alpha with Feldt's interval", "[measure]") {
    const Scores scores = of_columns({{3, 5, 7, 2, 6, 1, 4, 2, 6, 5, 4, 4, 5, 6, 4},
                                      {2, 4, 3, 4, 5, 2, 3, 4, 5, 4, 3, 2, 5, 5, 3},
                                      {4, 6, 5, 3, 6, 3, 5, 4, 5, 6, 5, 3, 6, 5, 5},
                                      {1, 3, 5, 3, 5, 4, 3, 3, 5, 4, 2, 2, 2, 4, 5},
                                      {4, 5, 6, 2, 4, 2, 5, 7, 1, 3, 5, 5, 3, 2, 3},
                                      {5, 1, 4, 2, 4, 5, 2, 2, 6, 5, 3, 3, 3, 2, 1},
                                      {1, 2, 3, 2, 4, 2, 1, 2, 5, 3, 2, 4, 2, 1, 3},
                                      {4, 5, 3, 6, 6, 3, 2, 4, 2, 1, 3, 2, 4, 4, 2},
                                      {3, 5, 6, 6, 7, 5, 4, 6, 3, 7, 4, 3, 4, 6, 3},
                                      {2, 5, 5, 3, 5, 2, 3, 5, 2, 2, 1, 4, 5, 5, 4}});
    const auto it = reliability(scores);
    REQUIRE(it);
    CHECK(it->alpha == Approx(.592).margin(5.1e-4));
    const auto interval = feldt_interval(it->alpha, it->people, it->items);
    REQUIRE(interval);
    CHECK(interval->low == Approx(.195).margin(5.1e-4));
    CHECK(interval->high == Approx(.840).margin(5.1e-4));
}

TEST_CASE("A published alpha of those who answered everything", "[measure]") {
    // 12 people, 11 questions; three left one out and are not counted.
    const Scores scores{
        {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0}, {1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0},
        {1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0}, {1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0}, {1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0},
        {0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, {1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}};
    CHECK(reliability(scores)->alpha == Approx(.801695).margin(6e-7));
}

TEST_CASE("One person's standard error by Lord", "[measure]") {
    CHECK(*lord_sem(16, 20) == Approx(1.8353).margin(6e-5));
    CHECK(*lord_sem(18, 20) == Approx(1.3765).margin(6e-5));
    CHECK(*lord_sem(20, 20) == 0.0);
    CHECK_FALSE(lord_sem(1, 1));
    CHECK_FALSE(lord_sem(3, 2));
    CHECK_FALSE(lord_sem(-1, 20));
}

TEST_CASE("Too little, or nothing that varies, has no reliability", "[measure]") {
    CHECK_FALSE(reliability({}));
    CHECK_FALSE(reliability({{1, 2, 3}}));
    CHECK_FALSE(reliability({{1}, {2}}));
    CHECK_FALSE(reliability({{1, 2}, {2}}));
    CHECK_FALSE(reliability({{1, 2}, {1, 2}, {1, 2}}));
    CHECK_FALSE(reliability({{1, 0}, {0, 1}}));  // every total is 1
    CHECK_FALSE(reliability({{.1, .2}, {.2, .1}, {.3, 0}}));
    CHECK_FALSE(feldt_interval(.5, 1, 4));
    CHECK_FALSE(feldt_interval(.5, 9, 1));
    CHECK(item_figures({}).empty());
    CHECK(item_figures({{1, 2}, {2}}).empty());
    const auto same = item_figures({{1, 0, 1}, {1, 1, 0}, {1, 1, 1}, {1, 0, 0}});
    CHECK_FALSE(same[0].r_total);
    CHECK_FALSE(same[0].r_rest);
    CHECK(same[1].r_total);
    CHECK_FALSE(item_figures({{1, 0}, {0, 1}, {1, 1}})[0].alpha_without);  // one item left is no test
}

TEST_CASE("Items that work against each other have an alpha below 0", "[measure]") {
    const auto it = reliability({{1, 0, 1}, {0, 1, 0}, {1, 0, 0}, {0, 1, 1}, {1, 0, 1}});
    REQUIRE(it);
    CHECK(it->alpha < 0);
    CHECK(it->sem > it->total_sd);
}

TEST_CASE("Correlation and distance", "[measure]") {
    CHECK(*correlation({1, 2, 3}, {2, 4, 6}) == Approx(1));
    CHECK(*correlation({1, 2, 3}, {3, 2, 1}) == Approx(-1));
    CHECK(*correlation({1, 2, 3, 4}, {1, 3, 2, 4}) == Approx(.8));
    CHECK_FALSE(correlation({1, 2}, {1, 2}));
    CHECK_FALSE(correlation({1, 2, 3}, {1, 2}));
    CHECK_FALSE(correlation({.1, .1, .1}, {1, 2, 3}));
    // By hand: tanh(atanh(.5) -+ 1.959964 / 5).
    const auto interval = correlation_interval(.5, 28);
    REQUIRE(interval);
    CHECK(interval->low == Approx(std::tanh(.5493061443 - .3919927969)).margin(1e-9));
    CHECK(interval->high == Approx(std::tanh(.5493061443 + .3919927969)).margin(1e-9));
    CHECK_FALSE(correlation_interval(.5, 3));
    CHECK_FALSE(correlation_interval(1, 30));
    CHECK(*standardized_difference({2, 4, 6}, {1, 3, 5}) == Approx(.5));
    CHECK(*standardized_difference({2, 4}, {2, 4}) == Approx(0).margin(1e-12));
    CHECK_FALSE(standardized_difference({2, 2}, {3, 3}));
    CHECK_FALSE(standardized_difference({2}, {3, 4}));
    CHECK(sign_test(0, 0) == 1);
    CHECK(sign_test(0, 5) == Approx(.0625));
    CHECK(sign_test(7, 1) == Approx(18.0 / 256));
    CHECK(sign_test(3, 3) == 1);
}
