#include "sim/desk/controls/text_area.hpp"

#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace shift311::desk {

namespace {

constexpr float kPad = 10;

using Lines = std::vector<TextLine>;

float x_of(const std::string& text, const Font& font, const TextLine& line, std::size_t at) {
    const std::size_t end = std::min(at, line.end);
    return end <= line.begin ? 0 : seam::width(font, std::string_view(text).substr(line.begin, end - line.begin));
}

/// Up and Down keep the column as near as the letters allow, PageUp and PageDown do so by a screenful, and Home and End
/// go to the ends of the line as it is seen.
bool move_lines(Ui& ui, const Touch& touch, TextEdit& edit, const Lines& lines, const Font& font, std::size_t page) {
    const KeyPress* key = ui.key_for(touch);
    if (key == nullptr || key->mods.ctrl || key->mods.alt) return false;
    const std::size_t here = line_of(lines, edit.caret());
    const std::size_t last = lines.size() - 1;
    if (key->key == Key::home || key->key == Key::end) {
        edit.place(key->key == Key::home ? lines[here].begin : lines[here].end, key->mods.shift);
        ui.take_key();
        return true;
    }
    std::size_t to = here;
    switch (key->key) {
        case Key::up:
            to = here == 0 ? 0 : here - 1;
            break;
        case Key::down:
            to = std::min(here + 1, last);
            break;
        case Key::page_up:
            to = here < page ? 0 : here - page;
            break;
        case Key::page_down:
            to = std::min(here + page, last);
            break;
        default:
            return false;
    }
    const float column = x_of(edit.text(), font, lines[here], edit.caret());
    const bool down = key->key == Key::down || key->key == Key::page_down;
    const std::size_t place = to != here ? place_at(edit.text(), lines[to], font, column)
                              : down     ? edit.text().size()
                                         : 0;
    edit.place(place, key->mods.shift);
    ui.take_key();
    return true;
}

void follow_mouse(Ui& ui, const Touch& touch, Ui::TextState& state, const Rect& inside, const Lines& lines,
                  const Font& font) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float row = (mouse.y - inside.y + state.scroll) / font.line;
    const auto index = static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(lines.size() - 1)));
    const std::size_t here = place_at(state.edit.text(), lines[index], font, mouse.x - inside.x);
    select_by_mouse(ui, touch, state, here);
}

}  // namespace

FieldTouch text_area(Ui& ui, const Rect& rect, const TextArea& area) {
    const Theme& t = ui.theme();
    const Font& font = ui.fonts().text;
    const Touch touch = ui.touch(rect, {.label = area.label, .role = Role::text_area, .enabled = area.enabled});
    Ui::TextState& state = ui.text_state(touch.id);
    state.edit.reset(area.value);
    Rect inside = rect.inset(ui.px(kPad), ui.px(8));
    const float bar = ui.px(6);
    inside.cut_right(bar);

    FieldTouch out;
    out.focused = touch.focused;
    out.gained = touch.gained;
    Lines lines = wrap(state.edit.text(), font, inside.w);
    bool show_caret = false;
    if (touch.focused) {
        const auto page = static_cast<std::size_t>(std::max(1.0F, inside.h / font.line - 1));
        const std::size_t caret_before = state.edit.caret();
        if (!move_lines(ui, touch, state.edit, lines, font, page)) {
            out.edit = type_into(ui, touch, state.edit, {.one_line = false, .most = area.most});
            if (out.edit) lines = wrap(state.edit.text(), font, inside.w);
        }
        show_caret = out.edit.has_value() || caret_before != state.edit.caret() || touch.gained;
    }
    follow_mouse(ui, touch, state, inside, lines, font);

    const std::string& text = state.edit.text();
    const float tall = static_cast<float>(lines.size()) * font.line;
    const std::size_t caret_line = line_of(lines, state.edit.caret());
    const float caret_top = static_cast<float>(caret_line) * font.line;
    if (show_caret || state.selecting)
        state.scroll = std::clamp(state.scroll, caret_top + font.line - inside.h, caret_top);
    if (touch.hovered && touch.focused) state.scroll -= ImGui::GetIO().MouseWheel * font.line * 3;
    state.scroll = std::clamp(state.scroll, 0.0F, std::max(0.0F, tall - inside.h));

    const float corner = ui.px(measure::kControlCorner);
    paint::fill(ui, rect, area.enabled ? t.field : t.panel, corner);
    paint::outline(ui, rect, touch.hovered && area.enabled ? t.edge : t.line, corner);
    ui.draw().PushClipRect(ImVec2(rect.x, inside.y), ImVec2(rect.right(), inside.bottom()), true);
    float y = std::round(inside.y - state.scroll);
    for (const TextLine& line : lines) {
        if (y + font.line >= inside.y && y <= inside.bottom()) {
            const std::size_t from = std::max(line.begin, state.edit.selection_begin());
            const std::size_t to = std::min(line.end, state.edit.selection_end());
            if (touch.focused && from < to) {
                const float left = x_of(text, font, line, from), right = x_of(text, font, line, to);
                paint::fill(ui, {inside.x + left, y, right - left, font.line}, t.mark);
            }
            paint::text_at(ui, inside.x, y + (font.line - font.size) / 2, font, area.enabled ? t.text : t.dim,
                           std::string_view(text).substr(line.begin, line.end - line.begin));
        }
        y += font.line;
    }
    if (text.empty()) {
        float hint_y = inside.y;
        for (const TextLine& line : wrap(area.hint, font, inside.w)) {
            paint::text_at(ui, inside.x, hint_y + (font.line - font.size) / 2, font, t.faint,
                           std::string_view(area.hint).substr(line.begin, line.end - line.begin));
            hint_y += font.line;
        }
    }
    if (touch.focused) {
        const float x = inside.x + x_of(text, font, lines[caret_line], state.edit.caret());
        paint::fill(ui, {std::round(x), std::round(inside.y - state.scroll + caret_top), ui.px(2), font.line},
                    t.accent);
    }
    ui.draw().PopClipRect();
    if (tall > inside.h) {
        const float part = inside.h / tall;
        const Rect grab{rect.right() - bar - ui.px(3), inside.y + state.scroll * part, bar, inside.h * part};
        paint::fill(ui, grab, t.edge, bar / 2);
    }
    if (touch.ring) paint::focus_ring(ui, rect, corner);
    if (touch.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    ui.control(touch).value = text;
    return out;
}

}  // namespace shift311::desk
