// What a drill is called in journals, answer keys and scorecards, and the one judge of all three.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <string>
#include <string_view>

namespace shift311::scoring {

/// A drill is one attempt with one contact, number 1. `Head.shift`, `AnswerKey.script` and `Scorecard.script` are:
inline constexpr std::string_view kTriage = "drill:triage";        ///< the emergency vignettes
inline constexpr std::string_view kSecondLook = "drill:triage:2";  ///< of an exam: the second block, after one miss
inline constexpr std::string_view kCopyTest = "drill:copy";        ///< five minutes of copying a text
inline constexpr std::string_view kDictation = "drill:dictation";  ///< a call taken down into a form

bool is_drill(std::string_view script);   ///< any of the four
bool is_triage(std::string_view script);  ///< either block

/// Figures that are no form field stand in `Scorecard.fields` under this prefix: `label` is the definition, `written`
/// the whole number.
inline constexpr std::string_view kFigure = "figure.";
/// 0 where the scorecard has no such figure.
std::int64_t figure(const Scorecard& card, std::string_view id);

/// Never throws on any journal. Same key, journal and rubric give the same bytes.
Scorecard judge_drill(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                      const Rubric& rubric = {});

}  // namespace shift311::scoring
