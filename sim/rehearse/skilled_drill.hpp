// A player of known skill at the drills: vignettes, copy test, dictation.
#pragma once

#include "sim/drill/run.hpp"
#include "sim/script/random.hpp"

namespace shift311::rehearse {

struct DrillSkill {
    int miss_permille = 20;            ///< emergencies that are not sent to 911; hidden ones twice as often
    int false_transfer_permille = 30;  ///< others that are
    int wrong_agency_permille = 100;   ///< others that go to some other place
    int words_a_minute = 40;           ///< gross typing speed
    int typo_permille = 6;             ///< characters typed wrong and left standing
};

/// Plays the drill to its end.
void play_drill(drill::Run& run, const DrillSkill& skill, script::Random& random);

}  // namespace shift311::rehearse
