#include "sim/desk/office/progress_page.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr const char* kStart = "Start it";
constexpr const char* kChoose = "Choose a shift";

float drill_height(const Ui& ui) {
    return ui.fonts().text.line + ui.fonts().small.line + ui.px(20);
}

}  // namespace

ProgressPage::ProgressPage(Access& access, bool alone) : access_(access), alone_(alone) {
    reload();
}

void ProgressPage::reload() {
    file_ = access_.ask<File>([&] { return access_.host().file(access_.me().name); });
}

std::vector<KeyHint> ProgressPage::keys() const {
    return {{"Ctrl Enter", file_.next.empty() ? "choose a shift" : "start what is suggested"},
            {"\u2191 \u2193", "choose"},
            {"Enter", "start it"},
            {"Tab", "next"},
            alone_ ? KeyHint{"Esc", "back"} : KeyHint{"F11", "dark, light"}};
}

void ProgressPage::standing(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, alone_ ? "Certification" : "Where you stand").inset(1, 0);
    Scroll scroll(ui, "standing", body);
    scroll.by_keys("Where you stand, to the end");
    const Rect c = scroll.content();
    if (alone_) {
        const float high = paragraph(ui, c.x + ui.px(16), c.y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                                     "This desk has no accounts, so everything here is practice. Certification needs "
                                     "somebody to sign it: set up "
                                     "accounts on the start screen when your center wants to certify.");
        scroll.used(high + ui.px(32));
        return;
    }
    scroll.used(standing_view(ui, c, file_, true));
}

void ProgressPage::competencies(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "How it goes").inset(1, 0);
    const bool any = std::any_of(file_.competencies.begin(), file_.competencies.end(),
                                 [](const Trend& t) { return !t.percents.empty(); });
    if (!any) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "Nothing to show yet. After your first contacts, each competency has its line here.");
        return;
    }
    Scroll scroll(ui, "competencies", body);
    scroll.by_keys("How it goes, to the end");
    Rect c = scroll.content();
    float y = c.y;
    const char* about = "Dots are contacts, the oldest at the left; the line is the mean of the last five.";
    y += ui.px(12) + paragraph(ui, c.x + ui.px(16), y + ui.px(12), c.w - ui.px(32), ui.fonts().small, Tone::dim, about);
    y += competencies_view(ui, {c.x, y, c.w, c.h - (y - c.y)}, file_.competencies);
    scroll.used(y - c.y);
}

float ProgressPage::first_need(Ui& ui, const Rect& c) {
    const PracticeNext& first = file_.next.front();
    float y = c.y + ui.px(14);
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    y += paragraph(ui, x, y, wide, ui.fonts().strong, Tone::plain, first.title) + ui.px(4);
    y += paragraph(ui, x, y, wide, ui.fonts().text, Tone::dim, first.why) + ui.px(14);
    const Button start{
        .label = kStart, .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = !first.shift.empty()};
    if (button(ui, {x, y, std::min(wide, button_width(ui, start) + ui.px(24)), ui.px(44)}, start))
        access_.wish = {.kind = Wish::Kind::play, .what = first.shift};
    return y + ui.px(44 + 16) - c.y;
}

void ProgressPage::next(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, file_.sittings.empty() ? "Practice next" : "Your exam is open").inset(1, 0);
    Scroll scroll(ui, "next", body);
    const Rect c = scroll.content();
    float y = c.y;
    if (!file_.sittings.empty()) {
        const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
        y += ui.px(14) +
             paragraph(ui, x, y + ui.px(14), wide, ui.fonts().text, Tone::plain,
                       "Each part is taken in one go: no help, no pausing. Begin when you are rested and will "
                       "not be disturbed.") +
             ui.px(10);
        ui.begin_group("sittings");
        for (const Sitting& sitting : file_.sittings) {
            const Row line{.title = sitting.title,
                           .second = sitting.about,
                           .icon = Icon::flag,
                           .icon_tone = Tone::accent,
                           .label = sitting.title};
            const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
            y += place.h;
            if (row(ui, place, line).clicked && !sitting.shift.empty())
                access_.wish = {.kind = Wish::Kind::play, .what = sitting.shift};
        }
        ui.end_group();
        desk::heading(ui, {x, y + ui.px(6), wide, ui.px(28)}, "Practice next");
        y += ui.px(36);
    }
    if (file_.next.empty()) {
        y += ui.px(16) +
             paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                       "Take any shift: what to practice next is told from what you have played.") +
             ui.px(14);
        const Button choose{.label = kChoose, .kind = ButtonKind::primary, .chord = ctrl(Key::enter)};
        if (button(ui, {c.x + ui.px(16), y, std::min(c.w - ui.px(32), button_width(ui, choose) + ui.px(24)), ui.px(44)},
                   choose))
            access_.wish = {.kind = Wish::Kind::practice};
        scroll.used(y + ui.px(44 + 16) - c.y);
        return;
    }
    y += first_need(ui, {c.x, y, c.w, c.h});
    if (file_.next.size() > 1) {
        paint::fill(ui, {c.x, y, c.w, 1}, ui.theme().line);
        desk::heading(ui, {c.x + ui.px(16), y + ui.px(6), c.w - ui.px(32), ui.px(28)}, "After that");
        y += ui.px(38);
        ui.begin_group("needs");
        for (std::size_t i = 1; i < file_.next.size() && i < 9; ++i) {
            const PracticeNext& need = file_.next[i];
            const std::string name = "need " + std::to_string(i);  // a row only looks at its texts
            const Row line{.title = need.title,
                           .second = need.why,
                           .icon = Icon::clock,
                           .icon_tone = need.due ? Tone::accent : Tone::faint,
                           .name = name};
            const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
            y += place.h;
            if (row(ui, place, line).clicked && !need.shift.empty())
                access_.wish = {.kind = Wish::Kind::play, .what = need.shift};
        }
        ui.end_group();
    }
    scroll.used(y - c.y);
}

void ProgressPage::drills(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Drills").inset(1, 0);
    if (file_.drills.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(14), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "No drill has been taken yet. They stand on the practice screen.");
        return;
    }
    Scroll scroll(ui, "drills", body);
    scroll.by_keys("Drills, to the end");
    const Rect c = scroll.content();
    float y = c.y;
    for (const DrillLine& drill : file_.drills) {
        const Font &font = ui.fonts().text, &small = ui.fonts().small;
        const Rect line{c.x + ui.px(16), y, c.w - ui.px(32), drill_height(ui)};
        y += line.h;
        draw_icon(ui, drill.met ? Icon::check : Icon::dot, {line.x, line.y + ui.px(10), ui.px(18), font.line},
                  ui.px(drill.met ? 14 : 10), ink(ui.theme(), drill.met ? Tone::good : Tone::faint));
        label(ui, {line.x + ui.px(28), line.y + ui.px(10), line.w - ui.px(28), font.line}, font, Tone::plain,
              drill.title);
        label(ui, {line.x + ui.px(28), line.y + ui.px(10) + font.line, line.w - ui.px(28), small.line}, small,
              Tone::dim, drill.last.empty() ? "not taken yet" : drill.last);
        paint::fill(ui, {c.x, line.bottom() - 1, c.w, 1}, ui.theme().line);
    }
    scroll.used(y - c.y);
}

void ProgressPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        if (!ui.anything_focused())
            ui.focus(!file_.sittings.empty() ? file_.sittings.front().title : file_.next.empty() ? kChoose : kStart);
    }
    const float gap = ui.px(kPaneGap);
    if (window.w >= ui.px(980)) {
        Rect all = page_middle(ui, window, 1560);
        const Rect left = all.cut_left(std::clamp(std::round(all.w * 0.29F), ui.px(300), ui.px(440)));
        all.cut_left(gap);
        Rect right = all.cut_right(std::clamp(std::round(all.w * 0.42F), ui.px(290), ui.px(460)));
        all.cut_right(gap);
        standing(ui, left);
        competencies(ui, all);
        const float wanted = ui.px(40 + 8) + drill_height(ui) * static_cast<float>(file_.drills.size());
        const Rect below = right.cut_bottom(std::clamp(wanted, ui.px(150), right.h * 0.45F));
        right.cut_bottom(gap);
        next(ui, right);
        drills(ui, below);
        return;
    }
    Stack stack(ui, "progress", window);
    next(ui, stack.next(360));
    standing(ui, stack.next(420));
    competencies(ui, stack.next(420));
    drills(ui, stack.next(240));
}

}  // namespace shift311::desk
