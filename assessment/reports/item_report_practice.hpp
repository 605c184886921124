// Whether practice helps: what a family's contacts say of learning from one to the next.
#pragma once

#include "assessment/reports/item_report.hpp"

namespace shift311::reports {

/// Fills the families of a part of practice contacts.
void judge_practice(ItemPart& part, const ItemPlays& plays);

/// "street-repair" -> "Street repair"
std::string family_text(const std::string& family);

}  // namespace shift311::reports
