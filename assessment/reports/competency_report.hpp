// The report that HR signs: what somebody in a program was asked to do, did, and what was decided, with its proof.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/reports/format.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/standing/rating.hpp"
#include "assessment/standing/standing.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shift311::reports {

/// One critical error with the moments that show it.
struct CriticalError {
    std::string attempt;
    std::uint32_t contact = 0;
    std::string at;  ///< when the attempt began
    standing::Purpose purpose = standing::Purpose::practice;
    std::string form;   ///< of an exam
    std::string title;  ///< of the contact
    std::string sentence;
    std::vector<Quotation> excerpt;  ///< `when` counts from the answer of the contact
};

/// A journal that the outcome rests on.
struct JournalHash {
    std::string attempt;
    std::string began;
    std::string what;  ///< "exam contact", "emergency block", "typing test"
    std::string hash;  ///< BLAKE2b-256 of its lines, as export journal writes them
};

/// A screen or tool of the desk, and in how many contacts that asked for it the scorecards credit its use; of tests and
/// blocks of vignettes: how many were finished.
struct SkillUse {
    std::string skill;
    std::int64_t used = 0;
    std::int64_t asked = 0;
    bool finished = false;  ///< a test or a block: `used` of them, nothing was asked
};

struct CompetencyReport {
    TraineeReport practice;  ///< attempts, and their sums without those of exams
    standing::Program program;
    standing::History history;
    standing::Standing standing;
    std::vector<standing::Report> observations;  ///< daily observation reports and ratings of contacts
    std::vector<standing::Override> overrides;
    std::vector<standing::Dispute> disputes;
    std::vector<CriticalError> critical;  ///< oldest first
    std::vector<JournalHash> journals;
    std::vector<SkillUse> skills;        ///< in a fixed order, unused ones too
    journal::Millis desk_time = 0;       ///< all attempts together
    std::vector<std::string> set_aside;  ///< attempts that cannot be read, one sentence each
    std::string chain_head;              ///< of the records; empty: not known
    std::string prepared;                ///< UTC stamp
    Reader reader = Reader::office;      ///< for the examined there is nothing in here of how an open exam goes

    const std::string& name() const { return practice.person.name; }
    /// The exams, oldest first, and the one whose outcome stands.
    const standing::ExamResult* newest_exam() const {
        return standing.exams.empty() ? nullptr : &standing.exams.back();
    }
};

/// The newest program that this person was enrolled in and did not withdraw from; none: never enrolled.
/// As kept in the records; `known` are asked when the records keep none of that id.
std::optional<standing::Program> program_of(const records::Store& store, const std::string& person,
                                            const std::vector<standing::Program>& known);
/// `prepared` is the day that standing is judged by. Throws records::NotFound as trainee_report does.
CompetencyReport competency_report(const records::Store& store, const standing::Program& program,
                                   const std::string& name, const std::string& prepared,
                                   Reader reader = Reader::office);

/// From the scorecards, without those of `hidden` attempts and of exams whose sums are withheld: they would say how
/// these went.
std::vector<SkillUse> software_skills(const records::Store& store, const CompetencyReport& report,
                                      const std::set<std::string>& hidden);

Document competency_document(const CompetencyReport& report);
/// The keys of trainee_json, and: program, standing, exams, clauses, emergencies, typing_tests, critical_errors,
/// ratings, observations, overrides, disputes, decisions, accommodations, remediation, hashes, rule.
std::string competency_json(const CompetencyReport& report);
/// One fact a line: part, item, measure, value, unit.
std::string competency_csv(const CompetencyReport& report);
std::string competency_text(const CompetencyReport& report, Format format);

}  // namespace shift311::reports
