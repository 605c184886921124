// Judging: a pure fold of one contact's part of a journal against its answer key.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

namespace shift311::scoring {

/// Never throws on any journal: what did not happen earns nothing. Same key, journal, rubric and spelling give the same
/// bytes. `spelling` is what dictionaries found (see spell_check.hpp), or that of an earlier card when judging again;
/// without a dictionary spelling is not judged.
Scorecard assess(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                 const Rubric& rubric = {}, const Spelling& spelling = {});

}  // namespace shift311::scoring
