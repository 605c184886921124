// What people said of an attempt after it was judged: findings that a trainer corrected, and what the trainee disputes.
#pragma once

#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/document.hpp"

#include <vector>

namespace shift311::reports {

/// A heading and a table for each; nothing when nobody said anything.
std::vector<Block> attempt_said(const AttemptReport& report);

}  // namespace shift311::reports
