// Any of a few: chips that are on or off.
#pragma once

#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct Checks {
    std::string_view label;
    std::vector<std::string> options;
    std::vector<bool> on;
    bool enabled = true;
};

float checks_height(const Ui& ui, float wide, const Checks& checks);
/// The option switched in this frame.
std::optional<std::size_t> checks(Ui& ui, const Rect& rect, const Checks& checks);

}  // namespace shift311::desk
