// A calibration exercise as part of a report: on its own, or within trainer against machine.
#pragma once

#include "assessment/reports/calibration.hpp"

#include <nlohmann/json.hpp>

namespace shift311::reports {

void add_calibration(Document& out, const Calibration& report);
nlohmann::json calibration_object(const Calibration& report);

}  // namespace shift311::reports
