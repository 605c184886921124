// How the desk should look and sound: text size, dark or light, sound.
#pragma once

#include "sim/desk/host.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

float settings_height(const Ui& ui);
/// Draws the three settings below one another; true when one was changed. The look changes at once.
bool settings_view(Ui& ui, const Rect& rect, Settings& settings);
/// Ctrl+Plus, Ctrl+Minus and F11, which work everywhere; true when one was pressed.
bool settings_keys(Ui& ui, Settings& settings);
void apply_settings(Ui& ui, const Settings& settings);

}  // namespace shift311::desk
