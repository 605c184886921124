#include "sim/desk/office/roster_page.hpp"

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{
        {.title = "Trainee", .least = 190, .share = 2},
        {.title = "Standing", .wide = 168},
        {.title = "Last practiced", .wide = 124, .rank = 1},
        {.title = "Weakest", .wide = 164, .rank = 3},
        {.title = "Critical, 14 days", .wide = 118, .rank = 2},
        {.title = "Needs attention because", .least = 230, .share = 3, .rank = 1}};
    return kColumns;
}

std::string days_words(int days) {
    if (days < 0) return "never";
    if (days == 0) return "today";
    if (days == 1) return "yesterday";
    return std::to_string(days) + " days ago";
}

}  // namespace

RosterPage::RosterPage(Access& access) : access_(access) {
    reload();
}

void RosterPage::reload() {
    lines_ = access_.ask<std::vector<RosterLine>>([&] { return access_.host().roster(); });
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const RosterLine& a, const RosterLine& b) { return a.attention > b.attention; });
    fresh_ = true;
}

std::vector<KeyHint> RosterPage::keys() const {
    return {{"\u2191 \u2193", "trainee"}, {"Enter", "open"}, {"/", "find"}, {"Tab", "next"}, {"F11", "dark, light"}};
}

std::string RosterPage::first_shown(bool last) const {
    const auto place = [&](bool again) {
        return std::find_if(lines_.begin(), lines_.end(),
                            [&](const RosterLine& l) { return filter_.shows(l) && (!again || l.name == last_); });
    };
    auto found = last ? place(true) : lines_.end();
    if (found == lines_.end()) found = place(false);
    return found == lines_.end() ? filter_.label() : found->name;
}

void RosterPage::table(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = rect.inset(1, 1);
    table_head(ui, body.cut_top(ui.px(36)), columns());
    if (lines_.empty()) {
        paragraph(
            ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
            "Nobody is in training here yet. An administrator adds people; then they stand here with how they do.");
        return;
    }
    Scroll scroll(ui, "roster", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("roster");
    for (const RosterLine& line : lines_) {
        if (!filter_.shows(line)) continue;
        const bool quiet = line.contacts == 0;
        std::vector<Cell> cells(6);
        cells[0] = {.text = line.name};
        cells[1] = line.program.empty() ? Cell{.text = "In no program", .tone = Tone::dim}
                                        : Cell{.text = std::string(standing::label(line.state)),
                                               .tone = tone_of(line.state),
                                               .icon = icon_of(line.state),
                                               .badge = true};
        cells[2] = {.text = days_words(line.days),
                    .tone = line.days < 0 || line.days > 7 ? Tone::careful : Tone::plain};
        cells[3] = line.weakest.empty()
                       ? Cell{.text = quiet ? "no contacts yet" : "\u2013", .tone = Tone::dim}
                       : Cell{.text = line.weakest + ", " + std::to_string(line.weakest_percent) + " %",
                              .tone = line.weakest_percent < 70 ? Tone::careful : Tone::plain};
        cells[4] = line.critical == 0
                       ? Cell{.text = "none", .tone = Tone::dim}
                       : Cell{.text = std::to_string(line.critical), .tone = Tone::bad, .icon = Icon::warning};
        cells[5] = {.text = line.why, .tone = line.attention > 0 ? Tone::plain : Tone::dim};
        const TableRow shown_row{.label = line.name, .cells = std::move(cells), .selected = line.name == last_};
        const Rect place{c.x, y, c.w, ui.px(44)};
        y += place.h;
        const RowTouch touch = table_row(ui, place, columns(), shown_row);
        if (touch.focused) last_ = line.name;
        if (touch.clicked) {
            last_ = line.name;
            access_.wish = {.kind = Wish::Kind::trainee, .what = line.name};
        }
    }
    ui.end_group();
    if (y == c.y) {
        y += ui.px(16) + paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                                   "Nobody here fits. Choose Everybody, or clear what is to be found.");
    }
    scroll.used(y - c.y);
}

void RosterPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        if (!ui.anything_focused()) ui.focus(first_shown(true));
    }
    // Where the letters are large the list keeps some height, and the page scrolls.
    Scroll scroll(ui, "roster page", window);
    Rect all = page_middle(ui, scroll.at_least(ui.px(460)), 1560);
    all.cut_top(ui.px(4));
    all.cut_top(filter_.frame(ui, all, lines_) + ui.px(12));
    if (filter_.submitted()) ui.focus(first_shown(false));
    table(ui, all);
}

}  // namespace shift311::desk
