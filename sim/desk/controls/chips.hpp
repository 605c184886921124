// Where chips lie when they are set side by side and broken into rows.
#pragma once

#include "sim/desk/ui.hpp"

#include <string>
#include <vector>

namespace shift311::desk {

/// One place for each word, the first at (0, 0); `extra` is added to the width of each.
std::vector<Rect> chip_places(const Ui& ui, float wide, const std::vector<std::string>& words, float extra = 0);

}  // namespace shift311::desk
