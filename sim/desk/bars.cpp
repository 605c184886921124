#include "sim/desk/bars.hpp"

#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/paint.hpp"

namespace shift311::desk {

Rect top_bar(Ui& ui, Rect& window) {
    const Theme& t = ui.theme();
    const Rect bar = window.cut_top(ui.px(measure::kTopBar));
    paint::fill(ui, bar, t.panel);
    paint::rule_below(ui, bar, t.line);
    Rect inside = bar.inset(ui.px(16), 0);
    const Font& font = ui.fonts().strong;
    const float first = paint::width(font, "shift"), second = paint::width(font, "311");
    const Rect name = inside.cut_left(first + second);
    paint::text(ui, name, font, t.text, "shift");
    paint::text_at(ui, name.x + first, name.middle() - font.size / 2, font, t.accent, "311");
    inside.cut_left(ui.px(24));
    return inside;
}

void bottom_bar(Ui& ui, Rect& window, const std::vector<KeyHint>& hints) {
    const Rect bar = window.cut_bottom(ui.px(measure::kBottomBar));
    paint::fill(ui, bar, ui.theme().panel);
    paint::rule_above(ui, bar, ui.theme().line);
    if (hints.empty()) return;
    const auto width = [&](const KeyHint& h) {
        return key_cap_width(ui, h.cap) + ui.px(6) + paint::width(ui.fonts().small, h.word);
    };
    Rect inside = bar.inset(ui.px(16), 0);
    const KeyHint& last = hints.back();
    const float last_wide = width(last);
    key_hint(ui, inside.right() - last_wide, bar.middle(), last.cap, last.word);
    inside.cut_right(last_wide + ui.px(20));
    for (std::size_t i = 0; i + 1 < hints.size(); ++i) {
        const float wide = width(hints[i]);
        if (wide > inside.w) break;
        key_hint(ui, inside.x, bar.middle(), hints[i].cap, hints[i].word);
        inside.cut_left(wide + ui.px(20));
    }
}

}  // namespace shift311::desk
