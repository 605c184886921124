// One line of text to type in.
#pragma once

#include "sim/desk/controls/typing.hpp"
#include "sim/desk/icon.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace shift311::desk {

struct TextField {
    std::string_view label;
    std::string_view value;
    std::string_view hint = {};    ///< shown faintly while the field is empty
    std::string_view remark = {};  ///< at the right end: what the desk knows about the value
    Tone remark_tone = Tone::dim;
    Icon remark_icon = Icon::none;
    Icon icon = Icon::none;      ///< at the left end
    std::string_view lead = {};  ///< a sign at the left end in the accent color ("/")
    Icon trailing = Icon::none;  ///< at the right end, after the remark
    bool mono = false;
    bool enabled = true;
    std::size_t most = 200;
};

struct FieldTouch {
    std::optional<Edit> edit;
    bool submitted = false;  ///< Enter
    bool focused = false;
    bool gained = false;
    bool clicked = false;  ///< the mouse went down on it
};

/// The remark finds no room behind a long value, and is left out there. This says it below the field in that case;
/// returns the height used.
float remark_below(Ui& ui, const Rect& rect, const TextField& field);
FieldTouch text_field(Ui& ui, const Rect& rect, const TextField& field);

}  // namespace shift311::desk
