// Keys and mouse into text: what the text field and the text area share, and how an edit is reported.
#pragma once

#include "sim/desk/text_edit.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace shift311::desk {

/// One change of a text, as the journal wants it.
struct Edit {
    std::string value;     ///< the whole text afterwards
    std::string inserted;  ///< what this change put in
    int insert_keys = 0;   ///< keystrokes that put text in
    int erase_keys = 0;    ///< keystrokes that took text away (Backspace, Delete, cut, undo)
    bool pasted = false;   ///< some of it came from the clipboard or from a list
    Millis at = 0;         ///< when the last key of it was pressed
};

struct TypingRules {
    bool one_line = true;
    std::size_t most = 200;  ///< code points that the text may hold
};

/// Applies this frame's keys and characters to the text if the control has the focus. Keys that move up or down, Enter
/// in a single line, Tab and Escape are left for others.
std::optional<Edit> type_into(Ui& ui, const Touch& touch, TextEdit& edit, const TypingRules& rules);

/// The mouse at the place `here` of the text: a press puts the caret there, a drag selects from it, a double click
/// selects the word.
void select_by_mouse(Ui& ui, const Touch& touch, Ui::TextState& state, std::size_t here);

}  // namespace shift311::desk
