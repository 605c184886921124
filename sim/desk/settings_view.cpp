#include "sim/desk/settings_view.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <string>

namespace shift311::desk {

namespace {

constexpr int kStep = 25;

bool larger(Settings& settings, int by) {
    const int before = settings.text_scale;
    settings.text_scale = std::clamp(settings.text_scale + by, kLeastScale, kMostScale);
    return settings.text_scale != before;
}

}  // namespace

void apply_settings(Ui& ui, const Settings& settings) {
    ui.want_look(settings.dark ? Mode::dark : Mode::light, settings.text_scale);
}

bool settings_keys(Ui& ui, Settings& settings) {
    bool changed = false;
    if (ui.pressed(ctrl(Key::plus)) || ui.pressed({Key::plus, {.ctrl = true, .shift = true}}))
        changed = larger(settings, kStep);
    if (ui.pressed(ctrl(Key::minus))) changed = larger(settings, -kStep) || changed;
    if (ui.pressed(chord(Key::f11))) {
        settings.dark = !settings.dark;
        changed = true;
    }
    if (changed) apply_settings(ui, settings);
    return changed;
}

float settings_height(const Ui& ui) {
    return ui.px(3 * measure::kField + 2 * 10);
}

bool settings_view(Ui& ui, const Rect& rect, Settings& settings) {
    bool changed = false;
    Rect body = rect;
    const float names = std::min(ui.px(84), rect.w * 0.34F), high = ui.px(measure::kField);
    const auto line = [&](const char* name) {
        Rect place = body.cut_top(high);
        body.cut_top(ui.px(10));
        paint::text(ui, place.cut_left(names), ui.fonts().text, ui.theme().dim, name);
        return place;
    };
    Rect size = line("Text");
    if (button(ui, size.cut_left(high),
               {.label = "Smaller text", .enabled = settings.text_scale > kLeastScale, .shown = "\u2212"}))
        changed = larger(settings, -kStep);
    const std::string percent = std::to_string(settings.text_scale) + " %";
    label(ui, size.cut_left(ui.px(70)), ui.fonts().mono, Tone::plain, percent, paint::Align::center, "Text size");
    if (button(ui, size.cut_left(high),
               {.label = "Larger text", .enabled = settings.text_scale < kMostScale, .shown = "+"}))
        changed = larger(settings, kStep) || changed;
    if (const auto chosen = choice(
            ui, line("Colors"), {.label = "Colors", .options = {"Dark", "Light"}, .chosen = settings.dark ? 0U : 1U})) {
        settings.dark = *chosen == 0;
        changed = true;
    }
    if (const auto chosen = choice(ui, line("Sound"),
                                   {.label = "Sound", .options = {"On", "Off"}, .chosen = settings.mute ? 1U : 0U})) {
        settings.mute = *chosen == 1;
        changed = true;
    }
    if (changed) apply_settings(ui, settings);
    return changed;
}

}  // namespace shift311::desk
