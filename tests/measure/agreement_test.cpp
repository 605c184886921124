#include "assessment/measure/agreement.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>

using namespace shift311::measure;

namespace {

/// The ratings of two raters as a square table over the categories that either used.
Counts table_of(const std::vector<int>& one, const std::vector<int>& other, const std::vector<int>& categories) {
    Counts out(categories.size(), std::vector<std::int64_t>(categories.size()));
    const auto place = [&](int value) {
        return static_cast<std::size_t>(std::find(categories.begin(), categories.end(), value) - categories.begin());
    };
    for (std::size_t i = 0; i < one.size(); ++i)
        ++out.at(place(one[i])).at(place(other[i]));
    return out;
}

const Counts kSas{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};

}  // namespace

TEST_CASE("Published kappa with its errors, plain and linear", "[measure]") {
    struct Row {
        Weights weights;
        double kappa, error, low, high, null_error, z;
    };
    for (const Row& row : {Row{Weights::none, .4842, .1380, .2137, .7547, .1484, 3.2626},
                           Row{Weights::linear, .4701, .1457, .1845, .7558, .1426, 3.2971}}) {
        const auto it = kappa(kSas, row.weights);
        REQUIRE(it);
        CHECK(it->n == 19);
        CHECK(it->kappa == Approx(row.kappa).margin(5.1e-5));
        CHECK(it->error == Approx(row.error).margin(5.1e-5));
        CHECK(it->interval.low == Approx(row.low).margin(5.1e-5));
        CHECK(it->interval.high == Approx(row.high).margin(5.1e-5));
        CHECK(it->null_error == Approx(row.null_error).margin(5.1e-5));
        CHECK(it->z == Approx(row.z).margin(5.1e-5));
    }
}

TEST_CASE("Published kappa of two raters of anxiety, all three weights", "[measure]") {
    const std::vector<int> second{3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4};
    const std::vector<int> third{2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2};
    // Nobody used 5; the published figures leave it out.
    const Counts table = table_of(second, third, {1, 2, 3, 4, 6});
    struct Row {
        Weights weights;
        double kappa, z;
    };
    for (const Row& row : {Row{Weights::none, -.006289308, -.0604067}, Row{Weights::linear, .1459075, 1.282472},
                           Row{Weights::quadratic, .2520325, 1.437451}}) {
        const auto it = kappa(table, row.weights);
        REQUIRE(it);
        CHECK(it->kappa == Approx(row.kappa).margin(6e-8));
        CHECK(it->z == Approx(row.z).margin(6e-7));
    }
}

TEST_CASE("Agreement without a fault, by chance, and none", "[measure]") {
    const auto whole = kappa({{5, 0}, {0, 7}});
    CHECK(whole->kappa == Approx(1));
    CHECK(whole->error == Approx(0).margin(1e-9));
    CHECK(whole->interval.high == Approx(1));
    CHECK(kappa({{4, 4}, {4, 4}})->kappa == Approx(0).margin(1e-12));
    CHECK(kappa({{0, 5}, {5, 0}})->kappa == Approx(-1));
    CHECK(kappa({{0, 5}, {5, 0}}, Weights::quadratic)->kappa == Approx(-1));
    CHECK_FALSE(kappa({{5, 0}, {0, 0}}));  // one category: chance alone agrees
    CHECK_FALSE(kappa({{0, 0}, {0, 0}}));
    CHECK_FALSE(kappa({{5}}));
    CHECK_FALSE(kappa({}));
    CHECK_FALSE(kappa({{1, 2}, {3}}));
    CHECK_FALSE(kappa({{1, -2}, {3, 4}}));
    CHECK(kappa({{0, 5}, {0, 0}})->kappa == Approx(0).margin(1e-12));
}

TEST_CASE("Published kappa of Fleiss", "[measure]") {
    // 14 raters, 10 subjects, 5 categories.
    const Counts example{{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
                         {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
    CHECK(*fleiss_kappa(example) == Approx(.210).margin(5.1e-4));

    // Fleiss 1971: what six raters called each of 30 patients.
    const std::array<const char*, 30> diagnoses{
        "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555",
        "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555",
        "555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555"};
    Counts table;
    for (const char* patient : diagnoses) {
        std::vector<std::int64_t> row(5);
        for (const char* at = patient; *at; ++at)
            ++row[static_cast<std::size_t>(*at - '1')];
        table.push_back(row);
    }
    CHECK(*fleiss_kappa(table) == Approx(.4302445).margin(6e-8));

    CHECK(*fleiss_kappa({{3, 0}, {0, 3}, {3, 0}}) == Approx(1));
    CHECK_FALSE(fleiss_kappa({{3, 0}, {3, 0}}));  // one category
    CHECK_FALSE(fleiss_kappa({{3, 0}, {1, 1}}));  // not the same number of raters
    CHECK_FALSE(fleiss_kappa({{1, 0}, {0, 1}}));  // one rater
    CHECK_FALSE(fleiss_kappa({{3, 0}}));
    CHECK_FALSE(fleiss_kappa({}));
}

TEST_CASE("Published intraclass correlations of Shrout and Fleiss", "[measure]") {
    const auto it = intraclass({{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
    REQUIRE(it);
    struct Row {
        const Icc* it;
        double icc, f, low, high;
    };
    for (const Row& row : {Row{&it->one, .165742, 1.8, -.13, .72}, Row{&it->two, .289764, 11.0, .02, .76},
                           Row{&it->three, .714841, 11.0, .34, .95}, Row{&it->one_k, .442797, 1.8, -.88, .91},
                           Row{&it->two_k, .620051, 11.0, .07, .93}, Row{&it->three_k, .909316, 11.0, .68, .99}}) {
        CHECK(row.it->icc == Approx(row.icc).margin(6e-7));
        REQUIRE(row.it->f);
        CHECK(*row.it->f == Approx(row.f).margin(.051));
        REQUIRE(row.it->interval);
        CHECK(row.it->interval->low == Approx(row.low).margin(.0051));
        CHECK(row.it->interval->high == Approx(row.high).margin(.0051));
    }
    CHECK(*it->two.f == Approx(11.24167 / 1.019444).epsilon(1e-6));
    CHECK(it->squares.targets == Approx(11.24167).margin(6e-6));
    CHECK(it->squares.raters == Approx(32.48611).margin(6e-6));
    CHECK(it->squares.residual == Approx(1.019444).margin(6e-7));
    CHECK(it->targets == 6);
    CHECK(it->raters == 4);
    CHECK(it->two.df1 == 5);
    CHECK(it->two.df2 == 15);
    CHECK(it->one.df2 == 18);
}

TEST_CASE("Raters who say the same, or the same and a bit, agree wholly or consistently", "[measure]") {
    const auto same = intraclass({{.1, .1}, {.7, .7}, {.3, .3}});
    REQUIRE(same);
    CHECK(same->one.icc == Approx(1));
    CHECK(same->two.icc == Approx(1));
    CHECK(same->three.icc == Approx(1));
    CHECK_FALSE(same->two.f);
    CHECK_FALSE(same->two.interval);
    const auto shifted = intraclass({{1, 2}, {2, 3}, {5, 6}});
    CHECK(shifted->three.icc == Approx(1));
    CHECK(shifted->two.icc < 1);
    CHECK_FALSE(shifted->three.interval);
    CHECK(shifted->one.interval);
    CHECK_FALSE(intraclass({{1, 2}, {2, 1}}));  // the targets do not differ
    CHECK_FALSE(intraclass({{1, 2}}));
    CHECK_FALSE(intraclass({{1}, {2}}));
    CHECK_FALSE(intraclass({{1, 2}, {2}}));
    CHECK_FALSE(intraclass({}));
}
