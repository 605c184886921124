// What a second judging changed, criterion by criterion.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <string>
#include <vector>

namespace shift311::scoring {

struct Change {
    std::string criterion;
    Points before = 0, possible_before = 0;  ///< both 0 where it was not judged before
    Points now = 0, possible_now = 0;        ///< both 0 where it is judged no longer
    std::string why;                         ///< the finding's sentence, and what the rules have to do with it
};

/// In the order of the new card, then what is judged no longer.
std::vector<Change> changes(const Scorecard& before, const Scorecard& now);

}  // namespace shift311::scoring
