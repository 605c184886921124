#include "sim/desk/paint.hpp"

#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/text_layout.hpp"

#include <cmath>

namespace shift311::desk::paint {

void fill(const Ui& ui, const Rect& r, Color color, float corner) {
    ui.draw().AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), packed(color), corner);
}

void outline(const Ui& ui, const Rect& r, Color color, float corner, float thickness) {
    // Dear ImGui centers a thick stroke on the edge; ours lies inside the rectangle.
    const float in = (thickness - 1) / 2;
    ui.draw().AddRect(ImVec2(r.x + in, r.y + in), ImVec2(r.right() - in, r.bottom() - in), packed(color), corner, 0,
                      thickness);
}

void rule_below(const Ui& ui, const Rect& r, Color color) {
    fill(ui, {r.x, r.bottom() - 1, r.w, 1}, color);
}

void rule_above(const Ui& ui, const Rect& r, Color color) {
    fill(ui, {r.x, r.y, r.w, 1}, color);
}

void focus_ring(const Ui& ui, const Rect& r, float corner) {
    outline(ui, r, ui.theme().accent, corner, ui.px(measure::kFocusRing));
}

float width(const Font& font, std::string_view text) {
    return seam::width(font, text);
}

void text_at(const Ui& ui, float x, float y, const Font& font, Color color, std::string_view text) {
    if (text.empty()) return;
    ui.draw().AddText(font.face, font.size, ImVec2(std::round(x), std::round(y)), packed(color), text.data(),
                      text.data() + text.size());
}

bool text(const Ui& ui, const Rect& r, const Font& font, Color color, std::string_view text, Align align) {
    const float wide = width(font, text);
    const float y = r.middle() - font.size / 2;
    if (wide > r.w + 0.5F) {
        text_at(ui, r.x, y, font, color, cut(text, font, r.w));
        return false;
    }
    const float free = r.w - wide;
    const float x = align == Align::left ? r.x : align == Align::right ? r.x + free : r.x + free / 2;
    text_at(ui, x, y, font, color, text);
    return true;
}

}  // namespace shift311::desk::paint
