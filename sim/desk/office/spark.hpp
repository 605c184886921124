// A small line of percents over time, with the floor that must be reached.
#pragma once

#include "sim/desk/ui.hpp"

#include <string_view>
#include <vector>

namespace shift311::desk {

struct Spark {
    std::string_view label;
    std::string_view value;  ///< in words, for the list of controls
    const std::vector<int>* percents = nullptr;
    int floor = 0;  ///< 0: none
};

void spark(Ui& ui, const Rect& rect, const Spark& spark);

}  // namespace shift311::desk
