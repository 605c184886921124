// All keys of the desk on one sheet.
#pragma once

#include "sim/desk/ui.hpp"

namespace shift311::desk {

/// True when it should close.
bool help_sheet(Ui& ui);

}  // namespace shift311::desk
