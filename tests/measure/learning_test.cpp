#include "assessment/measure/learning.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/people_at_random.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>

using namespace shift311::measure;
using namespace shift311::tests;

namespace {

Results results(const std::string& text) {
    Results out;
    for (const char c : text)
        out.push_back(c == '1');
    return out;
}

/// hmm-scalable's toy data: 0 six times, 1 thirteen times, 0.
Results toy() {
    return results("00000011111111111110");
}

constexpr KnowledgeTracing kDefault{.5, .4, .2, .2};

/// People who learn as the model says.
std::vector<Results> made_up(const KnowledgeTracing& model, int people, int tries, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Results> out;
    for (int i = 0; i < people; ++i) {
        bool known = draw(random) < model.known;
        Results row;
        for (int t = 0; t < tries; ++t) {
            row.push_back(draw(random) < (known ? 1 - model.slip : model.guess));
            known = known || draw(random) < model.learn;
        }
        out.push_back(row);
    }
    return out;
}

}  // namespace

TEST_CASE("Knowledge tracing, step by step, as published", "[measure]") {
    struct Row {
        KnowledgeTracing model;
        std::string results;
        std::vector<double> known;  ///< after each
        double margin;
    };
    const std::array<Row, 2> published{
        Row{kDefault,
            "0011101101",
            {.52, .527869, .890355, .982080, .997275, .993514, .999022, .999853, .999648, .999947},
            6e-7},
        Row{{.4, .1, .1, .2}, "111", {.775, .945455, .988608}, 6e-7}};
    for (const Row& row : published) {
        double now = row.model.known;
        const Results given = results(row.results);
        for (std::size_t i = 0; i < given.size(); ++i) {
            now = row.model.update(now, given[i]);
            INFO(row.results << " at " << i + 1);
            CHECK(now == Approx(row.known[i]).margin(row.margin));
        }
    }
    CHECK(log_likelihood(kDefault, results("0011101101")) == Approx(-6.502069080144421).epsilon(1e-14));
}

TEST_CASE("hmm-scalable's toy data: likelihood, error and what its three iterations end at", "[measure]") {
    CHECK(-log_likelihood(kDefault, toy()) == Approx(9.3763477).margin(6e-8));
    CHECK(-log_likelihood(kDefault, toy()) == Approx(9.376347734).margin(6e-10));

    // It estimates slip and guess from all tries but the last one; that is how its iterations lower the likelihood.
    // Its published end, from what every try says here.
    KnowledgeTracing model = kDefault;
    for (int iteration = 0; iteration < 3; ++iteration) {
        const auto it = traced(model, toy());
        REQUIRE(it);
        double known = 0, unknown = 0, slipped = 0, guessed = 0, learned = 0;
        for (std::size_t i = 0; i + 1 < toy().size(); ++i) {
            known += it->known[i];
            unknown += 1 - it->known[i];
            learned += it->learned[i];
            (toy()[i] ? guessed : slipped) += toy()[i] ? 1 - it->known[i] : it->known[i];
        }
        model = {it->known.front(), learned / unknown, slipped / known, guessed / unknown};
    }
    CHECK(model.known == Approx(0).margin(5e-9));
    CHECK(model.learn == Approx(.16676161).margin(6e-9));
    CHECK(model.slip == Approx(.00044059).margin(6e-9));
    CHECK(model.guess == Approx(.00038573).margin(6e-9));
    CHECK(-log_likelihood(model, toy()) == Approx(10.4379501).margin(6e-8));

    // Root mean square error and accuracy of every try foretold from those before it.
    double now = model.known, squares = 0, right = 0;
    for (const bool passed : toy()) {
        const double p = model.predict(now);
        squares += (p - (passed ? 1 : 0)) * (p - (passed ? 1 : 0));
        right += (p >= .5) == passed ? 1 : 0;
        now = model.update(now, passed);
    }
    CHECK(std::sqrt(squares / 20) == Approx(.302691).margin(6e-7));
    CHECK(right / 20 == Approx(.90));
}

TEST_CASE("Baum-Welch on every try never lowers the likelihood, and ends where nothing moves", "[measure]") {
    const std::vector<Results> alone{toy()};
    double before = -std::numeric_limits<double>::infinity();
    for (int iterations = 0; iterations < 12; ++iterations) {
        const auto fit = fit_tracing(alone, kDefault, {}, 0, iterations);
        REQUIRE(fit);
        CHECK(fit->iterations == iterations);
        CHECK(fit->log_likelihood >= before - 1e-12);
        CHECK(fit->log_likelihood == Approx(log_likelihood(fit->model, toy())).epsilon(1e-12));
        before = fit->log_likelihood;
    }
    const auto end = fit_tracing(alone, kDefault, {}, 1e-10);
    REQUIRE(end);
    CHECK(end->converged);
    // Nobody guessed; learning took one of 5.9 tries, and one result in 12.8 of what was known is a slip.
    CHECK(end->model.guess == Approx(0).margin(1e-9));
    CHECK(end->model.slip == Approx(.0782807).margin(1e-6));
    CHECK(end->model.learn == Approx(.1696087).margin(1e-6));
    CHECK(-end->log_likelihood < 6.2117);
}

TEST_CASE("What made hundreds of sequences is found again; what made few is not", "[measure]") {
    const KnowledgeTracing truth{.3, .15, .1, .2};
    const auto fit = fit_tracing(made_up(truth, 2000, 10, 1), kDefault);
    REQUIRE(fit);
    CHECK(fit->converged);
    CHECK(fit->model.known == Approx(truth.known).margin(.04));
    CHECK(fit->model.learn == Approx(truth.learn).margin(.02));
    CHECK(fit->model.slip == Approx(truth.slip).margin(.02));
    CHECK(fit->model.guess == Approx(truth.guess).margin(.03));
    // Where nobody learns, a model without learning does as well.
    const auto still = made_up({.4, 0, .1, .2}, 500, 8, 2);
    const auto with = fit_tracing(still, kDefault), without = fit_tracing(still, kDefault, {0, .3, .3});
    REQUIRE(with);
    REQUIRE(without);
    CHECK(without->model.learn == 0);
    CHECK(2 * (with->log_likelihood - without->log_likelihood) < 3.84);
}

TEST_CASE("A likelihood ratio of 3.84 finds learning where there is, and hardly ever where there is none",
          "[measure]") {
    const auto found = [](double learn) {
        int out = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const auto people = made_up({.6, learn, .1, .15}, 200, 5, seed);
            const auto with = fit_tracing(people, {.5, .2, .15, .15}, {}, 5e-4, 300);
            const auto without = fit_tracing(people, {.5, .2, .15, .15}, {0, .3, .3}, 5e-4, 300);
            REQUIRE(with);
            REQUIRE(without);
            out += 2 * (with->log_likelihood - without->log_likelihood) >= 3.841 ? 1 : 0;
        }
        return out;
    };
    CHECK(found(0) <= 5);
    CHECK(found(.1) >= 55);
}

TEST_CASE("Slip and guess stay within their limits", "[measure]") {
    const auto people = made_up({.5, .2, .45, .4}, 400, 8, 3);
    const auto capped = fit_tracing(people, {.5, .4, .9, .9}, {1, .3, .25});
    REQUIRE(capped);
    CHECK(capped->model.slip == .3);
    CHECK(capped->model.guess <= .25);
    const auto open = fit_tracing(people, kDefault, {1, .5, .5});
    REQUIRE(open);
    CHECK(open->log_likelihood > capped->log_likelihood);
}

TEST_CASE("What every try says adds up, and agrees with going through all ways of learning", "[measure]") {
    const KnowledgeTracing model{.3, .25, .1, .2};
    const Results given = results("01101");
    const auto it = traced(model, given);
    REQUIRE(it);
    CHECK(it->log_likelihood == Approx(log_likelihood(model, given)).epsilon(1e-14));
    // Learned before the first try (0), between two of them, or never (5).
    std::array<double, 6> ways{};
    double all = 0;
    for (std::size_t when = 0; when < ways.size(); ++when) {
        double p = when == 0 ? model.known : 1 - model.known;
        for (std::size_t t = 0; t < given.size(); ++t) {
            const bool known = t >= when;
            p *= known ? (given[t] ? 1 - model.slip : model.slip) : (given[t] ? model.guess : 1 - model.guess);
            if (!known && t + 1 < given.size()) p *= t + 1 == when ? model.learn : 1 - model.learn;
        }
        ways[when] = p;
        all += p;
    }
    CHECK(std::log(all) == Approx(it->log_likelihood).epsilon(1e-12));
    double known = 0;
    for (std::size_t t = 0; t < given.size(); ++t) {
        known += ways[t] / all;
        CHECK(it->known[t] == Approx(known).epsilon(1e-12));
        if (t + 1 < given.size()) CHECK(it->learned[t] == Approx(ways[t + 1] / all).epsilon(1e-12));
    }
}

TEST_CASE("No results, and results that cannot be", "[measure]") {
    CHECK(log_likelihood(kDefault, {}) == 0);
    CHECK_FALSE(traced(kDefault, {}));
    CHECK_FALSE(fit_tracing({}));
    CHECK_FALSE(fit_tracing({{}, {}}));
    const KnowledgeTracing sure{1, 0, 0, 0};
    CHECK(log_likelihood(sure, {false}) == -std::numeric_limits<double>::infinity());
    CHECK(sure.update(1, false) == 1);
    CHECK_FALSE(traced(sure, {false}));
    CHECK_FALSE(fit_tracing({{false}}, sure));
    const auto one = fit_tracing({{}, {true}});
    REQUIRE(one);
    CHECK(one->log_likelihood <= 0);
    CHECK(std::isfinite(one->model.learn));
}

TEST_CASE("Performance factors as published", "[measure]") {
    struct Row {
        std::int64_t passed, failed;
        double logit, p;
    };
    const PerformanceFactors model{-.5, .2, .1};
    for (const Row& row : {Row{0, 0, -.5, .3775}, Row{0, 1, -.4, .4013}}) {
        CHECK(model.logit(row.passed, row.failed) == Approx(row.logit).epsilon(1e-14));
        CHECK(model.predict(row.passed, row.failed) == Approx(row.p).margin(5.1e-5));
    }
    CHECK(model.predict(2, 1) == Approx(.5));
}

TEST_CASE("Performance factors are found again from what they made", "[measure]") {
    const PerformanceFactors truth{-.4, .35, .12};
    std::mt19937 random(4);
    std::vector<Results> people;
    for (int i = 0; i < 3000; ++i) {
        Results row;
        std::int64_t passed = 0, failed = 0;
        for (int t = 0; t < 6; ++t) {
            row.push_back(draw(random) < truth.predict(passed, failed));
            ++(row.back() ? passed : failed);
        }
        people.push_back(row);
    }
    const FactorsFit fit = fit_factors(people);
    CHECK(fit.settled == Settled::yes);
    CHECK(fit.tries == 18000);
    CHECK(fit.iterations < 12);
    CHECK(fit.model.base == Approx(truth.base).margin(.06));
    CHECK(fit.model.pass == Approx(truth.pass).margin(.04));
    CHECK(fit.model.fail == Approx(truth.fail).margin(.04));
    for (const auto& [found, true_value, error] : {std::array{fit.model.base, truth.base, fit.error.base},
                                                   std::array{fit.model.pass, truth.pass, fit.error.pass},
                                                   std::array{fit.model.fail, truth.fail, fit.error.fail}}) {
        CHECK(error > 0);
        CHECK(std::abs(found - true_value) < 3 * error);
    }
    // At the top the slope is 0: foretold and seen are the same number of passes.
    double foretold = 0, seen = 0;
    for (const Results& row : people) {
        std::int64_t passed = 0, failed = 0;
        for (const bool one : row) {
            foretold += fit.model.predict(passed, failed);
            seen += one ? 1 : 0;
            ++(one ? passed : failed);
        }
    }
    CHECK(foretold == Approx(seen).epsilon(1e-9));
}

TEST_CASE("Standard errors of performance factors are those of a table that can be worked by hand", "[measure]") {
    // 40 first tries, 20 of them passed; then 16 of those 20 pass, and 10 of the other 20.
    std::vector<Results> people;
    for (int i = 0; i < 20; ++i) {
        people.push_back({true, i < 16});
        people.push_back({false, i < 10});
    }
    const FactorsFit fit = fit_factors(people);
    REQUIRE(fit.settled == Settled::yes);
    CHECK(fit.model.base == Approx(0).margin(1e-9));
    CHECK(fit.model.pass == Approx(std::log(4.0)).epsilon(1e-9));
    CHECK(fit.model.fail == Approx(0).margin(1e-9));
    // 1 over what is in each cell, n p (1 - p): 10, 3.2 and 5.
    CHECK(fit.error.base == Approx(std::sqrt(1 / 10.0)).epsilon(1e-9));
    CHECK(fit.error.pass == Approx(std::sqrt(1 / 10.0 + 1 / 3.2)).epsilon(1e-9));
    CHECK(fit.error.fail == Approx(std::sqrt(1 / 10.0 + 1 / 5.0)).epsilon(1e-9));
}

TEST_CASE("Performance factors say when there is nothing to find", "[measure]") {
    CHECK(fit_factors({}).settled == Settled::undetermined);
    CHECK(fit_factors({{true, true}, {true}}).settled == Settled::separated);
    CHECK(fit_factors({{false}}).settled == Settled::separated);
    // Everybody fails once and then passes for good.
    CHECK(fit_factors({results("0111"), results("011"), results("01")}).settled == Settled::separated);
    // One try each: nothing was ever before.
    CHECK(fit_factors({results("1"), results("0"), results("1")}).settled == Settled::undetermined);
    // Nobody who failed went on.
    CHECK(fit_factors({results("110"), results("10"), results("111"), results("0")}).settled == Settled::undetermined);
    CHECK(fit_factors({results("0100"), results("1011"), results("0011")}, 1e-9, 1).settled == Settled::no);
}
