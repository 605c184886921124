// One finding up close: what was said, what was written, why it counts.
#pragma once

#include "sim/desk/debrief/story.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

/// Returns the height used.
float finding_view(Ui& ui, const Rect& rect, const Debrief& debrief, const Story& story,
                   const scoring::Finding& finding);
/// One moment of the story, told in full.
float moment_view(Ui& ui, const Rect& rect, const Moment& moment);
/// Two lines in large letters, the places where they differ marked. `source` names the first: "Said".
float difference_view(Ui& ui, float x, float y, float wide, std::string_view source, const std::string& said,
                      const std::string& written);

}  // namespace shift311::desk
