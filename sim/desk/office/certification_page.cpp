#include "sim/desk/office/certification_page.hpp"

#include "sim/desk/controls/button.hpp"
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
        if (filter_.shows(lines_[i])) out.push_back(i);
    return out;
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
        if (!ui.anything_focused()) ui.focus(chosen_.empty() ? filter_.label() : chosen_);
    }
    // Where the letters are large the list keeps some height, and the page scrolls.
    Scroll scroll(ui, "certification page", window);
    Rect all = page_middle(ui, scroll.at_least(ui.px(520)), 1300);
    all.cut_top(ui.px(4));
    all.cut_top(filter_.frame(ui, all, lines_) + ui.px(12));
    if (const auto list = shown(); filter_.submitted() && !list.empty()) {
        chosen_ = lines_[list.front()].name;
        ui.focus(chosen_);
    }
    table(ui, all);
}

}  // namespace shift311::desk
