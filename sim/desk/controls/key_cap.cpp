#include "sim/desk/controls/key_cap.hpp"

#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

float key_cap_width(const Ui& ui, std::string_view cap) {
    return std::max(ui.px(22), paint::width(ui.fonts().mono_small, cap) + ui.px(12));
}

void key_cap(const Ui& ui, float x, float middle, std::string_view cap, bool on_accent, bool faint) {
    const Theme& t = ui.theme();
    const float high = ui.px(22);
    const Rect r{x, std::round(middle - high / 2), key_cap_width(ui, cap), high};
    const float corner = ui.px(measure::kCapCorner);
    if (on_accent) {
        paint::fill(ui, r, mix(t.on_accent, t.accent, 120), corner);
        paint::outline(ui, r, mix(t.on_accent, t.accent, 300), corner);
    } else {
        paint::fill(ui, r, t.mode == Mode::dark ? t.ground : t.panel, corner);
        paint::outline(ui, r, t.edge, corner);
    }
    paint::text(ui, r, ui.fonts().mono_small,
                on_accent ? t.on_accent
                : faint   ? t.faint
                          : t.dim,
                cap, paint::Align::center);
}

float key_hint(Ui& ui, float x, float middle, std::string_view cap, std::string_view word) {
    const float wide = key_cap_width(ui, cap);
    key_cap(ui, x, middle, cap);
    const Font& font = ui.fonts().small;
    const Rect text{x + wide + ui.px(6), middle - font.line / 2, paint::width(font, word), font.line};
    paint::text(ui, text, font, ui.theme().dim, word);
    const float total = text.right() - x;
    ui.note(Role::text, std::string(cap) + " " + std::string(word), {x, text.y, total, text.h});
    return total;
}

}  // namespace shift311::desk
