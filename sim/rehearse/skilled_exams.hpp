// The rule of the exam tried out: players of known skill take its contacts through the real engine, again and again.
#pragma once

#include "assessment/standing/exam.hpp"
#include "sim/script/library.hpp"
#include "sim/shift/run.hpp"

#include <functional>
#include <string>
#include <vector>

namespace shift311::rehearse {

/// The skills at which the rule's error rates are published, in permille of clean contacts.
inline constexpr int kPublishedSkills[] = {600, 650, 700, 750, 800, 850, 900, 920, 950, 970};

/// What became of so many exams at one skill.
struct TriedRule {
    int clean_permille = 0;
    /// One letter an exam: P passed and N not passed by the first 20 contacts, p and n by all 30.
    std::string outcomes;
    int exams = 0;
    int passed = 0;    ///< of the call block: 18 of 20, or 26 of 30
    int contacts = 0;  ///< judged, all exams together
    int contacts_passed = 0;
    double expected = 0;           ///< the exact probability of passing, from binomial sums
    double expected_contacts = 0;  ///< the exact mean of contacts judged
};

/// `exams` at each skill. Contacts are drawn by the program's blueprint out of the practice scripts, each with another
/// seed, so a script may come twice: this tries the rule, and certifies nobody. Every exam and every contact draws from a seed of
/// its own, made of `seed`, the skill and its number: fewer exams are the first of more. Throws std::invalid_argument, one
/// sentence, when a cell of the blueprint has no script. `told`: after each skill.
std::vector<TriedRule> try_rule(const script::Library& library, const standing::Program& program,
                                const shift::Run::Understand& understand, const std::vector<int>& skills, int exams,
                                std::uint64_t seed, const std::function<void(const TriedRule&)>& told = {});

}  // namespace shift311::rehearse
