// The bars above and below every screen: the name of the program and what belongs to the screen; the keys that work
// now.
#pragma once

#include "sim/desk/ui.hpp"

#include <string>
#include <vector>

namespace shift311::desk {

/// Draws the bar and the name; returns what is left of it for the screen.
Rect top_bar(Ui& ui, Rect& window);

struct KeyHint {
    std::string cap, word;
};
/// As many hints as fit; the last one stands at the right end.
void bottom_bar(Ui& ui, Rect& window, const std::vector<KeyHint>& hints);

}  // namespace shift311::desk
