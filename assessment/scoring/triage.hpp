// The block of emergency vignettes: what was missed, what went to 911 without need, what went to the wrong agency.
#pragma once

#include "assessment/scoring/drill.hpp"

#include <string>
#include <vector>

namespace shift311::scoring {

/// Where an emergency belongs. A vignette is one when its key expects this, and nothing else decides it.
inline constexpr std::string_view kEmergencyAnswer = "911";

/// Of `others`, so many may be sent to 911: 3 in 30.
inline constexpr int kFalseTransfersOf30 = 3;

/// A block as its scorecard tells it. An unanswered vignette is neither right nor wrong; the block is then unfinished.
struct TriageResult {
    int block = 1;    ///< 2: the second look
    int planned = 0;  ///< vignettes in the block
    int shown = 0;
    int answered = 0;
    int right = 0;
    int emergencies = 0;                         ///< answered ones
    int others = 0;                              ///< answered ones
    int misses = 0;                              ///< emergencies not sent to 911
    int false_transfers = 0;                     ///< others sent to 911 that did not belong there
    int wrong_agency = 0;                        ///< others sent neither to 911 nor where they belong
    bool finished = false;                       ///< every vignette of the block was answered
    bool clean = false;                          ///< finished, no miss, and no more false transfers than 3 in 30
    std::vector<std::string> missed;             ///< the texts, in the order shown
    std::vector<std::string> sent_without_need;  ///< the texts, in the order shown
    journal::Millis time = 0;                    ///< from the first vignette to the last answer
};
TriageResult triage_result(const Scorecard& card);

Scorecard judge_triage(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                       const Rubric& rubric = {});

}  // namespace shift311::scoring
