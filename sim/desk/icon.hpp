// The desk's pictograms, drawn as strokes so that no icon font is needed; each always stands beside a word.
#pragma once

#include "sim/desk/ui.hpp"

namespace shift311::desk {

enum class Icon {
    none,
    phone,
    mail,
    person,
    fax,
    web,
    radio,
    warning,
    check,
    cross,
    hold,
    transfer,
    hang_up,
    search,
    chevron_down,
    chevron_right,
    chevron_left,
    clock,
    note,
    book,
    pin,
    request,
    history,
    star,
    plus,
    lock,
    sound,
    flag,
    dot,
};

/// Draws the icon centered in the rectangle, `size` pixels wide and high.
void draw_icon(const Ui& ui, Icon icon, const Rect& rect, float size, Color color);

}  // namespace shift311::desk
