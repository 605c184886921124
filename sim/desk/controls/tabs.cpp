#include "sim/desk/controls/tabs.hpp"

#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

std::optional<std::size_t> tabs(Ui& ui, const Rect& rect, const std::vector<Tab>& tabs, std::size_t chosen) {
    const Theme& t = ui.theme();
    const Font& font = ui.fonts().text;
    const float gap = ui.px(6);
    const auto needed = [&](bool caps, float pad) {
        float sum = 0;
        for (const Tab& tab : tabs)
            sum += paint::width(font, tab.label) + 2 * pad +
                   (caps && tab.chord ? gap + key_cap_width(ui, cap(*tab.chord)) : 0);
        return sum;
    };
    float pad = ui.px(14);
    const bool caps = needed(true, ui.px(8)) <= rect.w;
    if (needed(caps, pad) > rect.w) pad = ui.px(8);

    std::optional<std::size_t> out;
    float x = rect.x;
    paint::rule_below(ui, rect, t.line);
    ui.begin_group("tabs");
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const Tab& tab = tabs[i];
        const bool on = i == chosen;
        const float word = paint::width(font, tab.label);
        const float cap_wide = caps && tab.chord ? key_cap_width(ui, cap(*tab.chord)) : 0;
        const Rect r{x, rect.y, std::min(word + 2 * pad + (cap_wide > 0 ? gap + cap_wide : 0), rect.right() - x),
                     rect.h};
        x = r.right();
        if (r.empty()) break;
        const Touch touch = ui.touch(r, {.label = tab.label, .role = Role::tab, .enabled = tab.enabled, .current = on});
        const Color letters = !tab.enabled ? t.faint : on || touch.hovered ? t.text : t.dim;
        const bool fits = paint::text(ui, {r.x + pad, r.y, std::min(word, r.w - pad), r.h}, font, letters, tab.label);
        if (cap_wide > 0) key_cap(ui, r.x + pad + word + gap, r.middle(), cap(*tab.chord), false, !tab.enabled);
        if (on) paint::fill(ui, {r.x, r.bottom() - ui.px(2), r.w, ui.px(2)}, t.accent);
        if (touch.ring) paint::focus_ring(ui, r.inset(ui.px(2), ui.px(6)), ui.px(measure::kControlCorner));
        ui.control(touch).value = on ? "selected" : "";
        ui.control(touch).fits = fits;
        const bool by_key = tab.enabled && tab.chord && ui.pressed(*tab.chord);
        if (touch.clicked || touch.moved || by_key) out = i;
    }
    ui.end_group();
    return out;
}

}  // namespace shift311::desk
