#include "sim/desk/controls/badge.hpp"

#include "sim/desk/paint.hpp"

#include <cmath>

namespace shift311::desk {

float badge_width(const Ui& ui, const Badge& b) {
    return paint::width(ui.fonts().small_strong, b.text) + ui.px(18) + (b.icon == Icon::none ? 0 : ui.px(18));
}

float badge(Ui& ui, float x, float middle, const Badge& b) {
    const Theme& t = ui.theme();
    const float high = ui.px(24);
    const Rect r{x, std::round(middle - high / 2), badge_width(ui, b), high};
    paint::fill(ui, r, quiet_ground(t, b.tone), ui.px(measure::kCapCorner));
    Rect inside = r.inset(ui.px(9), 0);
    const Color color = ink(t, b.tone);
    if (b.icon != Icon::none) {
        draw_icon(ui, b.icon, inside.cut_left(ui.px(12)), ui.px(12), color);
        inside.cut_left(ui.px(6));
    }
    paint::text(ui, inside.grown(1), ui.fonts().small_strong, color, b.text, paint::Align::center);
    if (b.what.empty()) {
        ui.note(Role::status, b.text, r);
    } else {
        ui.note(Role::status, b.what, r, b.text);
    }
    return r.w;
}

}  // namespace shift311::desk
