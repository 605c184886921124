// Tabs along the top of a card, each with its key.
#pragma once

#include "sim/desk/key.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct Tab {
    std::string_view label;
    std::optional<Chord> chord;
    bool enabled = true;
};

/// The tab newly chosen in this frame, by mouse, arrow key or its own key. Caps are left out where there is no room.
std::optional<std::size_t> tabs(Ui& ui, const Rect& rect, const std::vector<Tab>& tabs, std::size_t chosen);

}  // namespace shift311::desk
