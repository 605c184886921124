// The figures of a competency report: means with what they may be off by, emergencies with their bound, clauses.
#pragma once

#include "assessment/reports/competency_report.hpp"
#include "assessment/standing/exam.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::reports {

using Contacts = std::vector<const standing::ContactFact*>;

/// Of one exam form, oldest first.
Contacts exam_contacts(const standing::History& history, const std::string& form);
Contacts practice_contacts(const standing::History& history);

struct CompetencyMean {
    std::string competency;
    std::int64_t contacts = 0;                 ///< that gave a chance for it
    scoring::Points points = 0, possible = 0;  ///< what floors are held against
    double mean = 0;                           ///< of the contacts' percentages, each contact weighing the same
    std::optional<double> error;               ///< standard error of that mean; none below two contacts
    std::optional<int> floor;                  ///< percent
    bool met = true;                           ///< 100 points >= floor possible
};
/// In the fixed order of the competencies; those that `floors` names are there even without a contact.
std::vector<CompetencyMean> competency_means(const Contacts& contacts, const std::map<std::string, int>& floors);

/// Below this many contacts a mean says little, and the report says so.
inline constexpr std::int64_t kFewContacts = 10;

/// What was shown, and the greatest rate of misses that it still allows, 95 percent one-sided.
struct EmergencyCount {
    std::int64_t shown = 0, missed = 0;
    std::int64_t others = 0, false_transfers = 0;
    double most = 1;  ///< Clopper-Pearson; 1 - .05^(1/m) without a miss; 1 when nothing was shown
};
/// Vignettes and contacts of one exam together; empty `form`: of everything but exams.
EmergencyCount emergency_count(const standing::History& history, const std::string& form);

struct ClauseEvidence {
    standing::Clause clause;
    std::int64_t exam = 0, exam_passed = 0;
    std::int64_t practice = 0, practice_passed = 0;
    std::int64_t tests = 0, tests_passed = 0;  ///< typing tests that count, and those that reached the minimum
    standing::Stamp last;                      ///< newest contact, exam or practice, or test; empty: not observed

    bool observed() const { return exam + practice + tests > 0; }
};
/// Every clause of the program, in its order.
std::vector<ClauseEvidence> clause_evidence(const standing::Program& program, const standing::History& history);

/// A second rating beside the machine's judgment of the same contact.
struct Disagreement {
    const standing::RatingFact* rating = nullptr;
    const standing::ContactFact* contact = nullptr;
};
/// Ratings that pass what the machine failed or fail what it passed; of contacts that are not withheld.
std::vector<Disagreement> disagreements(const CompetencyReport& report);

/// Whether a blind rating of this contact is still due: until then nothing of how it was judged is shown.
bool withheld(const CompetencyReport& report, const std::string& attempt, std::uint32_t contact);
/// The copy is for the one who sits this exam, and it is not closed.
bool withheld(const CompetencyReport& report, const standing::ExamResult& exam);
/// Why nothing is told of how the exam goes as a whole; empty: it is told.
std::string sums_withheld(const CompetencyReport& report, const standing::ExamResult& exam);
/// What is left out of this copy, and why: one sentence each.
std::vector<std::string> withheld_sentences(const CompetencyReport& report);
/// Ratings of contacts that are not withheld.
std::vector<const standing::RatingFact*> shown_ratings(const CompetencyReport& report);

/// "81.7 %" from 81.66
std::string tenths_percent(double percent);

}  // namespace shift311::reports
