// A small picture of a key, with what it says on it.
#pragma once

#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

float key_cap_width(const Ui& ui, std::string_view cap);
/// Drawn centered in height, its left edge at `x`. `on_accent`: it lies on a button of the accent color.
/// It is a decoration of the control that it lies on, and no entry in the list.
void key_cap(const Ui& ui, float x, float middle, std::string_view cap, bool on_accent = false, bool faint = false);

/// A cap and the word for what it does, as in the bar at the bottom; noted in the list as one text. Returns its width.
float key_hint(Ui& ui, float x, float middle, std::string_view cap, std::string_view word);

}  // namespace shift311::desk
