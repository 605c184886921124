#include "sim/desk/controls/row.hpp"

#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kPad = 16;
constexpr float kIconColumn = 34;

const Font& right_font(const Ui& ui, const Row& row) {
    return row.right_mono ? ui.fonts().mono : ui.fonts().small;
}

struct Parts {
    Rect icon, title, right;
};

Parts parts(const Ui& ui, const Rect& rect, const Row& row) {
    Parts p;
    Rect inside = rect.inset(ui.px(kPad), 0);
    if (row.icon != Icon::none) p.icon = inside.cut_left(ui.px(kIconColumn));
    if (!row.right.empty()) {
        p.right = inside.cut_right(std::min(paint::width(right_font(ui, row), row.right), inside.w / 2));
        inside.cut_right(ui.px(12));
    }
    p.title = inside;
    return p;
}

std::size_t title_lines(const Ui& ui, float wide, const Row& row) {
    if (!row.wrap_title) return 1;
    return std::clamp<std::size_t>(wrap(row.title, ui.fonts().text, wide).size(), 1, 2);
}

/// The second line has the room under the right end, too.
float second_wide(const Ui& ui, const Rect& rect, const Parts& p) {
    return rect.right() - ui.px(kPad) - p.title.x;
}

std::size_t second_lines(const Ui& ui, float wide, const Row& row) {
    if (row.second.empty()) return 0;
    if (!row.wrap_second) return 1;
    return std::clamp<std::size_t>(wrap(row.second, ui.fonts().small, wide).size(), 1, 2);
}

/// Draws the text over this many lines, the last cut if there is more; whether all of it fits.
bool lines_of(Ui& ui, Rect line, const Font& font, Color color, std::string_view text, std::size_t count) {
    if (count < 2) return paint::text(ui, line, font, color, text);
    const auto broken = wrap(text, font, line.w);
    bool fits = true;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view part = i + 1 == count ? text.substr(broken[i].begin)
                                                     : text.substr(broken[i].begin, broken[i].end - broken[i].begin);
        fits = paint::text(ui, line, font, color, part) && fits;
        line.y += font.line;
    }
    return fits;
}

}  // namespace

float row_height(const Ui& ui, float wide, const Row& row) {
    const Rect rect{0, 0, wide, 0};
    const Parts p = parts(ui, rect, row);
    const float lines = static_cast<float>(title_lines(ui, p.title.w, row)) * ui.fonts().text.line;
    if (row.second.empty()) return std::max(ui.px(measure::kField), lines + ui.px(16));
    const auto second = static_cast<float>(second_lines(ui, second_wide(ui, rect, p), row));
    return lines + second * ui.fonts().small.line + ui.px(2 + 2 * 11);
}

RowTouch row(Ui& ui, const Rect& rect, const Row& row) {
    const Theme& t = ui.theme();
    const Touch touch = ui.touch(rect, {.label = row.label.empty() ? row.title : row.label,
                                        .role = Role::row,
                                        .name = row.name,
                                        .focusable = row.focusable,
                                        .current = row.selected});
    if (row.selected) {
        paint::fill(ui, rect, t.selected);
        paint::fill(ui, {rect.x, rect.y, ui.px(3), rect.h}, t.accent);
    } else if (touch.hovered) {
        paint::fill(ui, rect, t.hover);
    }
    const Parts p = parts(ui, rect, row);
    const Font& font = ui.fonts().text;
    const std::size_t lines = title_lines(ui, p.title.w, row);
    const std::size_t second = second_lines(ui, second_wide(ui, rect, p), row);
    const float block = static_cast<float>(lines) * font.line +
                        (second == 0 ? 0 : static_cast<float>(second) * ui.fonts().small.line + ui.px(2));
    float y = std::round(rect.middle() - block / 2);
    bool fits = true;
    if (row.icon != Icon::none)
        draw_icon(ui, row.icon, {p.icon.x, y, ui.px(18), font.line}, ui.px(16), ink(t, row.icon_tone));
    if (!row.right.empty())
        paint::text(ui, {p.right.x, y, p.right.w, font.line}, right_font(ui, row), ink(t, row.right_tone), row.right,
                    paint::Align::right);

    if (lines > 1) {
        fits = lines_of(ui, {p.title.x, y, p.title.w, font.line}, font, row.dim ? t.dim : t.text, row.title, lines);
        y += static_cast<float>(lines) * font.line;
    } else {
        const Rect line{p.title.x, y, p.title.w, font.line};
        fits = paint::text(ui, line, font, row.dim ? t.dim : t.text, row.title);
        if (fits) {
            for (const auto& [begin, end] : row.strong) {
                const float left = paint::width(font, row.title.substr(0, begin));
                paint::text_at(ui, line.x + left + 0.6F, line.middle() - font.size / 2, font, t.text,
                               row.title.substr(begin, end - begin));
            }
        }
        y += font.line;
    }
    if (second > 0) {
        const Rect line{p.title.x, y + ui.px(2), second_wide(ui, rect, p), ui.fonts().small.line};
        fits = lines_of(ui, line, ui.fonts().small, t.dim, row.second, second) && fits;
    }
    paint::rule_below(ui, rect, t.line);
    if (touch.ring) paint::focus_ring(ui, rect, ui.px(measure::kControlCorner));

    Control& control = ui.control(touch);
    control.fits = fits;
    control.value = row.second;
    if (!row.right.empty()) {
        if (!control.value.empty()) control.value += ", ";
        control.value += row.right;
    }
    if (row.selected) control.value += control.value.empty() ? "selected" : ", selected";
    return {touch.clicked, touch.focused, touch.moved, touch.hovered};
}

}  // namespace shift311::desk
