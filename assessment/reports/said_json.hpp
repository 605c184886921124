// What people said after a judgment, as JSON: corrections of findings, and disputes. One form for every report.
#pragma once

#include "assessment/standing/rating.hpp"

#include <nlohmann/json_fwd.hpp>

namespace shift311::reports {

nlohmann::json said_json(const standing::Override& correction);
nlohmann::json said_json(const standing::Dispute& dispute);

}  // namespace shift311::reports
