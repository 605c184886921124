// The certificate of the certified: one sheet that says what was shown, by which rule, and who signed.
#pragma once

#include "assessment/reports/competency_report.hpp"

#include <string>

namespace shift311::reports {

/// Why there is none, one sentence; empty: there is.
std::string certificate_refusal(const CompetencyReport& report);
/// Of a report without refusal; throws std::invalid_argument with the refusal otherwise.
Document certificate_document(const CompetencyReport& report);

}  // namespace shift311::reports
