// Which scripts behave oddly, in plain sentences that say what to look at.
#pragma once

#include "assessment/reports/item_report.hpp"

#include <string>
#include <vector>

namespace shift311::reports {

/// Only what enough plays bear out; empty: nothing odd.
std::vector<std::string> odd_about(const ItemRow& row, const ItemPart& part);

/// What stands in the way of judging scripts by these people at all; empty: nothing.
std::string caution_about(const ItemPart& part);

}  // namespace shift311::reports
