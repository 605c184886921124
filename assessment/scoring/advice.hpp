// From findings to the two sentences a trainee remembers: what went best, and the one thing to practise next.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <string>

namespace shift311::scoring {

/// Empty when nothing was earned in full.
std::string strength_of(const Scorecard& card);
/// Critical errors first, then the heaviest loss; empty when nothing was lost.
std::string next_of(const AnswerKey& key, const Scorecard& card);

}  // namespace shift311::scoring
