#include "sim/desk/controls/choice.hpp"

#include "sim/desk/controls/chips.hpp"
#include "sim/desk/paint.hpp"

namespace shift311::desk {

namespace {

constexpr float kPad = 12;

}  // namespace

float choice_height(const Ui& ui, float wide, const Choice& choice) {
    const auto places = chip_places(ui, wide, choice.options);
    return places.empty() ? 0 : places.back().bottom();
}

std::optional<std::size_t> choice(Ui& ui, const Rect& rect, const Choice& choice) {
    const Theme& t = ui.theme();
    const auto places = chip_places(ui, rect.w, choice.options);
    const float corner = ui.px(measure::kControlCorner);
    std::optional<std::size_t> out;
    ui.begin_group(choice.label);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect r = places[i].moved(rect.x, rect.y);
        const bool on = choice.chosen == i;
        const std::string name = std::string(choice.label) + ": " + choice.options[i];
        const Touch touch = ui.touch(r, {.label = name, .role = Role::radio, .enabled = choice.enabled, .current = on});
        paint::fill(ui, r, on ? t.selected : touch.hovered ? t.hover : t.raised, corner);
        paint::outline(ui, r, on ? t.accent : t.edge, corner);
        const bool fits = paint::text(ui, r.inset(ui.px(kPad), 0), ui.fonts().text, choice.enabled ? t.text : t.faint,
                                      choice.options[i], paint::Align::center);
        if (touch.ring) paint::focus_ring(ui, r.grown(ui.px(3)), corner + ui.px(3));
        ui.control(touch).value = on ? "on" : "off";
        ui.control(touch).fits = fits;
        if ((touch.clicked || touch.moved) && !on) out = i;
    }
    ui.end_group();
    return out;
}

}  // namespace shift311::desk
