#include "assessment/reports/rule_trials.hpp"

#include "assessment/measure/binomial.hpp"
#include "assessment/measure/interval.hpp"
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr int kFirst = 20, kBoth = 30;  // contacts judged

std::string of_hundred(const measure::Interval& share) {
    return fmt::format("{:.1f} to {:.1f}\u00a0%", share.low * 100, share.high * 100);
}

}  // namespace

int RuleTrial::passed() const {
    return static_cast<int>(
        std::count_if(outcomes.begin(), outcomes.end(), [](char one) { return one == 'P' || one == 'p'; }));
}

int RuleTrial::contacts() const {
    int sum = 0;
    for (const char one : outcomes)
        sum += one == 'P' || one == 'N' ? kFirst : kBoth;
    return sum;
}

const std::vector<RuleTrial>& rule_trials() {
    // clang-format off
    static const std::vector<RuleTrial> trials = {
        {600,
         "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNPNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN"
         "NNNnNNNNNNNNNNNNNNNNNNNNNNNNnNnNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNnNNNNNNNnNNNNNNNNNN"},
        {650,
         "PNNNNNNNNNNNNNNNNNNNNNNnNNNNNNnnNNNNNNNNNNNNNNNNNnNPNnNNnNNNNPNNNnNNNNNNnNNNnNnNNNPNNnNNNNNNNNNNNNNN"
         "NNNNNNNnNNNNNNNNNNNnNNNnNNNNNNNNNNnNnNNnPNNnPnNNNNNNNNNNNNNNNNNNNNNNNNNnNNPNPnNNNNNNNNNNNNnNNNNNnNNN"},
        {700,
         "NNNnNPNNNNNPNNNNNNNNNNNNNpNNNNNnnNNNNNNnnNnNnNnnPNNnnPnnNNnnnnPNNNNNNNNNNNNNNnNNNNNNNNNnNNNNNNnNnNNN"
         "NNnNNNNNNNnNNNNnNNNNNNNNnNNNnNNNNnNnNNnNNNNNNNNnNnNNNNNpNNNNnNnNNnNNNNNNnNNNNNNNNNNnNNNNNnNnNNNNNNnN"},
        {750,
         "nPNNNNNnNnNNNnNnnNNnNnNnnPNNnNNnNNNPNNNnnPNNNPnnNNNNnNpNNNNNNNnnNnNnnPnpnNNnPNPPNnnnnpPNNPNNnNnNNNNP"
         "PNNPnNNnnNNNnNNPnnNNnnNNnNPNNNNPNNPNNNNnPnNNNNpNPnNNPpNPnnpNNnNNNnnPNnpNPpNNpnnpNnNNNnPNNNnNnnPNNPNN"},
        {800,
         "PNnPnnnnPNnnPnPNnNNPNNpNnPNnNnNnnPNpnPpNNNNPPnNnNPpnnPNPNnpNnpnnnNnNPnnNPnNNnNnpnNnnNnNpNNnnNNNNpNnn"
         "pnNNPPNnnPPpNnnPnnnnnPNPNnnNNnNNnNnpPNNnPnNNnNpnnnPnpPNNNppNpNNNPNNNPnnNNnPPPPnnpppnNNnNnNPPPNNNNNNp"},
        {850,
         "pPPnNpPnpPPPpPPPPnnnPnnnnnppPnNNPPnPPnPNnPPPPPPPnPpnPpNPPnpnNPPnpnnPPPpPnNPnPPPNPpNPpPPnNPPNPnPNPpNP"
         "pnPPPPPpnNpPPnnPPPPNPnnppPPnnPPPnPNpPPnpnPpPPPPpnPnPpppNpNPnPpPPnnpPPPpnpnPPnnnpPnPpppPPnPPnnPnPNnPp"},
        {900,
         "PppPPpnPNPPPPpPPpPPpNPPNNPpNPPPPPnPPPnpPPnPPPpnPnPPPpPPPnPNnPPpPPPNPPPPPPnPPPPPPPPPPPPppPNPPPPPPPPnp"
         "pPPPnPpPPPPnPpPPnpPpPpPPPPpNPPppPPPnPPnPnPPPPPPPPPPnPPPPPPpPPPpnPPPnPPPPPPPPPPPPPpPNPPPPPPPnPnpPPPPP"},
        {920,
         "PPPPPPPnPPPPnPPPnPPPpPPPPPPPPPPPPPNPPPPPPPPPPPPpPPPppPPpPPPPPPPPPPPpPPPPPpPPPPpPnPPPPPPPPPPnPPPPPppP"
         "PPPnPPPPPPPPPnPpPPPPPPPnPPpnPPpPPPpPPPPPPPPnnpPPPPPPPPPPPPPPPNNPPPPPPpPPnpPPPPPpPPPPPPPPPPPPPPPpPnPP"},
        {950,
         "PPPPPPPPPPPPnPPPPPPPPPPPPPPPPPPPPPPPPPnPPPPPPPPPpPpPPPPPPPPPPPPPPPPPPpPPPPPPPPPPPPPPPPPPpPPPPPPPPPpP"
         "PPpPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPpPPPPPPPPPPPPPPPPPPPPPPPPPPPPpPPPPPPPPPPPPPPPPPPPPP"},
        {970,
         "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP"
         "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPppPPPPPPPPPPPPPPPPPPPPPPPPPPPpPpPPPPPPPPPPPPPPPPPpPPP"},
    };
    // clang-format on
    return trials;
}

void add_rule_trials(std::vector<Block>& out) {
    Table table;
    table.caption = "The same rule tried out: simulated exams, beside the calculation";
    table.columns = {{"Handles rightly", false, 1},
                     {"Passes, by calculation", true, 1},
                     {"Simulated exams passed", true, 1},
                     {"That is, with 95\u00a0% confidence", true, 2},
                     {"Contacts judged, mean", true, 1}};
    std::int64_t exams = 0;
    std::int64_t contacts = 0;
    std::int64_t beside = 0;
    for (const RuleTrial& trial : rule_trials()) {
        const measure::Interval sure = measure::clopper_pearson(trial.passed(), trial.exams());
        const double exact = measure::operating_characteristic({}, trial.skill_permille / 1'000.0).passes;
        table.rows.push_back({plain(fmt::format("{}\u00a0%", trial.skill_permille / 10)),
                              plain(tenths_percent(exact * 100)),
                              strong(fmt::format("{} of {}", trial.passed(), trial.exams())), plain(of_hundred(sure)),
                              plain(fmt::format("{:.1f}", static_cast<double>(trial.contacts()) / trial.exams()))});
        beside += exact < sure.low || exact > sure.high ? 1 : 0;
        exams += trial.exams();
        contacts += trial.contacts();
    }
    out.push_back(std::move(table));
    out.push_back(Paragraph{
        plain(fmt::format(
            "What was simulated: scripted players who handle each contact rightly with the chance in the first column "
            "took {} exams by the blueprint of program {}, {} contacts in all, played and judged by the same program "
            "that holds real exams. The contacts came from the practice scripts, with seed {}; nobody in these figures "
            "is a person, and none of them is part of this record. A range with 95\u00a0% confidence misses the "
            "true value once in 20 times by chance; here the calculation lies outside of it in {} of {} rows.",
            count_text(exams), kTrialProgram, count_text(contacts), kTrialSeed, beside, rule_trials().size())),
        true});
}

}  // namespace shift311::reports
