// A calibration exercise as part of a report: on its own, or within trainer against machine.
#pragma once

#include "assessment/reports/calibration.hpp"

namespace shift311::reports {

void add_calibration(Document& out, const Calibration& report);

}  // namespace shift311::reports
