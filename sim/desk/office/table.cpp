#include "sim/desk/office/table.hpp"

#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/text.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kPad = 16, kGap = 16, kIcon = 22;
constexpr float kBar = 10;  // of a scroll bar: columns stand where they stand, with it and without

/// One line of a cell, cut where it must be; says whether it fitted.
bool line(Ui& ui, const Rect& place, const Cell& cell, paint::Align align) {
    Rect r = place;
    const Theme& t = ui.theme();
    if (cell.badge && !cell.text.empty()) {
        const Badge spec{.text = cell.text, .tone = cell.tone, .icon = cell.icon};
        const float wide = badge_width(ui, spec);
        if (wide <= r.w) {
            // Drawn as a badge, told as part of the row.
            const float high = ui.px(24);
            const Rect box{r.x, std::round(r.middle() - high / 2), wide, high};
            paint::fill(ui, box, quiet_ground(t, cell.tone), ui.px(measure::kCapCorner));
            Rect inside = box.inset(ui.px(9), 0);
            if (cell.icon != Icon::none) {
                draw_icon(ui, cell.icon, inside.cut_left(ui.px(12)), ui.px(12), ink(t, cell.tone));
                inside.cut_left(ui.px(6));
            }
            paint::text(ui, inside.grown(1), ui.fonts().small_strong, ink(t, cell.tone), cell.text,
                        paint::Align::center);
            return true;
        }
    }
    if (cell.icon != Icon::none) {
        draw_icon(ui, cell.icon, r.cut_left(ui.px(14)), ui.px(14), ink(t, cell.tone));
        r.cut_left(ui.px(kIcon - 14));
    }
    return paint::text(ui, r, cell.mono ? ui.fonts().mono : ui.fonts().text, ink(t, cell.tone), cell.text, align);
}

}  // namespace

std::vector<Rect> column_places(const Ui& ui, const Rect& row, const std::vector<Column>& columns) {
    const Rect inside = row.inset(ui.px(kPad), 0);
    int worst = 0;
    for (const Column& c : columns)
        worst = std::max(worst, c.rank);
    // Leave out the least important ones until the rest has room.
    for (;; --worst) {
        float fixed = 0, least = 0, sharing = 0;
        int shown = 0;
        for (const Column& c : columns) {
            if (c.rank > worst) continue;
            ++shown;
            fixed += ui.px(c.wide);
            if (c.wide == 0) least += ui.px(c.least), sharing += c.share;
        }
        const float gaps = ui.px(kGap) * static_cast<float>(std::max(0, shown - 1));
        if (fixed + least + gaps > inside.w && worst > 0) continue;
        const float left = std::max(0.0F, inside.w - fixed - gaps);
        std::vector<Rect> out(columns.size());
        Rect rest = inside;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].rank > worst) continue;
            const float wide =
                columns[i].wide == 0 ? std::floor(left * columns[i].share / sharing) : ui.px(columns[i].wide);
            out[i] = rest.cut_left(wide);
            rest.cut_left(ui.px(kGap));
        }
        return out;
    }
}

void table_head(Ui& ui, const Rect& rect, const std::vector<Column>& columns) {
    const auto places = column_places(ui, {rect.x, rect.y, rect.w - ui.px(kBar), rect.h}, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (places[i].empty() || columns[i].title.empty()) continue;
        paint::text(ui, places[i], ui.fonts().small, ui.theme().dim, columns[i].title, columns[i].align);
    }
    paint::rule_below(ui, rect, ui.theme().line);
}

float table_row_height(const Ui& ui, const TableRow& row) {
    for (const Cell& cell : row.cells)
        if (!cell.second.empty()) return ui.fonts().text.line + ui.fonts().small.line + ui.px(20);
    return ui.px(44);
}

RowTouch table_row(Ui& ui, const Rect& rect, const std::vector<Column>& columns, const TableRow& row) {
    const Theme& t = ui.theme();
    const Touch touch = ui.touch(rect, {.label = row.label, .role = Role::row, .current = row.selected});
    if (row.selected) {
        paint::fill(ui, rect, t.selected);
        paint::fill(ui, {rect.x, rect.y, ui.px(3), rect.h}, t.accent);
    } else if (touch.hovered) {
        paint::fill(ui, rect, t.hover);
    }
    const float bar = ImGui::GetScrollMaxY() > 0 ? 0 : ui.px(kBar);
    const auto places = column_places(ui, {rect.x, rect.y, rect.w - bar, rect.h}, columns);
    bool fits = true;
    std::string value;
    for (std::size_t i = 0; i < columns.size() && i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        Rect place = places[i];
        if (i + 1 < row.cells.size() && !places[i].empty() && !places[i + 1].empty() && row.cells[i + 1].text.empty())
            place.w = places[i + 1].right() - place.x;
        for (const std::string* part : {&cell.text, &cell.second}) {
            // The label says the first cell already.
            if (part->empty() || *part == row.label) continue;
            value += (value.empty() ? "" : ", ") + *part;
        }
        if (place.empty()) continue;
        if (cell.second.empty()) {
            fits = line(ui, place, cell, columns[i].align) && fits;
        } else {
            const float first = ui.fonts().text.line, second = ui.fonts().small.line;
            const float top = std::round(rect.middle() - (first + second) / 2);
            fits = line(ui, {place.x, top, place.w, first}, cell, columns[i].align) && fits;
            fits = paint::text(ui, {place.x, top + first, place.w, second}, ui.fonts().small, t.dim, cell.second,
                               columns[i].align) &&
                   fits;
        }
    }
    paint::rule_below(ui, rect, t.line);
    if (touch.ring) paint::focus_ring(ui, rect, ui.px(measure::kControlCorner));
    Control& control = ui.control(touch);
    control.value = value + (row.selected ? value.empty() ? "selected" : ", selected" : "");
    control.fits = fits;
    return {touch.clicked, touch.focused, touch.moved, touch.hovered};
}

}  // namespace shift311::desk
