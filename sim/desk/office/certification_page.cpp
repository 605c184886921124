#include "sim/desk/office/certification_page.hpp"

#include "sim/desk/controls/button.hpp"
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

constexpr const char* kFind = "Find a name";

struct Group {
    const char* title;
    bool (*holds)(const RosterLine&);
};
constexpr std::array kGroups{
    Group{"Everybody", [](const RosterLine&) { return true; }},
    Group{"Certified", [](const RosterLine& l) { return l.state == State::certified; }},
    Group{"Not yet competent", [](const RosterLine& l) { return l.state == State::not_yet_competent; }},
    Group{"Expired", [](const RosterLine& l) { return l.state == State::expired; }},
    Group{"In training",
          [](const RosterLine& l) {
              return l.state == State::in_training || l.state == State::ready_for_exam ||
                     l.state == State::exam_under_way;
          }},
};

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{{.title = "Name", .least = 190},
                                              {.title = "Program", .least = 200, .rank = 1},
                                              {.title = "Standing", .wide = 172},
                                              {.title = "Since", .wide = 112, .rank = 2},
                                              {.title = "Certified until", .wide = 124, .rank = 2}};
    return kColumns;
}

}  // namespace

CertificationPage::CertificationPage(Access& access) : access_(access) {
    reload();
}

void CertificationPage::reload() {
    lines_ = access_.ask<std::vector<RosterLine>>([&] { return access_.host().roster(); });
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const RosterLine& a, const RosterLine& b) { return a.name < b.name; });
    fresh_ = true;
}

std::vector<KeyHint> CertificationPage::keys() const {
    return {{"\u2191 \u2193", "person"},
            {"Enter", "open the file"},
            {"H", "HTML report"},
            {"P", "PDF report"},
            {"/", "find"},
            {"F11", "dark, light"}};
}

std::vector<std::size_t> CertificationPage::shown() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (kGroups[which_].holds(lines_[i]) && (find_.empty() || fuzzy(find_, lines_[i].name))) out.push_back(i);
    return out;
}

float CertificationPage::filter_row(Ui& ui, const Rect& rect) {
    Choice groups{.label = "Show", .options = {}, .chosen = which_};
    for (const Group& group : kGroups)
        groups.options.push_back(std::string(group.title) + " " +
                                 std::to_string(std::count_if(lines_.begin(), lines_.end(), group.holds)));
    Rect line = rect;
    const float find_wide = std::min(ui.px(260), rect.w);
    const bool beside = rect.w - find_wide - ui.px(16) >= ui.px(480);
    const Rect find{rect.x, rect.y, beside ? find_wide : rect.w, ui.px(measure::kField)};
    if (beside) {
        line.cut_left(find_wide + ui.px(16));
    } else {
        line.cut_top(find.h + ui.px(8));
    }
    if (ui.pressed(chord(Key::slash))) ui.focus(kFind);
    const FieldTouch touch =
        text_field(ui, find, {.label = kFind, .value = find_, .hint = kFind, .icon = Icon::search, .most = 60});
    if (touch.edit) find_ = touch.edit->value;
    const float high = choice_height(ui, line.w, groups);
    if (const auto chosen = choice(ui, {line.x, line.y, line.w, high}, groups)) which_ = *chosen;
    return std::max(find.bottom(), line.y + high) - rect.y;
}

void CertificationPage::write(ReportFormat format) {
    std::string path;
    if (access_.act([&] { path = access_.host().write_report(chosen_, format); }, ""))
        access_.tell(Tone::good, "The report of " + chosen_ + " was written to " + path + ".");
}

void CertificationPage::acts(Ui& ui, Rect rect) {
    const bool any = !chosen_.empty();
    const Button open{.label = "Open the file", .icon = Icon::person, .enabled = any};
    const Button html{.label = "HTML report", .chord = chord(Key::h), .enabled = any};
    const Button pdf{.label = "PDF report", .chord = chord(Key::p), .enabled = any};
    const auto place = [&](const Button& spec) {
        const Rect r = rect.cut_right(std::min(rect.w, button_width(ui, spec)));
        rect.cut_right(ui.px(8));
        return r;
    };
    if (button(ui, place(pdf), pdf)) write(ReportFormat::pdf);
    if (button(ui, place(html), html)) write(ReportFormat::html);
    if (button(ui, place(open), open)) access_.wish = {.kind = Wish::Kind::trainee, .what = chosen_};
    label(ui, rect, ui.fonts().text, any ? Tone::plain : Tone::dim, any ? chosen_ : "Choose a person",
          paint::Align::left, "Chosen");
}

void CertificationPage::table(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = rect.inset(1, 1);
    Rect foot = body.cut_bottom(ui.px(measure::kButton + 24));
    paint::rule_above(ui, foot, ui.theme().line);
    const std::vector<std::size_t> list = shown();
    if (std::none_of(list.begin(), list.end(), [&](std::size_t i) { return lines_[i].name == chosen_; }))
        chosen_ = list.empty() ? std::string() : lines_[list.front()].name;
    table_head(ui, body.cut_top(ui.px(36)), columns());
    {
        Scroll scroll(ui, "certification", body);
        const Rect c = scroll.content();
        float y = c.y;
        if (list.empty())
            y += ui.px(16) + paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                                       lines_.empty()
                                           ? "Nobody is in the records yet."
                                           : "Nobody here fits. Choose Everybody, or clear what is to be found.");
        ui.begin_group("certification");
        for (const std::size_t i : list) {
            const RosterLine& line = lines_[i];
            const TableRow row{.label = line.name,
                               .cells = {{.text = line.name},
                                         {.text = line.program.empty() ? "\u2013" : line.program, .tone = Tone::dim},
                                         line.program.empty() ? Cell{.text = "In no program", .tone = Tone::dim}
                                                              : Cell{.text = std::string(standing::label(line.state)),
                                                                     .tone = tone_of(line.state),
                                                                     .icon = icon_of(line.state),
                                                                     .badge = true},
                                         {.text = line.since.empty() ? "\u2013" : line.since,
                                          .tone = line.since.empty() ? Tone::dim : Tone::plain},
                                         {.text = line.until.empty() ? "\u2013" : line.until,
                                          .tone = line.until.empty() ? Tone::dim : Tone::plain}},
                               .selected = line.name == chosen_};
            const Rect place{c.x, y, c.w, ui.px(44)};
            y += place.h;
            const RowTouch touch = table_row(ui, place, columns(), row);
            if (touch.clicked && chosen_ == line.name) access_.wish = {.kind = Wish::Kind::trainee, .what = line.name};
            if (touch.clicked || touch.moved) chosen_ = line.name;
        }
        ui.end_group();
        scroll.used(y - c.y);
    }
    acts(ui, foot.inset(ui.px(16), ui.px(12)));
}

void CertificationPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        const auto list = shown();
        if (chosen_.empty() && !list.empty()) chosen_ = lines_[list.front()].name;
        if (!ui.anything_focused()) ui.focus(chosen_.empty() ? kFind : chosen_);
    }
    const float gap = ui.px(8);
    // Where the letters are large the list keeps some height, and the page scrolls.
    Scroll scroll(ui, "certification page", window);
    Rect all = scroll.at_least(ui.px(520)).inset(gap);
    const float wide = std::min(all.w, ui.px(1300));
    all = {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
    all.cut_top(ui.px(4));
    all.cut_top(filter_row(ui, all) + ui.px(12));
    table(ui, all);
}

}  // namespace shift311::desk
