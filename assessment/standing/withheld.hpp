// What is not shown yet: results of an exam to the one who sits it, and judgments to the one who still has to rate.
#pragma once

#include "assessment/standing/exam.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/standing.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::standing {

/// Whether the one who did it may see how it was judged. A part of an exam: once that exam is closed, or its outcome is
/// signed as `counts_as_signed` has it; without a form never. Everything else: at once.
bool results_out(const std::vector<Event>& events, Purpose purpose, const std::string& form);
/// When the results of an exam came out; empty: not yet.
Stamp results_out_at(const std::vector<Event>& events, const std::string& form);
/// The same of an exam that was judged already.
bool results_out(const ExamResult& exam);

/// The history without contacts, vignettes and ratings of exams whose results are not out: what may be shown, summed up
/// and built upon for the one who sits the exam.
History for_examined(History history);
/// The standing likewise: of an exam whose results are not out only the form, when it was opened, and how many contacts
/// were taken are left, and the next step says nothing of how it goes.
Standing for_examined(Standing standing);

/// Whether a contact is still to be rated blind, by a second rater or by one more after a disagreement, or may yet be
/// drawn for it. Until then what the machine found, what others rated and what was corrected are withheld from whoever
/// may rate it.
bool to_rate_blind(const ExamResult& exam, const std::string& attempt, std::uint32_t contact);
bool to_rate_blind(const std::vector<ExamResult>& exams, const std::string& attempt, std::uint32_t contact);
/// How many contacts of the exam wait for a rating; those that may yet be drawn are not among them.
int to_rate_blind(const ExamResult& exam);
/// Whether how the exam goes is withheld as a whole: its sums and its rule say how many of the contacts failed that
/// somebody has yet to rate blind. From the first judged contact until the last rating is in, or the exam is signed.
bool sums_withheld(const ExamResult& exam);
/// The sentence to be shown in their place.
inline constexpr const char* kSumsWithheld =
    "How it went is withheld until every contact that is to be rated blind has been, so that nobody rates under its "
    "influence.";

}  // namespace shift311::standing
