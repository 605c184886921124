#include "assessment/reports/item_report_practice.hpp"

#include "assessment/measure/correlation.hpp"
#include "assessment/reports/statistic_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace shift311::reports {
namespace {

using measure::KnowledgeTracing;
using measure::Results;

/// Where learning is free to be 0, twice the gain in likelihood lies above this by chance alone in less than 5 of 100:
/// chi-squared of one degree of freedom.
constexpr double kLearningShows = 3.841;
/// What chance alone shows this often or more is no finding.
constexpr double kByChance = 0.05;
constexpr double kTolerance = 5e-4;
constexpr int kIterations = 300;

void trace(FamilyRow& row, const std::vector<Results>& people) {
    const measure::TracingLimits limits, no_learning{0, limits.slip, limits.guess};
    const KnowledgeTracing start{.5, .2, .15, .15};
    const auto fit = measure::fit_tracing(people, start, limits, kTolerance, kIterations);
    const auto still = measure::fit_tracing(people, start, no_learning, kTolerance, kIterations);
    const auto at_limit = [](double value, double limit) { return value > limit - 1e-6; };
    if (!fit || !still || !fit->converged) {
        row.tracing_unsaid = "the figures did not settle";
    } else if (at_limit(fit->model.slip, limits.slip) || at_limit(fit->model.guess, limits.guess)) {
        row.tracing_unsaid = fmt::format(
            "passes and failures change too often to tell who can do it: slips or lucky passes would be above {:.0f} %",
            100 * limits.slip);
    } else if (2 * (fit->log_likelihood - still->log_likelihood) < kLearningShows) {
        row.tracing_unsaid = "no learning from one contact to the next shows in these results";
    } else {
        row.tracing = fit->model;
    }
}

void weigh(FamilyRow& row, const std::vector<Results>& people) {
    const measure::FactorsFit fit = measure::fit_factors(people);
    switch (fit.settled) {
        case measure::Settled::yes:
            row.factors = fit;
            return;
        case measure::Settled::separated:
            row.factors_unsaid =
                "earlier results foretell the later ones without exception, so that no figure is finite";
            return;
        case measure::Settled::undetermined:
            row.factors_unsaid = "passed and failed contacts always come together, so that neither can be told apart";
            return;
        case measure::Settled::no:
            row.factors_unsaid = "the figures did not settle";
            return;
    }
}

FamilyRow row_of(const std::string& family, const std::map<std::string, ItemPlays::Tries>& by_person) {
    FamilyRow row;
    row.family = family;
    std::vector<Results> people;
    for (const auto& [person, tries] : by_person) {
        if (tries.size() < kPracticeContacts) continue;
        Results results;
        for (const ItemPlays::Try& one : tries)
            results.push_back(one.passed);
        row.contacts += static_cast<std::int64_t>(results.size());
        const bool first = results.front(), third = results[kPracticeContacts - 1];
        row.passed_first += first ? 1 : 0;
        row.passed_third += third ? 1 : 0;
        row.risen += !first && third ? 1 : 0;
        row.fallen += first && !third ? 1 : 0;
        people.push_back(std::move(results));
    }
    row.people = static_cast<std::int64_t>(people.size());
    if (row.people < kPracticePeople) return row;
    trace(row, people);
    weigh(row, people);
    return row;
}

}  // namespace

void judge_practice(ItemPart& part, const ItemPlays& plays) {
    std::int64_t few = 0;
    FamilyRow most;
    for (const auto& [family, by_person] : plays.practice()) {
        FamilyRow row = row_of(family, by_person);
        if (row.people >= kPracticePeople) {
            part.families.push_back(std::move(row));
            continue;
        }
        ++few;
        if (row.people > most.people) most = std::move(row);
    }
    // Asked of so many families at once, chance would find one in some: each has to be that much surer.
    const double enough = kByChance / static_cast<double>(std::max<std::size_t>(part.families.size(), 1));
    for (FamilyRow& row : part.families)
        row.rises = row.risen > row.fallen && measure::sign_test(row.risen, row.fallen) < enough;
    if (few == 0) return;
    const std::string wanted =
        fmt::format("{} people with {} practice contacts each", kPracticePeople, kPracticeContacts);
    const std::string had = most.people == 0 ? fmt::format("so far nobody has had {}", kPracticeContacts)
                                             : fmt::format("the most so far is {} ({})", people_text(most.people),
                                                           family_text(most.family));
    if (part.families.empty()) {
        part.practice_unsaid = fmt::format(
            "Nothing is worked out: a family of scripts wants {}, and {}. Figures of learning fitted on fewer come out "
            "all the same, and mislead.",
            wanted, had);
    } else {
        part.practice_unsaid =
            fmt::format("{} left out: each wants {}, and {}.",
                        few == 1 ? std::string("1 more family is") : fmt::format("{} more families are", few), wanted,
                        few == 1 ? fmt::format("it has {}", people_text(most.people)) : "of these " + had);
    }
}

std::string family_text(const std::string& family) {
    std::string out = family;
    std::replace(out.begin(), out.end(), '-', ' ');
    std::replace(out.begin(), out.end(), '_', ' ');
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

}  // namespace shift311::reports
