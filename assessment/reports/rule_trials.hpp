// The rule of certification tried out: exams that simulated trainees of known skill took, beside what it should let
// through by calculation.
#pragma once

#include "assessment/reports/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::reports {

/// Exams of one skill, one letter each: P passed and N not passed by the first 20 contacts, p and n by all 30.
struct RuleTrial {
    int skill_permille = 0;
    std::string_view outcomes;

    int exams() const { return static_cast<int>(outcomes.size()); }
    int passed() const;
    int contacts() const;  ///< judged, all exams together
};

/// What the trials were drawn from: the program whose blueprint chose the contacts, and the seed.
inline constexpr const char* kTrialProgram = "6J55";
inline constexpr std::uint64_t kTrialSeed = 311;

/// Kept as they came out of `shift311 simulate --exams 1000 --seed 311`; a test plays a part of them again.
const std::vector<RuleTrial>& rule_trials();

/// The table with a sentence on what was simulated.
void add_rule_trials(std::vector<Block>& out);

}  // namespace shift311::reports
