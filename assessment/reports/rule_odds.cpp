#include "assessment/reports/rule_odds.hpp"

#include "assessment/measure/binomial.hpp"

#include <array>

namespace shift311::reports {
namespace {

constexpr measure::TwoStage kCalls;
constexpr measure::TwoStage kEmergencies{30, 30, 28, 30,
                                         59};  // one miss is looked at again, and must stay the only one
constexpr std::array kSkills{.60, .65, .70, .75, .80, .85, .90, .92, .95, .97};
constexpr std::array kMissRates{.005, .01, .02, .05, .10};

double single(double skill) {
    return measure::binomial_at_least(kCalls.pass, kCalls.first, skill);
}

template <class Odds>
std::vector<OddsMark> curve(Odds odds) {
    std::vector<OddsMark> out;
    for (int percent = 50; percent <= 100; ++percent)
        out.push_back({percent / 100.0, odds(percent / 100.0)});
    return out;
}

}  // namespace

std::vector<CallOdds> call_odds(int tries) {
    std::vector<CallOdds> out;
    for (const double skill : kSkills) {
        const measure::Operating rule = measure::operating_characteristic(kCalls, skill);
        out.push_back(
            {skill, single(skill), rule.passes, rule.mean_contacts, measure::within_tries(rule.passes, tries)});
    }
    return out;
}

std::vector<EmergencyOdds> emergency_odds() {
    std::vector<EmergencyOdds> out;
    for (const double miss_rate : kMissRates)
        out.push_back({miss_rate, measure::operating_characteristic(kEmergencies, 1 - miss_rate).passes});
    return out;
}

std::vector<OddsMark> rule_curve() {
    return curve([](double skill) { return measure::operating_characteristic(kCalls, skill).passes; });
}

std::vector<OddsMark> single_curve() {
    return curve(single);
}

}  // namespace shift311::reports
