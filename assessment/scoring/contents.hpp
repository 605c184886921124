// Facts that a text has to hold: found, contradicted, or standing beside what has no place there.
#pragma once

#include "assessment/scoring/criteria.hpp"

#include <functional>
#include <string>
#include <vector>

namespace shift311::scoring {

/// A stretch of text that is searched, and the event that wrote it.
struct Passage {
    std::string text;
    Seq seq = 0;
};

struct ContentRules {
    std::string criterion;  ///< "narrative."; the number of the fact follows
    Competency competency = Competency::recording;
    Points possible = 0;  ///< for each fact
    std::string place;    ///< "the narrative": where it stands, for the sentences
};

/// Adds one finding a fact. All facts together earn what the reference's formula gives (section 2.3): their coverage,
/// less half a fact's share for each that is contradicted, less a tenth of all for each thing that has no place there,
/// never below nothing. What one finding cannot lose, because it has no points, the next ones do. `why(fact, seq)` is
/// the sentence for a fact that was found at `seq`, or not (0).
void judge_contents(const Case& contact, const std::vector<Content>& facts, const std::vector<Passage>& passages,
                    const ContentRules& rules, Scorecard& card,
                    const std::function<std::string(const Content&, Seq)>& why);

}  // namespace shift311::scoring
