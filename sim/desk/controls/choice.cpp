#include "sim/desk/controls/choice.hpp"

#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr float kPad = 12;
constexpr float kGap = 8;

/// Where each chip lies, by its top left corner at (0, 0).
std::vector<Rect> chips(const Ui& ui, float wide, const Choice& choice) {
    std::vector<Rect> out;
    const float high = ui.px(measure::kField), gap = ui.px(kGap);
    float x = 0, y = 0;
    for (const std::string& option : choice.options) {
        const float chip = std::min(wide, paint::width(ui.fonts().text, option) + 2 * ui.px(kPad));
        if (x > 0 && x + chip > wide) x = 0, y += high + gap;
        out.push_back({x, y, chip, high});
        x += chip + gap;
    }
    return out;
}

}  // namespace

float choice_height(const Ui& ui, float wide, const Choice& choice) {
    const auto places = chips(ui, wide, choice);
    return places.empty() ? 0 : places.back().bottom();
}

std::optional<std::size_t> choice(Ui& ui, const Rect& rect, const Choice& choice) {
    const Theme& t = ui.theme();
    const auto places = chips(ui, rect.w, choice);
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
