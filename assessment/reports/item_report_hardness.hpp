// How hard scripts are with allowance for who played them: ratings as plays come in, and curves where people are many.
#pragma once

#include "assessment/reports/item_report.hpp"

#include <map>
#include <string>

namespace shift311::reports {

/// Fills the ratings and curves of the part's rows. Contacts of an exam and of practice alone: drills are no contacts.
void allow_for_people(ItemPart& part, const std::map<std::string, ItemPlays::Script>& scripts);

}  // namespace shift311::reports
