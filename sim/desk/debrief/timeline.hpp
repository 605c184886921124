// The lanes of a story on one axis, with the line of the moment that is looked at.
#pragma once

#include "sim/desk/debrief/story.hpp"
#include "sim/desk/ui.hpp"

#include <optional>

namespace shift311::desk {

/// Gives the moment clicked. `at` is where the line stands; `marked` are the events of the finding being looked at.
std::optional<std::size_t> timeline(Ui& ui, const Rect& rect, const Story& story, journal::Millis at,
                                    const std::vector<journal::Seq>& marked);

}  // namespace shift311::desk
