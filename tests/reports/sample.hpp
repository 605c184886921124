// A competency report of a made-up trainee, rich enough to fill every part of it.
#pragma once

#include "assessment/reports/competency_report.hpp"

namespace shift311::reports::tests {

standing::Program sample_program();
/// In the program, practiced for three weeks, failed the first exam, passed the second after 16 of 20, signed.
CompetencyReport sample_report(const std::string& name = "Dana Reyes");
/// Enrolled today; nothing else.
CompetencyReport newcomer_report();

}  // namespace shift311::reports::tests
