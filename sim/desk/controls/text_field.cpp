#include "sim/desk/controls/text_field.hpp"

#include "sim/desk/controls/text.hpp"
#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kPad = 10;

TextLine whole(const TextEdit& edit) {
    return {0, edit.text().size(), 0};
}

void follow_mouse(Ui& ui, const Touch& touch, Ui::TextState& state, const Rect& inside, const Font& font) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::size_t here = place_at(state.edit.text(), whole(state.edit), font, mouse.x - inside.x + state.scroll);
    select_by_mouse(ui, touch, state, here);
}

float remark_width(const Ui& ui, const TextField& field) {
    const float icon = field.remark_icon == Icon::none ? 0 : ui.px(13 + 5);
    return paint::width(ui.fonts().small, field.remark) + icon;
}

/// What lies between the signs at the two ends.
Rect inside_of(const Ui& ui, const Rect& rect, const TextField& field) {
    Rect inside = rect.inset(ui.px(kPad), 0);
    if (field.icon != Icon::none) inside.cut_left(ui.px(16 + 8));
    if (!field.lead.empty()) inside.cut_left(paint::width(ui.fonts().strong, field.lead) + ui.px(8));
    if (field.trailing != Icon::none) inside.cut_right(ui.px(16 + 6));
    return inside;
}

bool remark_fits(const Ui& ui, const Rect& rect, const TextField& field) {
    const float value = seam::width(field.mono ? ui.fonts().mono : ui.fonts().text, field.value);
    return value + ui.px(16) + remark_width(ui, field) <= inside_of(ui, rect, field).w;
}

}  // namespace

float remark_below(Ui& ui, const Rect& rect, const TextField& field) {
    if (field.remark.empty() || remark_fits(ui, rect, field)) return 0;
    const Font& small = ui.fonts().small;
    Rect line{rect.x + ui.px(kPad), rect.bottom() + ui.px(4), rect.w - 2 * ui.px(kPad), small.line};
    if (field.remark_icon != Icon::none) {
        draw_icon(ui, field.remark_icon, line.cut_left(ui.px(13)), ui.px(13), ink(ui.theme(), field.remark_tone));
        line.cut_left(ui.px(5));
    }
    return paragraph(ui, line.x, line.y, line.w, small, field.remark_tone, field.remark) + ui.px(4);
}

FieldTouch text_field(Ui& ui, const Rect& rect, const TextField& field) {
    const Theme& t = ui.theme();
    const Font& font = field.mono ? ui.fonts().mono : ui.fonts().text;
    const Touch touch = ui.touch(rect, {.label = field.label, .role = Role::text_field, .enabled = field.enabled});
    Ui::TextState& state = ui.text_state(touch.id);
    state.edit.reset(field.value);

    FieldTouch out;
    out.focused = touch.focused;
    out.gained = touch.gained;
    out.clicked = touch.held && ui.mouse_button() && ui.mouse_button()->down;
    if (touch.focused) {
        out.edit = type_into(ui, touch, state.edit, {.one_line = true, .most = field.most});
        if (const KeyPress* key = ui.key_for(touch); key != nullptr && key->key == Key::enter && key->mods == Mods{}) {
            out.submitted = true;
            ui.take_key();
        }
    }

    const float corner = ui.px(measure::kControlCorner);
    paint::fill(ui, rect, field.enabled ? t.field : t.panel, corner);
    paint::outline(ui, rect, touch.hovered && field.enabled ? t.edge : t.line, corner);

    Rect inside = rect.inset(ui.px(kPad), 0);
    if (field.icon != Icon::none) {
        draw_icon(ui, field.icon, inside.cut_left(ui.px(16)), ui.px(16), t.dim);
        inside.cut_left(ui.px(8));
    }
    if (!field.lead.empty()) {
        const Rect place = inside.cut_left(paint::width(ui.fonts().strong, field.lead));
        paint::text(ui, place, ui.fonts().strong, t.accent, field.lead);
        inside.cut_left(ui.px(8));
    }
    if (field.trailing != Icon::none) {
        draw_icon(ui, field.trailing, inside.cut_right(ui.px(16)), ui.px(14), field.enabled ? t.dim : t.faint);
        inside.cut_right(ui.px(6));
    }
    const float text_wide = seam::width(font, state.edit.text());
    bool fits = true;
    if (!field.remark.empty()) {
        const Font& small = ui.fonts().small;
        const float wide = remark_width(ui, field);
        // The value comes first: the remark makes way when both do not fit.
        if (remark_fits(ui, rect, field)) {
            Rect place = inside.cut_right(wide);
            const Color tone = ink(t, field.remark_tone);
            if (field.remark_icon != Icon::none)
                draw_icon(ui, field.remark_icon, place.cut_left(ui.px(13)), ui.px(13), tone);
            paint::text(ui, {place.right() - paint::width(small, field.remark), place.y, place.w, place.h}, small, tone,
                        field.remark);
            ui.note(Role::text, std::string(field.label) + ", remark", place, field.remark);
            inside.cut_right(ui.px(8));
        }
    }

    follow_mouse(ui, touch, state, inside, font);
    const std::string& text = state.edit.text();
    const float caret = seam::width(font, std::string_view(text).substr(0, state.edit.caret()));
    const float room = inside.w - ui.px(2);
    if (!touch.focused) {
        state.scroll = 0;
        fits = text_wide <= inside.w + 0.5F;
    } else {
        state.scroll = std::clamp(state.scroll, std::max(0.0F, caret - room), caret);
        state.scroll = std::min(state.scroll, std::max(0.0F, text_wide - room));
    }

    if (text.empty() && !field.hint.empty()) {
        fits = paint::text(ui, inside, ui.fonts().text, t.faint, field.hint);
    } else if (!touch.focused) {
        paint::text(ui, inside, font, field.enabled ? t.text : t.dim, text);
    } else {
        ui.draw().PushClipRect(ImVec2(inside.x, rect.y), ImVec2(inside.right(), rect.bottom()), true);
        const float left = std::round(inside.x - state.scroll);
        if (state.edit.selecting()) {
            const float from = seam::width(font, std::string_view(text).substr(0, state.edit.selection_begin()));
            const float to = seam::width(font, std::string_view(text).substr(0, state.edit.selection_end()));
            paint::fill(ui, {left + from, inside.middle() - font.line / 2, to - from, font.line}, t.mark);
        }
        paint::text_at(ui, left, inside.middle() - font.size / 2, font, t.text, text);
        ui.draw().PopClipRect();
    }
    if (touch.focused)
        paint::fill(ui,
                    {std::round(inside.x - state.scroll + caret), inside.middle() - font.line / 2, ui.px(2), font.line},
                    t.accent);
    if (touch.ring) paint::focus_ring(ui, rect, corner);
    if (touch.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);

    Control& control = ui.control(touch);
    control.value = text;
    control.fits = fits;
    return out;
}

}  // namespace shift311::desk
