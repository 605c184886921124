// A list that hangs below (or above) a field while it is open.
#pragma once

#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shift311::desk {

struct PopupItem {
    std::string text;
    std::string note = {};                                         ///< smaller, at the right
    std::vector<std::pair<std::size_t, std::size_t>> strong = {};  ///< bytes of the text to be made heavier
};

/// Draws the list over everything else, as near below `anchor` as fits. Gives the item clicked. `highlight` is kept in
/// view.
std::optional<std::size_t> popup_list(Ui& ui, const Rect& anchor, std::string_view name,
                                      const std::vector<PopupItem>& items, std::optional<std::size_t> highlight);

}  // namespace shift311::desk
