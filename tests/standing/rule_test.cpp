#include "tests/standing/people.hpp"
#include "tests/support/catch.hpp"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace shift311::standing;
using people::block;

namespace {

using Binomial = boost::math::binomial_distribution<double>;

/// Probability that the rule passes somebody, and how many contacts it takes, out of the tables in the code and Boost's
/// binomials: every outcome of the 20, and of the 10 where they are asked for.
struct Operating {
    double passes = 0, contacts = 0;
};
Operating of_calls(double p) {
    Operating sum;
    const Binomial first(kRuleCalls, p), further(kRuleFurther, p);
    for (int k = 0; k <= kRuleCalls; ++k) {
        const double chance = boost::math::pdf(first, k);
        const Verdict verdict = call_block(kRuleCalls, k);
        sum.contacts += chance * (verdict == Verdict::further ? kRuleCalls + kRuleFurther : kRuleCalls);
        if (verdict == Verdict::passed) sum.passes += chance;
        if (verdict != Verdict::further) continue;
        for (int more = 0; more <= kRuleFurther; ++more)
            if (call_block(kRuleCalls + kRuleFurther, k + more) == Verdict::passed)
                sum.passes += chance * boost::math::pdf(further, more);
    }
    return sum;
}

double of_emergencies(double miss_rate) {
    double sum = 0;
    const Binomial misses(kRuleEmergencies, miss_rate);
    for (int k = 0; k <= kRuleEmergencies; ++k) {
        const Verdict verdict = emergency_block({block("f", 1, k)}, 0);
        if (verdict == Verdict::passed) sum += boost::math::pdf(misses, k);
        if (verdict != Verdict::further) continue;
        for (int again = 0; again <= kRuleEmergencies; ++again)
            if (emergency_block({block("f", 1, k), block("f", 2, again)}, 0) == Verdict::passed)
                sum += boost::math::pdf(misses, k) * boost::math::pdf(misses, again);
    }
    return sum;
}

struct Published {
    double p, single, two_stage, mean;
};
// The reference's table.
constexpr std::array<Published, 10> kPublished{{{.60, .0036, .0044, 20.5},
                                                {.65, .0121, .0159, 21.1},
                                                {.70, .0355, .0499, 22.0},
                                                {.75, .0913, .1346, 23.2},
                                                {.80, .2061, .3067, 24.2},
                                                {.85, .4049, .5729, 24.2},
                                                {.90, .6769, .8482, 22.8},
                                                {.92, .7879, .9255, 21.9},
                                                {.95, .9245, .9869, 20.7},
                                                {.97, .9790, .9985, 20.2}}};

}  // namespace

TEST_CASE("the call block is 18 of 20, or 26 of 30 after 16 or 17") {
    for (int passes = 0; passes <= 20; ++passes) {
        const Verdict verdict = call_block(20, passes);
        CHECK(verdict == (passes >= 18 ? Verdict::passed : passes <= 15 ? Verdict::not_yet : Verdict::further));
    }
    CHECK(call_block(0, 0) == Verdict::open);
    CHECK(call_block(19, 19) == Verdict::open);
    CHECK(call_block(29, 26) == Verdict::further);
    CHECK(call_block(30, 26) == Verdict::passed);
    CHECK(call_block(30, 25) == Verdict::not_yet);
}

TEST_CASE("the published operating characteristic comes out of the tables exactly") {
    for (const Published& row : kPublished) {
        INFO("p = " << row.p);
        const Operating exact = of_calls(row.p);
        CHECK(std::abs(exact.passes - row.two_stage) < 0.00005 + 1e-9);
        CHECK(std::abs(exact.contacts - row.mean) < 0.05 + 1e-9);
        const double single = boost::math::cdf(boost::math::complement(Binomial(20, row.p), 17));
        CHECK(std::abs(single - row.single) < 0.00005 + 1e-9);
    }
    // At most three forms, single stage.
    const auto within_three = [](double one) { return 1 - std::pow(1 - one, 3); };
    CHECK(within_three(boost::math::cdf(boost::math::complement(Binomial(20, .7), 17))) == Approx(.103).margin(.0005));
    CHECK(within_three(boost::math::cdf(boost::math::complement(Binomial(20, .6), 17))) == Approx(.011).margin(.0005));
}

TEST_CASE("the published error rates of the emergency block come out of its tables exactly") {
    const std::array<std::array<double, 2>, 5> published{
        {{.005, .972}, {.01, .906}, {.02, .728}, {.05, .287}, {.10, .048}}};
    for (const auto& [miss_rate, passes] : published) {
        INFO("miss rate " << miss_rate);
        CHECK(std::abs(of_emergencies(miss_rate) - passes) < 0.0005 + 1e-9);
    }
}

TEST_CASE("the operating characteristic is the same when whole exams are taken and judged") {
    const Program program = people::program();
    const int trainees = 1'500;
    for (const Published& row : kPublished) {
        people::Chance chance(static_cast<std::uint64_t>(row.p * 1000));
        int passed = 0, contacts = 0;
        for (int trainee = 0; trainee < trainees; ++trainee) {
            History history;
            history.contacts.reserve(30);
            const auto play = [&](int from, int to) {
                for (int i = from; i <= to; ++i)
                    history.contacts.push_back(
                        people::exam_contact("f", i, chance.hits(static_cast<std::uint64_t>(row.p * 1e6 + 0.5))));
            };
            play(1, 20);
            const Event opened = people::event("exam_opened", people::at(39), "f");
            ExamResult result = exam_result(program, history, opened);
            if (result.further_needed) {
                play(21, 30);
                result = exam_result(program, history, opened);
            }
            contacts += result.judged;
            if (result.calls == Verdict::passed) ++passed;
        }
        INFO("p = " << row.p);
        // Four standard errors of so many trainees.
        const double error = 4 * std::sqrt(row.two_stage * (1 - row.two_stage) / trainees) + 0.5 / trainees;
        CHECK(std::abs(static_cast<double>(passed) / trainees - row.two_stage) < error);
        CHECK(std::abs(static_cast<double>(contacts) / trainees - row.mean) < 4 * 5.0 / std::sqrt(trainees) + 0.05);
    }
}

TEST_CASE("a trainee who misses one emergency looks again, and two end it") {
    using Blocks = std::vector<TriageFact>;
    CHECK(emergency_block({}, 0) == Verdict::open);
    CHECK(emergency_block({}, 1) == Verdict::open);
    CHECK(emergency_block({}, 2) == Verdict::not_yet);
    CHECK(emergency_block({block("f", 1)}, 0) == Verdict::passed);
    CHECK(emergency_block({block("f", 1, 1)}, 0) == Verdict::further);
    CHECK(emergency_block({block("f", 1, 1), block("f", 2)}, 0) == Verdict::passed);
    CHECK(emergency_block({block("f", 1, 1), block("f", 2, 1)}, 0) == Verdict::not_yet);
    CHECK(emergency_block({block("f", 1, 2)}, 0) == Verdict::not_yet);

    SECTION("an emergency missed in the call block counts here too") {
        CHECK(emergency_block({block("f", 1)}, 1) == Verdict::further);
        CHECK(emergency_block({block("f", 1), block("f", 2)}, 1) == Verdict::passed);
        CHECK(emergency_block({block("f", 1, 1)}, 1) == Verdict::not_yet);
        CHECK(emergency_block({block("f", 1, 1), block("f", 2)}, 1) == Verdict::not_yet);
    }
    SECTION("at most 3 false transfers in 30, in each block") {
        CHECK(emergency_block({block("f", 1, 0, 3)}, 0) == Verdict::passed);
        CHECK(emergency_block({block("f", 1, 0, 4)}, 0) == Verdict::not_yet);
        CHECK(emergency_block({block("f", 1, 1, 3), block("f", 2, 0, 3)}, 0) == Verdict::passed);
        CHECK(emergency_block({block("f", 1, 1), block("f", 2, 0, 4)}, 0) == Verdict::not_yet);
        CHECK(emergency_block({block("f", 1, 1, 4), block("f", 2)}, 0) == Verdict::not_yet);
        TriageFact longer = block("f", 1, 0, 4);
        longer.shown = 70;
        CHECK(emergency_block({longer}, 0) == Verdict::passed);  // 4 of 40 are no more than 3 of 30
    }
    SECTION("a block that is broken off is taken again, and its misses are not forgotten") {
        TriageFact broken = block("f", 1, 1);
        broken.finished = false;
        broken.at = people::at(44);
        CHECK(emergency_block({broken}, 0) == Verdict::open);
        CHECK(emergency_block({broken, block("f", 1)}, 0) == Verdict::further);
        CHECK(emergency_block({block("f", 1, 1), broken}, 0) == Verdict::not_yet);
    }
    SECTION("a whole block is not taken anew until it pleases") {
        TriageFact later = block("f", 1);
        later.at = people::at(60);
        CHECK(emergency_block({block("f", 1, 2), later}, 0) == Verdict::not_yet);
        later.misses = 5;
        CHECK(emergency_block({block("f", 1), later}, 0) == Verdict::passed);
    }
    SECTION("too few vignettes make no block") {
        TriageFact small = block("f", 1);
        small.shown = 59;
        CHECK(emergency_block({small}, 0) == Verdict::open);
        small.shown = 60;
        small.emergencies = 29;
        CHECK(emergency_block({small}, 0) == Verdict::open);
    }
    SECTION("the order in which blocks are given says nothing") {
        Blocks blocks{block("f", 1, 1, 2), block("f", 2, 0, 1)};
        const Verdict verdict = emergency_block(blocks, 0);
        std::reverse(blocks.begin(), blocks.end());
        CHECK(emergency_block(blocks, 0) == verdict);
    }
}
