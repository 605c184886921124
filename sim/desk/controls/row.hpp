// One line of a list: a contact, a request, an article, a phrase.
#pragma once

#include "sim/desk/icon.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace shift311::desk {

struct Row {
    std::string_view title;
    std::string_view second = {};  ///< a smaller line under the title
    std::string_view right = {};   ///< at the right end: a time, a number, a name
    Tone right_tone = Tone::plain;
    bool right_mono = true;
    Icon icon = Icon::none;
    Tone icon_tone = Tone::plain;
    bool selected = false;
    bool focusable = true;                                         ///< false: another control keeps the focus (palette)
    std::vector<std::pair<std::size_t, std::size_t>> strong = {};  ///< bytes of the title to be made heavier
    std::string_view label = {};                                   ///< for the list of controls; the title if empty
    std::string_view name = {};
    bool wrap_title = false;   ///< over two lines where it is long
    bool wrap_second = false;  ///< likewise
    bool dim = false;          ///< it is over, or cannot be acted on
};

struct RowTouch {
    bool clicked = false;
    bool focused = false;
    bool moved = false;  ///< the focus came here by an arrow key: lists select what is stepped on
    bool hovered = false;
};

float row_height(const Ui& ui, float wide, const Row& row);
RowTouch row(Ui& ui, const Rect& rect, const Row& row);

}  // namespace shift311::desk
