#include "sim/desk/office/scrub.hpp"

#include "sim/desk/call/seat.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

std::optional<journal::Millis> scrub(Ui& ui, const Rect& rect, journal::Millis begin, journal::Millis end,
                                     journal::Millis at, const std::vector<Notch>& notches) {
    const Theme& t = ui.theme();
    // A row to the list of controls: something that can be acted on and has a value.
    const Touch touch = ui.touch(rect, {.label = "Time", .role = Role::row});
    std::optional<journal::Millis> out;
    const float pad = ui.px(8);
    const Rect track{rect.x + pad, std::round(rect.middle() - ui.px(3)), rect.w - 2 * pad, ui.px(6)};
    const auto span = static_cast<float>(std::max<journal::Millis>(1, end - begin));
    const auto x_of = [&](journal::Millis time) {
        return track.x + track.w * std::clamp(static_cast<float>(time - begin) / span, 0.0F, 1.0F);
    };
    if (touch.held) {
        const float part = std::clamp((ImGui::GetIO().MousePos.x - track.x) / track.w, 0.0F, 1.0F);
        out = begin + static_cast<journal::Millis>(part * span);
    } else if (const KeyPress* key = ui.key_for(touch); key != nullptr && key->mods == Mods{}) {
        const auto step = [&](journal::Millis by) { out = std::clamp(at + by, begin, end); };
        switch (key->key) {
            case Key::left:
                step(-1000);
                break;
            case Key::right:
                step(1000);
                break;
            case Key::page_up:
                step(-10'000);
                break;
            case Key::page_down:
                step(10'000);
                break;
            case Key::home:
                out = begin;
                break;
            case Key::end:
                out = end;
                break;
            default:
                break;
        }
        if (out) ui.take_key();
    }
    if (out) at = *out;
    paint::fill(ui, track, t.mode == Mode::dark ? t.raised : t.ground, ui.px(3));
    paint::outline(ui, track, t.line, ui.px(3));
    const float here = x_of(at);
    paint::fill(ui, {track.x, track.y, here - track.x, track.h}, t.accent, ui.px(3));
    for (const Notch& notch : notches) {
        const float x = std::round(x_of(notch.at));
        paint::fill(ui, {x - ui.px(1), track.y - ui.px(6), ui.px(2), ui.px(5)}, ink(t, notch.tone));
    }
    ui.draw().AddCircleFilled(ImVec2(here, rect.middle()), ui.px(8), packed(t.accent), 20);
    ui.draw().AddCircleFilled(ImVec2(here, rect.middle()), ui.px(3), packed(t.on_accent), 12);
    if (touch.ring) paint::focus_ring(ui, rect, ui.px(measure::kControlCorner));
    ui.control(touch).value = time_text(std::max<journal::Millis>(0, at)) + " of " + time_text(end);
    return out;
}

}  // namespace shift311::desk
