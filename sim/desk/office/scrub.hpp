// A bar to drag through the time of a contact, with a notch at every finding.
#pragma once

#include "assessment/journal/journal.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <vector>

namespace shift311::desk {

struct Notch {
    journal::Millis at = 0;
    Tone tone = Tone::careful;
};

/// The time chosen in this frame: dragged, clicked, or by Left and Right (a second), PageUp and PageDown (ten), Home
/// and End while it has the focus.
std::optional<journal::Millis> scrub(Ui& ui, const Rect& rect, journal::Millis begin, journal::Millis end,
                                     journal::Millis at, const std::vector<Notch>& notches);

}  // namespace shift311::desk
