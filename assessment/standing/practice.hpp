// What to practise next: the need of each family of scripts, and when memory says it is due. Never feeds certification.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::standing {

struct Need {
    std::string family;
    double need = 0;  ///< weight x (1 - Q10 of the discounted Beta) x 1.5 after a critical error
    bool seen = false;
    bool due = true;  ///< never seen, or FSRS-6 retrievability at most 0.90, counted in whole days, 14 at most
    Stamp due_on;     ///< day on which it comes due; empty when never seen
    int contacts = 0;
    int failed_lately = 0;  ///< of the last five
    std::string why;        ///< one sentence: "You have failed 2 of your last 5 water leak contacts."
};

/// Every family of the program, the one to practise first in front: due ones before others, the greater need first,
/// then the one seen longest ago; `seed` breaks ties. A family's weight is its share of the exam's 20 contacts. Exam
/// contacts are experience too; drills are not.
std::vector<Need> needs(const Program& program, const History& history, const Stamp& today, std::uint64_t seed = 0);

/// The first, or in one draw of five any, so that every family keeps being seen. Null when there is none.
const Need* choose(const std::vector<Need>& needs, std::uint64_t seed);

}  // namespace shift311::standing
