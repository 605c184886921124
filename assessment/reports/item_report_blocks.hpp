// Parts of the item report's document: how a script is named, the curves, and whether practice helps.
#pragma once

#include "assessment/reports/item_report.hpp"

#include <optional>
#include <string>

namespace shift311::reports {

/// Title, and the id by which its file is found.
Line script_line(const ItemRow& row);
/// 0.638 -> "64 %"; a dash of nothing.
std::string share_text(const std::optional<double>& share);

void add_curves(Document& out, const ItemPart& part);
void add_practice(Document& out, const ItemPart& part);

}  // namespace shift311::reports
