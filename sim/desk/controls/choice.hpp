// One of a few: chips side by side, Left and Right choose.
#pragma once

#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct Choice {
    std::string_view label;  ///< of the whole; a chip is listed as "Lane: Driving"
    std::vector<std::string> options;
    std::optional<std::size_t> chosen;
    bool enabled = true;
};

/// Chips wrap onto further rows when the width asks for it.
float choice_height(const Ui& ui, float wide, const Choice& choice);
/// The option newly chosen in this frame.
std::optional<std::size_t> choice(Ui& ui, const Rect& rect, const Choice& choice);

}  // namespace shift311::desk
