#include "assessment/measure/queueing.hpp"

#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace shift311::measure;

namespace {

/// 100 calls in 30 minutes of 3 minutes each; minutes.
Line hundred_calls(std::int64_t servers, std::optional<double> patience = {}) {
    return {.arrivals = 100.0 / 30, .handle = 3, .servers = servers, .patience = patience};
}

/// The share that is answered, by stepping through the equations of who stands where in line: another way to the same
/// number. Runge-Kutta of the fourth order.
double stepped(const Line& line, std::int64_t ahead, double limit) {
    const auto count = static_cast<std::size_t>(ahead) + 1;
    std::vector<double> at(count + 1, 0);  // [0] answered; [1 + j]: waiting with j ahead
    at.back() = 1;
    const double served = static_cast<double>(line.servers) / line.handle;
    const double leaves = line.patience ? 1 / *line.patience : 0;
    const auto slope = [&](const std::vector<double>& p) {
        std::vector<double> out(p.size(), 0);
        for (std::size_t i = 1; i < p.size(); ++i) {
            const double moves = served + static_cast<double>(i - 1) * leaves;
            out[i] -= p[i] * (moves + leaves);  // the last term: gives up himself
            out[i - 1] += p[i] * moves;
        }
        return out;
    };
    const auto plus = [](std::vector<double> p, const std::vector<double>& by, double times) {
        for (std::size_t i = 0; i < p.size(); ++i)
            p[i] += by[i] * times;
        return p;
    };
    const int steps = 300;
    const double h = limit / steps;
    for (int step = 0; step < steps; ++step) {
        const auto k1 = slope(at), k2 = slope(plus(at, k1, h / 2)), k3 = slope(plus(at, k2, h / 2)),
                   k4 = slope(plus(at, k3, h));
        for (std::size_t i = 0; i < at.size(); ++i)
            at[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return at.front();
}

}  // namespace

TEST_CASE("Erlang B and C as published", "[queueing]") {
    CHECK(erlang_b(1, 1) == Approx(.5));
    CHECK(erlang_b(1, 2) == Approx(.2));
    struct Row {
        std::int64_t servers;
        double load, b, c;
    };
    for (const Row& row : {Row{5, 3, .1100543478, .2361516035}, Row{10, 8, .1216610643, .4091801508},
                           Row{20, 18, .1092128459, .5507690048}, Row{50, 45, .0541044722, .3638644672}}) {
        INFO(row.servers << " servers, " << row.load << " erlangs");
        CHECK(erlang_b(row.load, row.servers) == Approx(row.b).margin(5.1e-11).epsilon(0));
        CHECK(erlang_c(row.load, row.servers) == Approx(row.c).margin(5.1e-11).epsilon(0));
    }
    CHECK(erlang_b(3 / .25, 15) == Approx(.0857292495).margin(5.1e-11).epsilon(0));

    // pyworkforce's guide prints .0183 and an occupancy of .937 for 17 servers; .0183846 is that of 10 servers at 5.
    CHECK(erlang_b(10, 17) == Approx(.0129488752).margin(5.1e-11).epsilon(0));
    CHECK(erlang_b(5, 10) == Approx(.0183846).margin(5.1e-8).epsilon(0));
    CHECK(10 * (1 - erlang_b(10, 17)) / 17 == Approx(.5806).margin(5.1e-5).epsilon(0));
    CHECK(erlang_b(10, 16) > .02);
    CHECK(erlang_b(10, 17) <= .02);
}

TEST_CASE("A hundred calls in half an hour, where everybody waits", "[queueing]") {
    const auto fourteen = steady(hundred_calls(14));
    REQUIRE(fourteen);
    CHECK(fourteen->waits == Approx(.1741319335950498).epsilon(1e-13));
    CHECK(*answered_within(hundred_calls(14), 20.0 / 60) == Approx(.8883500191794669).epsilon(1e-13));
    CHECK(fourteen->occupancy == Approx(.7142857142857143).epsilon(1e-13));
    CHECK(fourteen->mean_wait * 60 == Approx(7.8359).margin(5.1e-5).epsilon(0));
    const auto fifteen = steady(hundred_calls(15));
    REQUIRE(fifteen);
    CHECK(fifteen->waits == Approx(.102042).margin(5.1e-7).epsilon(0));
    CHECK(*answered_within(hundred_calls(15), 20.0 / 60) == Approx(.941453).margin(5.1e-7).epsilon(0));
    CHECK(fifteen->mean_wait * 60 == Approx(3.6735).margin(5.1e-5).epsilon(0));
    CHECK(*answered_within(hundred_calls(14), .33) == Approx(.888).margin(5.1e-4).epsilon(0));
    CHECK(*answered_within(hundred_calls(15), .33) == Approx(.941).margin(5.1e-4).epsilon(0));
}

TEST_CASE("The same calls with five minutes of patience", "[queueing]") {
    struct Row {
        std::int64_t servers;
        double waits, abandons, occupancy, wait, level, margin;
    };
    // The published level is of all callers within 20 seconds, those who gave up in that time counting against it.
    for (const Row& row :
         {Row{14, .14526, .013984, .704297, .069919, .916792, 1}, Row{13, .2258, .02496, .7500, .1248, .8582, 1e2}}) {
        INFO(row.servers << " servers");
        const Line line = hundred_calls(row.servers, 5);
        const auto it = steady(line);
        REQUIRE(it);
        CHECK(it->waits == Approx(row.waits).margin(row.margin > 1 ? 5.1e-5 : 5.1e-6).epsilon(0));
        CHECK(it->abandons == Approx(row.abandons).margin(row.margin > 1 ? 5.1e-6 : 5.1e-7).epsilon(0));
        CHECK(it->occupancy == Approx(row.occupancy).margin(row.margin > 1 ? 5.1e-5 : 5.1e-7).epsilon(0));
        CHECK(it->mean_wait == Approx(row.wait).margin(row.margin > 1 ? 5.1e-5 : 5.1e-7).epsilon(0));
        CHECK(*answered_within(line, 20.0 / 60) ==
              Approx(row.level).margin(row.margin > 1 ? 5.1e-5 : 5.1e-7).epsilon(0));
    }
}

TEST_CASE("Fifty at work: 48 calls a minute of one minute each, two minutes of patience", "[queueing]") {
    const Line line{.arrivals = 48, .handle = 1, .servers = 50, .patience = 2};
    const auto it = steady(line);
    REQUIRE(it);
    CHECK(it->abandons == Approx(.0309).margin(5.1e-5).epsilon(0));
    CHECK(it->mean_wait * 60 == Approx(3.71).margin(5.1e-3).epsilon(0));
    CHECK(it->occupancy == Approx(.930).margin(5.1e-4).epsilon(0));
    const auto patient = steady({.arrivals = 48, .handle = 1, .servers = 50});
    REQUIRE(patient);
    CHECK(patient->mean_wait * 60 == Approx(20.83).margin(5.1e-3).epsilon(0));
}

TEST_CASE("Lines with few places, and a bank", "[queueing]") {
    const auto small = steady({.arrivals = 3, .handle = .25, .servers = 2, .places = 3});
    REQUIRE(small);
    CHECK(small->present == Approx(.7623400366).margin(5.1e-11).epsilon(0));
    CHECK(small->blocked == Approx(.0493601463).margin(5.1e-11).epsilon(0));
    const auto lost = steady({.arrivals = 3, .handle = 4, .servers = 15, .places = 15});
    REQUIRE(lost);
    CHECK(lost->blocked == Approx(.0857292495).margin(5.1e-11).epsilon(0));
    CHECK(lost->waits == 0);
    CHECK(lost->mean_wait == 0);
    // Ciw's tutorial prints 5.626 and .799, means of ten short runs; these are exact.
    const auto three = steady({.arrivals = .2, .handle = 10, .servers = 3});
    REQUIRE(three);
    CHECK(three->mean_wait == Approx(4.4444).margin(5.1e-5).epsilon(0));
    CHECK(three->waits == Approx(.44444).margin(5.1e-6).epsilon(0));
    CHECK(steady({.arrivals = .2, .handle = 10, .servers = 4})->mean_wait == Approx(.869565).margin(5.1e-7).epsilon(0));
}

TEST_CASE("Who is answered within a limit, reckoned another way", "[queueing]") {
    // One place more than `ahead`, and so much work that the line is nearly always full: what the last in line meets.
    for (const std::int64_t servers : {1, 3, 50}) {
        for (const double patience : {.4, 2.0, 25.0, 0.0}) {
            Line line{.arrivals = 1.1 * static_cast<double>(servers), .handle = 1, .servers = servers};
            if (patience > 0) line.patience = patience;
            line.places = servers + 12;
            INFO(servers << " servers, patience " << patience);
            // Weighed by how often a caller finds so many, from the rates alone.
            std::vector<double> chance{1};
            for (std::int64_t n = 1; n <= *line.places; ++n) {
                const auto helped = static_cast<double>(std::min(n, servers));
                const double left =
                    helped +
                    (patience > 0 ? static_cast<double>(std::max<std::int64_t>(0, n - servers)) / patience : 0);
                chance.push_back(chance.back() * line.arrivals / left);
            }
            double sum = 0, share = 0;
            for (std::size_t n = 0; n < chance.size(); ++n) {
                sum += chance[n];
                const auto ahead = static_cast<std::int64_t>(n) - servers;
                if (n + 1 < chance.size()) share += chance[n] * (ahead < 0 ? 1 : stepped(line, ahead, .3));
            }
            CHECK(*answered_within(line, .3) == Approx(share / sum).epsilon(1e-9));
        }
    }
}

TEST_CASE("One at work or fifty, idle or flooded: the books balance", "[queueing]") {
    for (const std::int64_t servers : {1, 2, 3, 50}) {
        for (const double part : {.01, .5, .99, 1.0, 1.01, 10.0}) {
            for (const double patience : {.001, .5, 7.0, 1000.0}) {
                const double load = part * static_cast<double>(servers);
                const Line line{.arrivals = load, .handle = 1, .servers = servers, .patience = patience};
                INFO(servers << " servers, " << load << " erlangs, patience " << patience);
                const auto it = steady(line);
                REQUIRE(it);
                // Who comes is helped or gives up; who is present is helped or waits.
                CHECK(load * (1 - it->abandons) == Approx(it->occupancy * static_cast<double>(servers)).epsilon(1e-9));
                CHECK(it->present == Approx(it->waiting + it->occupancy * static_cast<double>(servers)).epsilon(1e-9));
                CHECK(it->abandons >= 0);
                CHECK(it->abandons <= 1);
                CHECK(it->occupancy <= 1 + 1e-12);
                // Erlang B is all that is left without patience, and Erlang C bounds the rest.
                CHECK(it->waits >= erlang_b(load, servers) - 1e-12);
                CHECK(it->waits <= erlang_c(load, servers) + 1e-12);
                double before = -1;
                for (const double limit : {0.0, .01, 1.0, 1e5}) {
                    const auto share = answered_within(line, limit);
                    REQUIRE(share);
                    CHECK(*share >= before);
                    before = *share;
                }
                CHECK(*answered_within(line, 0) == Approx(1 - it->waits).margin(1e-9));
                CHECK(*answered_within(line, 1e7) == Approx(1 - it->abandons).margin(1e-9));
            }
        }
    }
}

TEST_CASE("Endless patience is Erlang C, none is Erlang B", "[queueing]") {
    for (const std::int64_t servers : {1, 2, 50}) {
        const double load = .9 * static_cast<double>(servers);
        const Line endless{.arrivals = load, .handle = 1, .servers = servers};
        Line long_one = endless, none = endless;
        long_one.patience = 1e9;
        none.patience = 1e-9;
        INFO(servers << " servers");
        CHECK(steady(long_one)->waits == Approx(erlang_c(load, servers)).epsilon(1e-5));
        CHECK(steady(long_one)->mean_wait == Approx(steady(endless)->mean_wait).epsilon(1e-5));
        CHECK(*answered_within(long_one, .2) == Approx(*answered_within(endless, .2)).epsilon(1e-5));
        CHECK(steady(none)->waits == Approx(erlang_b(load, servers)).epsilon(1e-5));
        // So many places that nobody is ever turned away are as good as no limit.
        Line roomy = endless;
        roomy.places = 5000;
        CHECK(steady(roomy)->waits == Approx(erlang_c(load, servers)).epsilon(1e-9));
        CHECK(*answered_within(roomy, .2) == Approx(*answered_within(endless, .2)).epsilon(1e-9));
    }
}

TEST_CASE("What is no line", "[queueing]") {
    const Line good{.arrivals = 1, .handle = 1, .servers = 2, .patience = 1};
    CHECK(steady(good));
    const double nan = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();
    for (const double bad : {0.0, -1.0, nan, endless}) {
        Line arrivals = good, handle = good, patience = good;
        arrivals.arrivals = bad;
        handle.handle = bad;
        patience.patience = bad;
        for (const Line& line : {arrivals, handle, patience}) {
            CHECK_FALSE(steady(line));
            CHECK_FALSE(answered_within(line, 1));
        }
        CHECK(answered_within(good, bad).has_value() == (bad >= 0));
    }
    CHECK_FALSE(steady({.arrivals = 1, .handle = 1, .servers = 0, .patience = 1}));
    CHECK_FALSE(steady({.arrivals = 1, .handle = 1, .servers = 2, .places = 1}));
    CHECK_FALSE(steady({.arrivals = 2, .handle = 1, .servers = 2}));  // grows without end
    CHECK_FALSE(answered_within({.arrivals = 2, .handle = 1, .servers = 2}, 1));
    CHECK(steady({.arrivals = 2, .handle = 1, .servers = 2, .places = 2}));
    // A line of a million million callers is answered, or refused; it is not waited for.
    CHECK_FALSE(steady({.arrivals = 2, .handle = 1, .servers = 1, .patience = 1e12}));
    CHECK(erlang_b(0, 0) == 1);
    CHECK(erlang_b(0, 3) == 0);
    CHECK(erlang_c(3, 3) == 1);
    CHECK(erlang_c(0, 1) == 0);
    CHECK_THROWS_AS(erlang_b(-1, 3), std::invalid_argument);
    CHECK_THROWS_AS(erlang_c(nan, 3), std::invalid_argument);
    CHECK_THROWS_AS(erlang_b(1, -1), std::invalid_argument);
}
