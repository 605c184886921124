#include "sim/desk/office/roster_page.hpp"

#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/fuzzy.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shift311::desk {

using standing::State;

namespace {

constexpr const char* kFind = "Find a trainee";

/// What the chips over the list choose.
struct Group {
    const char* title;
    bool (*holds)(const RosterLine&);
};
constexpr std::array kGroups{
    Group{"Everybody", [](const RosterLine&) { return true; }},
    Group{"Need attention", [](const RosterLine& l) { return l.attention > 0; }},
    Group{"In training", [](const RosterLine& l) { return l.state == State::in_training; }},
    Group{"Ready", [](const RosterLine& l) { return l.state == State::ready_for_exam; }},
    Group{"Exam", [](const RosterLine& l) { return l.state == State::exam_under_way; }},
    Group{"Not yet", [](const RosterLine& l) { return l.state == State::not_yet_competent; }},
    Group{"Certified", [](const RosterLine& l) { return l.state == State::certified; }},
};

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{{.title = "Trainee", .least = 190},
                                              {.title = "Standing", .wide = 168},
                                              {.title = "Last practiced", .wide = 124, .rank = 1},
                                              {.title = "Weakest", .wide = 164, .rank = 3},
                                              {.title = "Critical, 14 days", .wide = 118, .rank = 2},
                                              {.title = "Needs attention because", .least = 230, .rank = 1}};
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

bool RosterPage::shown(const RosterLine& line) const {
    return kGroups[which_].holds(line) && (find_.empty() || fuzzy(find_, line.name));
}

float RosterPage::filter_row(Ui& ui, const Rect& rect) {
    Choice groups{.label = "Show", .options = {}, .chosen = which_};
    for (const Group& group : kGroups)
        groups.options.push_back(std::string(group.title) + " " +
                                 std::to_string(std::count_if(lines_.begin(), lines_.end(), group.holds)));
    Rect line = rect;
    const float find_wide = std::min(ui.px(260), rect.w);
    const bool beside = rect.w - find_wide - ui.px(16) >= ui.px(520);
    const Rect find = beside ? Rect{rect.x, rect.y, find_wide, ui.px(measure::kField)}
                             : Rect{rect.x, rect.y, rect.w, ui.px(measure::kField)};
    if (beside) {
        line.cut_left(find_wide + ui.px(16));
    } else {
        line.cut_top(find.h + ui.px(8));
    }
    if (!ui.typing() && ui.pressed(chord(Key::slash))) ui.focus(kFind);
    const FieldTouch touch =
        text_field(ui, find, {.label = kFind, .value = find_, .hint = kFind, .icon = Icon::search, .most = 60});
    if (touch.edit) find_ = touch.edit->value;
    const float high = choice_height(ui, line.w, groups);
    if (const auto chosen = choice(ui, {line.x, line.y, line.w, high}, groups)) which_ = *chosen;
    return std::max(find.bottom(), line.y + high) - rect.y;
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
        if (!shown(line)) continue;
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
        if (touch.moved) last_ = line.name;
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
        const auto first = std::find_if(lines_.begin(), lines_.end(), [&](const RosterLine& l) {
            return shown(l) && (last_.empty() || l.name == last_);
        });
        if (!ui.anything_focused()) ui.focus(first == lines_.end() ? kFind : first->name);
    }
    const float gap = ui.px(8);
    // Where the letters are large the list keeps some height, and the page scrolls.
    Scroll scroll(ui, "roster page", window);
    Rect all = scroll.at_least(ui.px(460)).inset(gap);
    const float wide = std::min(all.w, ui.px(1560));
    all = {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
    all.cut_top(ui.px(4));
    all.cut_top(filter_row(ui, all) + ui.px(12));
    table(ui, all);
}

}  // namespace shift311::desk
