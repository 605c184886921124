// Every script as a point: how many pass it the first time, and how well it tells strong from weak.
#pragma once

#include "assessment/reports/item_report.hpp"

#include <optional>

namespace shift311::reports {

/// Empty when fewer than two scripts have both figures.
std::optional<Chart> item_chart(const ItemPart& part);

}  // namespace shift311::reports
