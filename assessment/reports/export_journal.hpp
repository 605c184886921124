// Handing over what happened: a stored journal as JSON Lines.
#pragma once

#include "assessment/records/store.hpp"

#include <string>

namespace shift311::reports {

/// A head line, then one event a line.
std::string export_journal(const records::Store& store, const std::string& attempt);

}  // namespace shift311::reports
