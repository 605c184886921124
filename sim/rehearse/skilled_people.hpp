// A class of simulated trainees: names, how skilled they come, how skilled they become, and what they are prone to.
#pragma once

#include "sim/rehearse/skilled.hpp"
#include "sim/rehearse/skilled_drill.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::rehearse {

/// Behind every simulated name, so that nobody takes one for a person.
inline constexpr const char* kSimulated = " (simulated)";
inline constexpr int kLeastSkill = 600, kMostSkill = 970;  ///< permille of clean contacts
inline constexpr int kMostPeople = 1'000;

struct SimulatedPerson {
    std::string name;
    int begins_permille = kLeastSkill;  ///< chance of a clean contact on the first day
    int becomes_permille = kMostSkill;  ///< when three quarters of the course's contacts are done
    std::map<Mistake::Kind, int> habits;
    DrillSkill drill;  ///< on the last day
    std::uint64_t seed = 0;

    /// After so many of the course's contacts.
    Skill skill(int contacts, int of_course) const;
    /// In this week of so many: slower and less sure at first.
    DrillSkill drill_skill(int week, int weeks) const;
};

/// `count` trainees, 1 .. kMostPeople, none named like another. The first so many are the same whatever the count.
std::vector<SimulatedPerson> draw_people(int count, std::uint64_t seed);
/// Who trains and signs; also simulated.
std::vector<std::string> simulated_trainers();
std::string simulated_supervisor();

}  // namespace shift311::rehearse
