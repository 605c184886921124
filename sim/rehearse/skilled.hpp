// A player of known skill: contacts go well with a given chance, and what goes wrong is drawn from the listed mistakes.
#pragma once

#include "assessment/scoring/rubric.hpp"
#include "sim/rehearse/mistake.hpp"
#include "sim/script/random.hpp"

#include <map>
#include <vector>

namespace shift311::rehearse {

struct Skill {
    int clean_permille = 900;             ///< chance that a contact goes well enough to pass
    std::map<Mistake::Kind, int> habits;  ///< how likely this player is to make one rather than another; 1 when absent
};

/// Habits as people have them: some mistakes come to them several times as easily as others.
std::map<Mistake::Kind, int> draw_habits(script::Random& random);

/// What goes wrong with one contact. When it goes well: nothing, or a slip that costs little. When it does not: one
/// mistake that fails it, or as many as lose more than the rubric lets pass. `possible`: what the model agent can earn
/// there.
std::vector<Mistake> draw_mistakes(const script::Cast& cast, const scoring::Rubric& rubric, const Skill& skill,
                                   scoring::Points possible, script::Random& random);

}  // namespace shift311::rehearse
