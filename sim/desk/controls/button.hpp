// Something to press: by mouse, by Space or Enter, or by the key that stands on its cap.
#pragma once

#include "sim/desk/icon.hpp"
#include "sim/desk/key.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string_view>

namespace shift311::desk {

enum class ButtonKind { plain, primary, danger, quiet };

struct Button {
    std::string_view label;
    ButtonKind kind = ButtonKind::plain;
    std::optional<Chord> chord = {};
    Icon icon = Icon::none;
    bool enabled = true;
    std::string_view name = {};   ///< stays the same while the label changes (Hold, Resume)
    std::string_view shown = {};  ///< what is drawn, when the label says more ("Remove" of "Remove note 2")
    std::string_view value = {};  ///< state in a word, for the list of controls
    bool on_tap = false;          ///< its key has another meaning when held: it acts as it comes up
    bool on = false;              ///< pressed in, as the open one of several
    bool left = false;            ///< its words stand at the left, as in a column of buttons
    bool only_icon = false;       ///< the label is told, and not drawn
};

float button_width(const Ui& ui, const Button& button);
/// Whether it was pressed in this frame.
bool button(Ui& ui, const Rect& rect, const Button& button);

}  // namespace shift311::desk
