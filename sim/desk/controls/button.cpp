#include "sim/desk/controls/button.hpp"

#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/paint.hpp"

namespace shift311::desk {

namespace {

constexpr float kPad = 12;
constexpr float kIcon = 16;
constexpr float kGap = 8;

std::string_view shown(const Button& b) {
    return b.only_icon ? std::string_view() : b.shown.empty() ? b.label : b.shown;
}

}  // namespace

float button_width(const Ui& ui, const Button& b) {
    float wide = 2 * ui.px(kPad) + paint::width(ui.fonts().text, shown(b));
    if (b.icon != Icon::none) wide += ui.px(kIcon) + (shown(b).empty() ? 0 : ui.px(kGap));
    if (b.chord) wide += key_cap_width(ui, cap(*b.chord)) + ui.px(kGap + 4);
    return wide;
}

bool button(Ui& ui, const Rect& rect, const Button& b) {
    const Theme& t = ui.theme();
    const Touch touch = ui.touch(rect, {.label = b.label, .role = Role::button, .name = b.name, .enabled = b.enabled});
    const float corner = ui.px(measure::kControlCorner);
    const bool primary = b.kind == ButtonKind::primary && b.enabled;
    const bool danger = b.kind == ButtonKind::danger && b.enabled;

    if (primary) {
        const Color ground = touch.held      ? mix(t.on_accent, t.accent, 200)
                             : touch.hovered ? mix(t.on_accent, t.accent, 90)
                                             : t.accent;
        paint::fill(ui, rect, ground, corner);
    } else if (b.kind != ButtonKind::quiet || touch.hovered || b.on) {
        const Color still = b.on ? t.selected : danger ? mix(t.bad, t.raised, 50) : t.raised;
        const Color ground = touch.held ? mix(t.text, still, 110) : touch.hovered ? mix(t.text, still, 50) : still;
        paint::fill(ui, rect, b.enabled ? ground : t.panel, corner);
        paint::outline(ui, rect, danger ? t.bad_line : b.on ? t.accent : b.enabled ? t.edge : t.line, corner);
    }

    const Color letters = !b.enabled ? t.faint : primary ? t.on_accent : danger ? t.bad : t.text;
    const bool tight = button_width(ui, b) > rect.w;
    Rect inside = rect.inset(ui.px(tight ? 8 : kPad), 0);
    if (b.chord) {
        const std::string on_cap = cap(*b.chord);
        const float wide = key_cap_width(ui, on_cap);
        const Rect place = inside.cut_right(wide);
        key_cap(ui, place.x, rect.middle(), on_cap, primary, !b.enabled);
        inside.cut_right(ui.px(tight ? 4 : kGap));
    }
    const bool only_icon = shown(b).empty();
    if (b.icon != Icon::none) {
        draw_icon(ui, b.icon, only_icon ? inside : inside.cut_left(ui.px(kIcon)), ui.px(kIcon), letters);
        if (!only_icon) inside.cut_left(ui.px(kGap));
    }
    const auto align = b.chord || b.left || b.icon != Icon::none ? paint::Align::left : paint::Align::center;
    const bool fits = only_icon || paint::text(ui, inside, ui.fonts().text, letters, shown(b), align);
    if (touch.ring) paint::focus_ring(ui, primary ? rect.grown(ui.px(3)) : rect, primary ? corner + ui.px(3) : corner);

    Control& control = ui.control(touch);
    control.fits = fits;
    control.value = b.value;
    const bool by_key = b.enabled && b.chord && (b.on_tap ? ui.tapped(*b.chord) : ui.pressed(*b.chord));
    return touch.clicked || by_key;
}

}  // namespace shift311::desk
