#include "assessment/measure/cut_score.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace shift311::measure;

namespace {

/// Made anew from a seed on every machine.
class Sheets {
  public:
    int up_to(int most) { return static_cast<int>(draw_() % static_cast<std::uint32_t>(most + 1)); }
    Estimates sheet(std::size_t judges, std::size_t items) {
        Estimates out(judges, std::vector<int>(items));
        for (auto& judge : out)
            for (int& one : judge)
                one = up_to(100);
        return out;
    }

  private:
    std::mt19937 draw_{311};
};

}  // namespace

TEST_CASE("The reference's three judges: the cut, its percentage and its standard error", "[measure]") {
    // Sums of 3.35, 3.20 and 3.25 out of 4.
    const Estimates sheet{{90, 80, 85, 80}, {80, 80, 80, 80}, {85, 75, 85, 80}};
    const auto it = cut_score(sheet);
    REQUIRE(it);
    CHECK(it->judges == 3);
    CHECK(it->items == 4);
    REQUIRE(it->sums.size() == 3);
    CHECK(it->sums[0] == Approx(3.35));
    CHECK(it->sums[1] == Approx(3.20));
    CHECK(it->sums[2] == Approx(3.25));
    CHECK(it->cut == Approx(3.2667).margin(.00005));
    CHECK(it->percent == Approx(81.67).margin(.005));
    REQUIRE(it->error);
    CHECK(*it->error == Approx(.0441).margin(.00005));
    // In items; of a hundred points it is 1.10.
    CHECK(it->in_percent(*it->error) == Approx(1.10).margin(.005));
    CHECK(*it->sd == Approx(.0764).margin(.00005));
    CHECK(it->low == Approx(3.20));
    CHECK(it->high == Approx(3.35));
    REQUIRE(it->of_items.size() == 4);
    CHECK(it->of_items[0].mean == Approx(85));
    CHECK(it->of_items[0].low == 80);
    CHECK(it->of_items[0].high == 90);
    CHECK(whole_cut(sheet) == 82);
    CHECK(whole_cut(sheet, {}, 1) == 81);  // 81.67 - 1.10 = 80.56
}

TEST_CASE("One judge has no standard error, and none is made up", "[measure]") {
    const auto it = cut_score({{80, 90}});
    REQUIRE(it);
    CHECK(it->percent == Approx(85));
    CHECK_FALSE(it->sd.has_value());
    CHECK_FALSE(it->error.has_value());
    CHECK(whole_cut({{80, 90}}) == 85);
    CHECK_FALSE(whole_cut({{80, 90}}, {}, 1).has_value());
}

TEST_CASE("Half a percent is rounded up, with and without the error", "[measure]") {
    struct Row {
        Estimates sheet;
        int less;
        int whole;
    };
    const std::vector<Row> rows{
        {{{84, 85}}, 0, 85},      // 84.5
        {{{84, 85, 84}}, 0, 84},  // 84.33
        {{{0}}, 0, 0},            //
        {{{100, 100}}, 0, 100},   //
        {{{80}, {82}}, 1, 80},    // 81 - 1
        {{{83}, {86}}, 1, 83},    // 84.5 - 1.5, a whole number
        {{{84, 84}, {85, 86}, {83, 83}}, 0, 84},
        {{{82, 81}, {80, 79}}, 1, 80},  // 80.5 - 1 = 79.5
        {{{0}, {2}, {0}, {0}}, 1, 0},   // 0.5 - 0.5
        {{{0}, {9}, {0}, {0}}, 1, 0},   // 2.25 - 2.25: not below 0
        {{{84, 84}, {84, 84}}, 1, 84},  // no spread, nothing taken off
    };
    for (const Row& row : rows) {
        INFO(row.sheet.front().front() << " less " << row.less);
        CHECK(whole_cut(row.sheet, {}, row.less) == row.whole);
    }
}

TEST_CASE("What is no sheet gives no cut", "[measure]") {
    const std::vector<std::pair<Estimates, std::vector<int>>> none{{{}, {}},
                                                                   {{{}}, {}},
                                                                   {{{80, 90}, {80}}, {}},
                                                                   {{{80, 101}}, {}},
                                                                   {{{-1, 80}}, {}},
                                                                   {{{80, 90}}, {1}},
                                                                   {{{80, 90}}, {1, -1}},
                                                                   {{{80, 90}}, {0, 0}},
                                                                   {{{80, 90}}, {kMostItems, 1}},
                                                                   {Estimates(kMostJudges + 1, {80}), {}}};
    for (const auto& [sheet, times] : none) {
        CHECK_FALSE(cut_score(sheet, times).has_value());
        CHECK_FALSE(whole_cut(sheet, times).has_value());
    }
    CHECK_FALSE(whole_cut({{80}, {81}}, {}, -1).has_value());
    CHECK(cut_score(Estimates(kMostJudges, {80}), {kMostItems}).has_value());
}

TEST_CASE("Whatever judges say, the cut keeps to what a cut is", "[measure]") {
    Sheets draw;
    for (int round = 0; round < 2'000; ++round) {
        const auto judges = static_cast<std::size_t>(1 + draw.up_to(9)),
                   items = static_cast<std::size_t>(1 + draw.up_to(9));
        Estimates sheet = draw.sheet(judges, items);
        std::vector<int> times(items);
        for (int& one : times)
            one = 1 + draw.up_to(3);
        const auto it = cut_score(sheet, times);
        REQUIRE(it);
        CHECK(it->low <= it->cut + 1e-9);
        CHECK(it->cut <= it->high + 1e-9);
        CHECK(it->in_percent(it->cut) == Approx(it->percent).margin(1e-9));
        CHECK(it->error.has_value() == (judges > 1));

        // An item that counts twice is that item standing there twice.
        Estimates wide(judges);
        for (std::size_t i = 0; i < judges; ++i)
            for (std::size_t j = 0; j < items; ++j)
                wide[i].insert(wide[i].end(), static_cast<std::size_t>(times[j]), sheet[i][j]);
        CHECK(cut_score(wide)->cut == Approx(it->cut).margin(1e-9));
        CHECK(whole_cut(wide) == whole_cut(sheet, times));

        // In whole numbers what it is in floating ones, wherever these are not on the edge.
        for (int less = 0; less <= (judges > 1 ? 2 : 0); ++less) {
            const double exact = it->percent - less * (less ? it->in_percent(*it->error) : 0);
            const auto whole = whole_cut(sheet, times, less);
            REQUIRE(whole);
            if (std::abs(exact + .5 - std::round(exact + .5)) < 1e-9) continue;
            CHECK(*whole == std::max(0, static_cast<int>(std::floor(exact + .5))));
        }

        // Who speaks first changes nothing; a judge who expects more never lowers the cut; all alike have no error.
        std::reverse(sheet.begin(), sheet.end());
        CHECK(whole_cut(sheet, times) == whole_cut(wide));
        CHECK(cut_score(sheet, times)->cut == it->cut);
        const auto before = whole_cut(sheet, times);
        int& one = sheet[static_cast<std::size_t>(draw.up_to(static_cast<int>(judges) - 1))]
                        [static_cast<std::size_t>(draw.up_to(static_cast<int>(items) - 1))];
        one = std::min(100, one + 1 + draw.up_to(20));
        CHECK(whole_cut(sheet, times) >= before);
        const Estimates alike(judges + 1, sheet.front());
        CHECK(*cut_score(alike, times)->error == Approx(0).margin(1e-12));
        CHECK(whole_cut(alike, times, 1) == whole_cut(alike, times));
    }
}
