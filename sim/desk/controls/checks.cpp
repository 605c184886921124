#include "sim/desk/controls/checks.hpp"

#include "sim/desk/controls/chips.hpp"
#include "sim/desk/icon.hpp"
#include "sim/desk/paint.hpp"

namespace shift311::desk {

namespace {
constexpr float kBox = 24;  // the check mark and the gap after it
}

float checks_height(const Ui& ui, float wide, const Checks& checks) {
    const auto places = chip_places(ui, wide, checks.options, ui.px(kBox));
    return places.empty() ? 0 : places.back().bottom();
}

std::optional<std::size_t> checks(Ui& ui, const Rect& rect, const Checks& c) {
    const Theme& t = ui.theme();
    const auto places = chip_places(ui, rect.w, c.options, ui.px(kBox));
    const float corner = ui.px(measure::kControlCorner);
    std::optional<std::size_t> out;
    ui.begin_group(c.label);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect r = places[i].moved(rect.x, rect.y);
        const bool on = i < c.on.size() && c.on[i];
        const std::string name = std::string(c.label) + ": " + c.options[i];
        const Touch touch = ui.touch(r, {.label = name, .role = Role::check, .enabled = c.enabled});
        paint::fill(ui, r, on ? t.selected : touch.hovered ? t.hover : t.raised, corner);
        paint::outline(ui, r, on ? t.accent : t.edge, corner);
        Rect inside = r.inset(ui.px(12), 0);
        const Rect box = inside.cut_left(ui.px(16));
        inside.cut_left(ui.px(8));
        const Rect square{box.x, box.middle() - ui.px(8), ui.px(16), ui.px(16)};
        paint::outline(ui, square, on ? t.accent : t.edge, ui.px(3));
        if (on) draw_icon(ui, Icon::check, square, ui.px(12), t.accent);
        const bool fits = paint::text(ui, inside.grown(1), ui.fonts().text, c.enabled ? t.text : t.faint, c.options[i]);
        if (touch.ring) paint::focus_ring(ui, r.grown(ui.px(3)), corner + ui.px(3));
        ui.control(touch).value = on ? "on" : "off";
        ui.control(touch).fits = fits;
        if (touch.clicked) out = i;
    }
    ui.end_group();
    return out;
}

}  // namespace shift311::desk
