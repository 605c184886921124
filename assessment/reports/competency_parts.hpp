// The parts of the competency report, in the order in which they are read.
#pragma once

#include "assessment/reports/competency_report.hpp"

#include <vector>

namespace shift311::reports {

using Blocks = std::vector<Block>;

void add_result(Blocks& out, const CompetencyReport& report);
void add_scope(Blocks& out, const CompetencyReport& report);
void add_rule(Blocks& out, const CompetencyReport& report);
/// Who set the cut, where judges did; else nothing.
void add_cut(Blocks& out, const CompetencyReport& report);
void add_exams(Blocks& out, const CompetencyReport& report);
void add_emergencies(Blocks& out, const CompetencyReport& report);
void add_typing(Blocks& out, const CompetencyReport& report);
void add_clauses(Blocks& out, const CompetencyReport& report);
void add_critical(Blocks& out, const CompetencyReport& report);
void add_ratings(Blocks& out, const CompetencyReport& report);
void add_overrides(Blocks& out, const CompetencyReport& report);
void add_disputes(Blocks& out, const CompetencyReport& report);
void add_decisions(Blocks& out, const CompetencyReport& report);
void add_practice(Blocks& out, const CompetencyReport& report);
void add_signatures(Blocks& out, const CompetencyReport& report);
void add_record(Blocks& out, const CompetencyReport& report);

/// "Pothole that took out a tire", and where that is not known, the script or the number.
std::string contact_title(const standing::History& history, const std::string& attempt, std::uint32_t contact);
/// "the class specification", "the center's own rule", "a practice value"; with its note.
std::string basis_text(const standing::Basis& basis);
/// "Set by 6 judges on Sep 1, 2026, in two rounds: 81.67 %, standard error 1.10 percentage points; their sheet is kept
/// with the program."; empty without a sheet.
std::string cut_sentence(const standing::Program& program);
/// What was used and how often, what was asked for and not used, and what nothing asked for.
std::string skills_text(const std::vector<SkillUse>& skills);
/// "Mon D, YYYY, h:mm AM UTC", or a dash.
std::string stamp_text(const standing::Stamp& stamp);
/// "Passed", "Not passed", "Further block needed", "Open": the word for a block's verdict, with its tone.
Line verdict_line(standing::Verdict verdict);

}  // namespace shift311::reports
