// Several lines of text to type in, broken at words.
#pragma once

#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <string_view>

namespace shift311::desk {

struct TextArea {
    std::string_view label;
    std::string_view value;
    std::string_view hint = {};
    bool enabled = true;
    std::size_t most = 4000;
};

FieldTouch text_area(Ui& ui, const Rect& rect, const TextArea& area);

}  // namespace shift311::desk
