#include "assessment/measure/item_response.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/people_at_random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <utility>

using namespace shift311::measure;
using namespace shift311::tests;

namespace {

std::vector<Pattern> lsat6() {
    std::vector<Pattern> out;
    for (std::size_t pattern = 0; pattern < kLsat6.size(); ++pattern) {
        if (kLsat6[pattern] == 0) continue;
        Pattern one;
        one.people = kLsat6[pattern];
        for (std::size_t item = 0; item < 5; ++item)
            one.answers.push_back((pattern >> (4 - item)) & 1U ? Answer::right : Answer::wrong);
        out.push_back(one);
    }
    return out;
}

}  // namespace

TEST_CASE("Elo as published", "[measure]") {
    const std::array<double, 4> published{.4, .63621, .068096, .392273};
    std::vector<Meeting> meetings;
    const std::array<bool, 4> passed{true, true, false, true};
    for (std::size_t i = 0; i < published.size(); ++i) {
        meetings.push_back({0, 0, passed[i]});
        const Ratings it = rate(meetings, 1, 1);
        CHECK(it.people[0] == Approx(published[i]).margin(6e-7));
        CHECK(it.items[0] == Approx(-published[i]).margin(6e-7));
    }
    CHECK(rate(meetings, 1, 1).steady[0] == Approx(-(.068096 + .392273) / 2).margin(6e-7));
    CHECK(rate(meetings, 2, 2).steady[1] == 0);
    CHECK(rating_step(0) == .8);
    CHECK(rating_step(1) == Approx(.8 / 1.05));
    CHECK(rating_step(20) == Approx(.4));
    CHECK(rate({{1, 0, true}, {0, 1, true}}, 1, 1).met == std::vector<std::int64_t>{0});
}

TEST_CASE("Elo allows for who tried an item, where a plain rate does not", "[measure]") {
    // Weak people mostly meet item 0, strong ones item 1; both items are equally hard. Others are met by all.
    std::mt19937 random(5);
    constexpr std::size_t kPeople = 400, kItems = 12;
    std::vector<Meeting> meetings;
    std::vector<double> skill;
    for (std::size_t i = 0; i < kPeople; ++i)
        skill.push_back(i % 2 == 0 ? -1 : 1);
    for (std::size_t round = 2; round < kItems + 1; ++round) {
        for (std::size_t i = 0; i < kPeople; ++i) {
            const std::size_t item = round < kItems ? round : i % 2;
            meetings.push_back({i, item, draw(random) < logistic(skill[i])});
        }
    }
    std::array<double, 2> passed{}, met{};
    for (const Meeting& it : meetings) {
        if (it.item > 1) continue;
        passed.at(it.item) += it.passed ? 1 : 0;
        met.at(it.item) += 1;
    }
    CHECK(passed[1] / met[1] - passed[0] / met[0] > .35);  // the plain rates are far apart
    const Ratings it = rate(meetings, kPeople, kItems);
    CHECK(std::abs(logistic(-it.steady[1]) - logistic(-it.steady[0])) < .12);
}

TEST_CASE("LSAT-6 by 2PL as published", "[measure]") {
    const std::array<double, 5> a{.8254, .7229, .8905, .6886, .6575}, b{-3.3597, -1.3696, -.2799, -1.8659, -3.1236};
    // The published estimates have the published likelihood, to its last place.
    std::vector<ItemCurve> published;
    for (std::size_t i = 0; i < 5; ++i)
        published.push_back({a[i], -a[i] * b[i]});
    CHECK(log_likelihood(lsat6(), published) == Approx(-2466.653).margin(6e-4));

    // Gone on with until nothing moves, the likelihood is the same to its last place and the estimates to the third.
    Marginal fine;
    fine.tolerance = 1e-8;
    const auto fit = fit_curves(lsat6(), fine);
    REQUIRE(fit);
    CHECK(fit->converged);
    CHECK(fit->spread == 1);
    CHECK(fit->log_likelihood == Approx(-2466.653).margin(6e-4));
    CHECK(fit->log_likelihood >= log_likelihood(lsat6(), published));
    for (std::size_t i = 0; i < 5; ++i) {
        INFO("item " << i + 1);
        CHECK(fit->items[i].slope == Approx(a[i]).margin(7e-4));
        CHECK(fit->items[i].difficulty() == Approx(b[i]).margin(2.5e-3));
        CHECK(fit->items[i].chance(fit->items[i].difficulty()) == Approx(.5));
    }
}

TEST_CASE("LSAT-6 by Rasch as published", "[measure]") {
    // mirt's figures at its own tolerance, 1e-4: difficulties with all slopes 1 and the spread of ability estimated.
    const std::array<double, 5> b{-2.7306, -.9989, -.2399, -1.3068, -2.0999};
    const auto fit = fit_rasch(lsat6());
    REQUIRE(fit);
    CHECK(fit->converged);
    for (std::size_t i = 0; i < 5; ++i) {
        INFO("item " << i + 1);
        CHECK(fit->items[i].slope == 1);
        CHECK(fit->items[i].difficulty() == Approx(b[i]).margin(5.1e-5));
    }
    // The same model with the spread fixed and one slope for all is the slope ltm gives, .755.
    CHECK(fit->spread == Approx(.755).margin(2e-3));

    // 2PL describes these five hardly better.
    Marginal fine;
    fine.tolerance = 1e-8;
    const auto rasch = fit_rasch(lsat6(), fine), curves = fit_curves(lsat6(), fine);
    REQUIRE(rasch);
    REQUIRE(curves);
    CHECK(rasch->log_likelihood < curves->log_likelihood);
    CHECK(slopes_by_chance(*rasch, *curves) > .9);
    CHECK(slopes_by_chance(*curves, *rasch) == 1);
    CHECK(ability_by_chance(lsat6(), *rasch) < 1e-6);
}

TEST_CASE("Missing answers say nothing", "[measure]") {
    // People who left out two items are in the table, and each set of items alone would give the same curves.
    std::mt19937 random(6);
    const std::vector<ItemCurve> truth{{1.2, 1}, {.8, 0}, {1.5, -.5}, {1, .7}, {.6, -1}};
    std::vector<Pattern> patterns;
    for (std::size_t person = 0; person < 3000; ++person) {
        const double can = ability(random);
        Pattern one;
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const bool right = draw(random) < truth[i].chance(can);
            const bool met = (person + i) % 5 < 3 || person % 3 == 0;
            one.answers.push_back(!met ? Answer::missing : right ? Answer::right : Answer::wrong);
        }
        patterns.push_back(one);
    }
    const auto fit = fit_curves(patterns);
    REQUIRE(fit);
    CHECK(fit->converged);
    for (std::size_t i = 0; i < truth.size(); ++i) {
        INFO("item " << i + 1);
        CHECK(fit->items[i].slope == Approx(truth[i].slope).margin(.3));
        CHECK(fit->items[i].intercept == Approx(truth[i].intercept).margin(.2));
    }
    const auto rasch = fit_rasch(patterns);
    REQUIRE(rasch);
    CHECK(slopes_by_chance(*rasch, *fit) < .05);
    // Somebody without any answer changes nothing.
    patterns.push_back({std::vector<Answer>(5, Answer::missing), 50});
    const auto more = fit_curves(patterns);
    REQUIRE(more);
    for (std::size_t i = 0; i < truth.size(); ++i)
        CHECK(more->items[i].slope == Approx(fit->items[i].slope).margin(1e-9));
    CHECK(more->log_likelihood == Approx(fit->log_likelihood).margin(1e-6));
}

TEST_CASE("Where passing one item says nothing of others, no ability shows", "[measure]") {
    std::mt19937 random(8);
    std::vector<Pattern> patterns;
    for (int person = 0; person < 300; ++person) {
        Pattern one;
        for (const double p : {.6, .7, .8, .7, .75, .65})
            one.answers.push_back(draw(random) < p ? Answer::right : Answer::wrong);
        patterns.push_back(one);
    }
    const auto rasch = fit_rasch(patterns);
    REQUIRE(rasch);
    CHECK(rasch->converged);
    CHECK(ability_by_chance(patterns, *rasch) > .05);
    // 2PL finds figures all the same.
    CHECK(fit_curves(patterns));
}

TEST_CASE("Elo is as rough as the item report says it is", "[measure]") {
    // Thirteen scripts in an order of their own for each of so many people: root mean square error of what an average
    // person would pass, in percentage points.
    struct Row {
        std::size_t people;
        double points;
    };
    for (const Row& row : {Row{30, 8}, Row{60, 7}, Row{200, 4}}) {
        constexpr std::size_t kItems = 13;
        double squares = 0, seen = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            std::vector<double> skill, hard;
            for (std::size_t i = 0; i < row.people; ++i)
                skill.push_back(1 + .7 * ability(random));
            for (std::size_t i = 0; i < kItems; ++i)
                hard.push_back(.7 * ability(random));
            std::vector<std::pair<double, Meeting>> meetings;
            for (std::size_t person = 0; person < row.people; ++person) {
                std::array<std::size_t, kItems> order{};
                for (std::size_t i = 0; i < kItems; ++i)
                    order.at(i) = i;
                for (std::size_t i = kItems; i-- > 1;)
                    std::swap(order.at(i), order.at(random() % (i + 1)));
                for (std::size_t i = 0; i < kItems; ++i) {
                    const std::size_t item = order.at(i);
                    const bool passed = draw(random) < logistic(skill[person] - hard[item]);
                    meetings.push_back({static_cast<double>(i) + draw(random), {person, item, passed}});
                }
            }
            std::sort(meetings.begin(), meetings.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            std::vector<Meeting> in_order;
            for (const auto& [at, meeting] : meetings)
                in_order.push_back(meeting);
            const Ratings it = rate(in_order, row.people, kItems);
            double rated = 0, truly = 0;
            for (std::size_t i = 0; i < row.people; ++i) {
                rated += it.people[i] / static_cast<double>(row.people);
                truly += skill[i] / static_cast<double>(row.people);
            }
            for (std::size_t i = 0; i < kItems; ++i) {
                const double off = logistic(rated - it.steady[i]) - logistic(truly - hard[i]);
                squares += off * off;
                seen += 1;
            }
        }
        INFO(row.people << " people");
        CHECK(100 * std::sqrt(squares / seen) == Approx(row.points).margin(.6));
    }
}

TEST_CASE("An item that rewards the wrong thing has a slope below 0", "[measure]") {
    std::mt19937 random(7);
    const std::vector<ItemCurve> truth{{1.5, 0}, {1.5, .5}, {1.5, -.5}, {-1, 0}};
    std::vector<Pattern> patterns;
    for (int person = 0; person < 1000; ++person) {
        const double can = ability(random);
        Pattern one;
        for (const ItemCurve& item : truth)
            one.answers.push_back(draw(random) < item.chance(can) ? Answer::right : Answer::wrong);
        patterns.push_back(one);
    }
    const auto fit = fit_curves(patterns);
    REQUIRE(fit);
    CHECK(fit->items[0].slope > 0);
    CHECK(fit->items[3].slope < -.5);
}

TEST_CASE("What has no finite answer is refused or says so", "[measure]") {
    const Answer y = Answer::right, n = Answer::wrong, o = Answer::missing;
    CHECK_FALSE(fit_curves({}));
    CHECK_FALSE(fit_rasch({{{}, 3}}));
    CHECK_FALSE(fit_rasch({{{y, n}, 3}, {{y}, 2}}));
    CHECK_FALSE(fit_rasch({{{y, n}, 3}, {{y, y}, 2}}));  // all right on the first
    CHECK_FALSE(fit_rasch({{{o, n}, 3}, {{o, y}, 2}}));  // nobody tried the first
    CHECK_FALSE(fit_rasch({{{y, n}, 0}, {{n, y}, 2}}));
    // Three items that always agree: the slopes run off, and no figure is to be read.
    const auto apart = fit_curves({{{y, y, y}, 50}, {{n, n, n}, 50}});
    REQUIRE(apart);
    CHECK_FALSE(apart->converged);
    for (const ItemCurve& item : apart->items)
        CHECK(std::abs(item.slope) <= kSteepest);
    Marginal hasty;
    hasty.iterations = 2;
    const auto unfinished = fit_curves(lsat6(), hasty);
    REQUIRE(unfinished);
    CHECK_FALSE(unfinished->converged);
    CHECK(unfinished->iterations == 2);
}
