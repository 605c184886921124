// A word in a quiet colored box: PRACTICE, On hold, Warm transfer.
#pragma once

#include "sim/desk/icon.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

struct Badge {
    std::string_view text;
    Tone tone = Tone::dim;
    Icon icon = Icon::none;
    std::string_view what = {};  ///< for the list of controls: what the word is about ("State": "On hold")
};

float badge_width(const Ui& ui, const Badge& badge);
/// Centered in height, its left edge at `x`; returns its width.
float badge(Ui& ui, float x, float middle, const Badge& badge);

}  // namespace shift311::desk
