// A bar filled by so much of so much; the number always stands beside it.
#pragma once

#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

struct Progress {
    std::string_view label;
    int part = 0;  ///< thousandths
    Tone tone = Tone::accent;
    std::string_view value;  ///< the number in words, for the list of controls: "18 of 20"
};

void progress(Ui& ui, const Rect& rect, const Progress& bar);

}  // namespace shift311::desk
