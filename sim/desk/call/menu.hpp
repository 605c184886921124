// The menu over a shift: break, settings, leaving.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/host.hpp"
#include "sim/desk/ui.hpp"

#include <optional>

namespace shift311::desk {

enum class MenuDeed { close, leave, settings_changed, help, end };

/// What was chosen in this frame; changes `settings` in place.
std::optional<MenuDeed> menu_sheet(Ui& ui, Seat& seat, Settings& settings);
/// Asks whether the shift is really to end: `end` or `close`, once it was answered.
std::optional<MenuDeed> end_sheet(Ui& ui, const Seat& seat);

}  // namespace shift311::desk
