#include "sim/desk/controls/secret_field.hpp"

#include "sim/desk/paint.hpp"
#include "sim/desk/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kPad = 10, kDot = 7, kStep = 13;
constexpr std::size_t kMost = 128;

void take(std::string& value, const std::string& more) {
    std::size_t room = kMost - std::min(kMost, length(value));
    for (std::size_t at = 0; at < more.size() && room > 0; --room) {
        const std::size_t from = at;
        decode(more, at);
        value += more.substr(from, at - from);
    }
}

void drop_last(std::string& value) {
    while (!value.empty() && (static_cast<unsigned char>(value.back()) & 0xC0U) == 0x80U)
        value.pop_back();
    if (!value.empty()) value.pop_back();
}

}  // namespace

bool secret_field(Ui& ui, const Rect& rect, const SecretField& field, std::string& value) {
    const Theme& t = ui.theme();
    const Touch touch = ui.touch(rect, {.label = field.label, .role = Role::text_field, .enabled = field.enabled});
    bool submitted = false;
    if (touch.focused) {
        if (const std::u32string& typed = ui.text_for(touch); !typed.empty()) {
            take(value, encode(typed));
            ui.take_text();
        }
        if (const KeyPress* pressed = ui.key_for(touch); pressed != nullptr) {
            const KeyPress key = *pressed;
            bool mine = true;
            if (key.key == Key::backspace && !key.mods.alt) {
                if (key.mods.ctrl) {
                    value.clear();
                } else {
                    drop_last(value);
                }
            } else if (key.key == Key::v && key.mods == Mods{.ctrl = true}) {
                take(value, clean(ui.clipboard().get(), true));
            } else if (key.key == Key::enter && key.mods == Mods{}) {
                submitted = !key.repeat;
            } else {
                mine = false;
            }
            if (mine) ui.take_key();
        }
    }
    const float corner = ui.px(measure::kControlCorner);
    paint::fill(ui, rect, field.enabled ? t.field : t.panel, corner);
    paint::outline(ui, rect, touch.hovered && field.enabled ? t.edge : t.line, corner);
    const Rect inside = rect.inset(ui.px(kPad), 0);
    bool fits = true;
    if (value.empty() && !field.hint.empty()) {
        fits = paint::text(ui, inside, ui.fonts().text, t.faint, field.hint);
    }
    // The end is what is being typed: when there are too many dots, the first ones make way.
    const float step = ui.px(kStep), dot = ui.px(kDot);
    const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor((inside.w - ui.px(4)) / step)));
    const std::size_t shown = std::min(length(value), room);
    for (std::size_t i = 0; i < shown; ++i) {
        const ImVec2 middle(inside.x + step * static_cast<float>(i) + dot / 2 + ui.px(1), std::round(inside.middle()));
        ui.draw().AddCircleFilled(middle, dot / 2, packed(field.enabled ? t.text : t.dim));
    }
    if (touch.focused) {
        const float line = ui.fonts().text.line;
        paint::fill(ui, {inside.x + step * static_cast<float>(shown), inside.middle() - line / 2, ui.px(2), line},
                    t.accent);
    }
    if (touch.ring) paint::focus_ring(ui, rect, corner);
    if (touch.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    Control& control = ui.control(touch);
    for (std::size_t i = 0; i < length(value); ++i)
        control.value += "\u2022";
    control.fits = fits;
    return submitted && field.enabled;
}

}  // namespace shift311::desk
