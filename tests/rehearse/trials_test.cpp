// The simulated exams that reports print beside the rule's exact error rates, played again.
#include "assessment/measure/binomial.hpp"
#include "assessment/reports/rule_trials.hpp"
#include "sim/rehearse/skilled_exams.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/support/floor.hpp"

#include <cmath>
#include <iostream>

using namespace shift311;

namespace {

std::vector<rehearse::TriedRule> played(const std::vector<int>& skills, int exams) {
    const standing::Program* program = script::find_program(tests::content(), reports::kTrialProgram);
    REQUIRE(program != nullptr);
    return rehearse::try_rule(tests::content(), *program, tests::understood, skills, exams, reports::kTrialSeed);
}

}  // namespace

TEST_CASE("the trials in print are at the published skills, and bear out the calculation", "[rehearse][trials]") {
    const auto& trials = reports::rule_trials();
    REQUIRE(trials.size() == std::size(rehearse::kPublishedSkills));
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const reports::RuleTrial& trial = trials[i];
        CAPTURE(trial.skill_permille);
        CHECK(trial.skill_permille == rehearse::kPublishedSkills[i]);
        CHECK(trial.exams() == trials.front().exams());
        CHECK(trial.outcomes.find_first_not_of("PpNn") == std::string_view::npos);
        const measure::Operating exact = measure::operating_characteristic({}, trial.skill_permille / 1'000.0);
        const double wide = 4 * std::sqrt(trial.exams() * exact.passes * (1 - exact.passes));
        CHECK(std::abs(trial.passed() - trial.exams() * exact.passes) <= wide + 1);
        CHECK(std::abs(static_cast<double>(trial.contacts()) / trial.exams() - exact.mean_contacts) < 1.6);
    }
}

TEST_CASE("the first of the trials in print come out the same when they are played again", "[rehearse][trials]") {
    const int exams = tests::kSanitized ? 1 : tests::effort(2);
    for (std::size_t i = 0; i < reports::rule_trials().size(); i += tests::kSanitized ? 4 : 1) {
        const reports::RuleTrial& trial = reports::rule_trials()[i];
        const auto rows = played({trial.skill_permille}, std::min(exams, trial.exams()));
        CAPTURE(trial.skill_permille);
        CHECK(rows.at(0).outcomes == trial.outcomes.substr(0, rows.at(0).outcomes.size()));
    }
}

// Several minutes long: test_rehearse "[every-trial]". What differs is printed as it should stand in rule_trials.cpp.
TEST_CASE("all trials in print come out the same when they are played again", "[.][every-trial]") {
    for (const reports::RuleTrial& trial : reports::rule_trials()) {
        const auto rows = played({trial.skill_permille}, trial.exams());
        CHECK(rows.at(0).outcomes == trial.outcomes);
        std::cout << trial.skill_permille << ' ' << rows.at(0).outcomes << std::endl;
    }
}
