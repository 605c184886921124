// Judging: a pure fold of one contact's part of a journal against its answer key.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

namespace shift311::scoring {

/// Never throws on any journal: what did not happen earns nothing. Same key, journal and rubric give the same bytes.
Scorecard assess(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact, const Rubric& rubric = {});

}  // namespace shift311::scoring
