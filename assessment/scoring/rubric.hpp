// What each criterion is worth, in hundredths of a point, and the limits that apply.
#pragma once

#include "assessment/scoring/scorecard.hpp"

namespace shift311::scoring {

struct Rubric {
    std::string id = "practice";
    std::string version = "practice-1";
    std::string hash;       ///< BLAKE2b of what is judged by, set by who reads it; empty: built in
    int pass_percent = 85;  ///< of possible points, with no critical error
    Points place = 800;     ///< where the work is done
    Points field = 400;     ///< every other expected field
    Points narrative_fact = 200;
    Points disposition = 800;
    Points service = 600;
    Points transfer_target = 800;
    Points transfer_kind = 400;
    Points emergency_clock = 1000;
    Points right_request = 800;  ///< the request found, added to or quoted
    Points step = 200;
    Points order = 200;  ///< steps in the order due, once a contact
    Points reference_correct = 200;
    Points due_correct = 200;
    Points repeat_question = 300;  ///< nothing asked that was already told; 100 lost for each, never below 0
    Points privacy = 500;
    Points forbidden = 300;  ///< each phrase on the `never` list
    Points chance = 300;     ///< each feeling met in time
    Points article = 500;
    Points reply_fact = 300;
    Points spelling = 300;     ///< of a reply or narrative; 100 lost for each misspelling
    Points uncorrected = 300;  ///< typing: uncorrected errors at most `uncorrected_permille`
    Points speed = 300;        ///< typing: net speed at least `ksph_net`
    Points answer = 200;
    Points handle = 200;
    Points hold = 200;
    Points wrap = 200;
    std::int64_t uncorrected_permille = 20;
    std::int64_t ksph_net = 3000;         ///< practice value: the class specification names no number
    std::int64_t typing_min_keys = 20;    ///< below this no typing rate is judged
    journal::Millis typing_pause = 5000;  ///< longer pauses are no typing time
    journal::Millis chance_within = 15'000;
};

}  // namespace shift311::scoring
