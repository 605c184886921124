#include "sim/desk/debrief/summary_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/call/channel_icon.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/progress.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/debrief/story.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace shift311::desk {

namespace {

struct Total {
    scoring::Points points = 0, possible = 0;
    int passed = 0;
};

Total total_of(const std::vector<Debrief>& debriefs) {
    Total total;
    for (const Debrief& d : debriefs) {
        total.points += d.card.points;
        total.possible += d.card.possible;
        total.passed += d.card.passed ? 1 : 0;
    }
    return total;
}

}  // namespace

SummaryScreen::SummaryScreen(std::vector<Debrief> debriefs, shift::Screen last, std::string yardstick)
    : debriefs_(std::move(debriefs)), last_(std::move(last)), yardstick_(std::move(yardstick)) {}

float SummaryScreen::figures_height(float wide, const Ui& ui) const {
    return ui.px(126) + (yardstick_.empty() ? 0 : ui.px(8) + paragraph_height(ui.fonts().small, wide, yardstick_));
}

void SummaryScreen::figures(Ui& ui, Rect rect) const {
    const Total total = total_of(debriefs_);
    const int rate = last_.answered == 0 ? 0 : (last_.answered_in_time * 100 + last_.answered / 2) / last_.answered;
    struct Figure {
        std::string name, value, note;
        Tone tone;
    };
    const std::string within = "answered in " + std::to_string(last_.service_level_within / 1000) + " s, goal " +
                               std::to_string(last_.service_level_percent) + " %";
    const bool met = rate >= last_.service_level_percent;
    const Figure all[] = {
        {"Score", debriefs_.empty() ? "\u2013" : std::to_string(scoring::percent(total.points, total.possible)),
         points_text(total.points) + " of " + points_text(total.possible) + " points", Tone::plain},
        {"Contacts passed", std::to_string(total.passed) + "/" + std::to_string(debriefs_.size()),
         last_.abandoned == 0 ? "nobody gave up waiting" : std::to_string(last_.abandoned) + " gave up waiting",
         last_.abandoned == 0 ? Tone::plain : Tone::careful},
        {"Service level", last_.answered == 0 ? "\u2013" : std::to_string(rate) + " %", within,
         last_.answered == 0 || met ? Tone::plain : Tone::careful},
    };
    if (!yardstick_.empty()) {
        // Beside the figures and in none of their boxes: it is no result.
        const Rect line = rect.cut_bottom(paragraph_height(ui.fonts().small, rect.w - ui.px(32), yardstick_));
        rect.cut_bottom(ui.px(8));
        paragraph(ui, line.x + ui.px(16), line.y, line.w - ui.px(32), ui.fonts().small, Tone::dim, yardstick_);
    }
    const float gap = ui.px(8), wide = std::floor((rect.w - 2 * gap) / 3);
    for (const Figure& figure : all) {
        const Rect box = rect.cut_left(wide);
        rect.cut_left(gap);
        card(ui, box);
        const Rect inside = box.inset(ui.px(16), ui.px(12));
        paint::text(ui, {inside.x, inside.y, inside.w, ui.fonts().small.line}, ui.fonts().small, ui.theme().dim,
                    figure.name);
        const Font& huge = ui.fonts().huge;
        label(ui, {inside.x, inside.y + ui.px(18), inside.w, huge.line}, huge, figure.tone, figure.value,
              paint::Align::left, figure.name);
        label(ui, {inside.x, inside.y + ui.px(20) + huge.line, inside.w, ui.fonts().small.line}, ui.fonts().small,
              Tone::dim, figure.note);
    }
}

void SummaryScreen::practice(Ui& ui, const Rect& rect) const {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "What to practice next").inset(1, 0);
    Scroll scroll(ui, "practice", body);
    const Rect c = scroll.content().inset(ui.px(16), 0);
    float y = scroll.content().y + ui.px(14);
    const Font& text = ui.fonts().text;
    // The contact that cost most says what comes first.
    const Debrief* worst = nullptr;
    for (const Debrief& d : debriefs_) {
        if (d.card.next.empty()) continue;
        if (worst == nullptr || d.card.critical.size() > worst->card.critical.size() ||
            (d.card.critical.size() == worst->card.critical.size() &&
             d.card.possible - d.card.points > worst->card.possible - worst->card.points))
            worst = &d;
    }
    y +=
        paragraph(ui, c.x, y, c.w, text, Tone::plain,
                  worst == nullptr ? "Nothing stands out. Take the next level, or a longer shift." : worst->card.next) +
        ui.px(20);
    std::map<std::string, scoring::Scorecard::Sum> sums;
    for (const Debrief& d : debriefs_) {
        for (const auto& [word, sum] : d.card.competencies) {
            sums[word].points += sum.points;
            sums[word].possible += sum.possible;
        }
    }
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const auto found = sums.find(std::string(scoring::word(competency)));
        if (found == sums.end() || found->second.possible == 0) continue;
        const int part = static_cast<int>(found->second.points * 1000 / found->second.possible);
        const std::string value = std::to_string(scoring::percent(found->second.points, found->second.possible)) + " %";
        const std::string name{scoring::label(competency)};
        Rect line{c.x, y, c.w, ui.px(30)};
        paint::text(ui, line.cut_left(std::min(ui.px(112), c.w * 0.4F)), text, ui.theme().dim, name);
        paint::text(ui, line.cut_right(ui.px(60)), ui.fonts().mono, ui.theme().text, value, paint::Align::right);
        line.cut_right(ui.px(12));
        progress(ui, line,
                 {.label = name,
                  .part = part,
                  .tone = part >= 800   ? Tone::accent
                          : part >= 500 ? Tone::careful
                                        : Tone::bad,
                  .value = value});
        y += ui.px(30);
    }
    scroll.used(y + ui.px(12) - scroll.content().y);
}

std::optional<std::size_t> SummaryScreen::contacts(Ui& ui, const Rect& rect) const {
    std::optional<std::size_t> opened;
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Contacts", std::to_string(debriefs_.size())).inset(1, 0);
    if (debriefs_.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "The shift ended before a contact was finished.");
        return opened;
    }
    Scroll scroll(ui, "summary", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("summary");
    for (std::size_t i = 0; i < debriefs_.size(); ++i) {
        const Debrief& d = debriefs_[i];
        const std::string second = !d.card.critical.empty() ? d.card.critical.front()
                                   : d.card.passed          ? d.card.strength
                                                            : d.card.next;
        const std::string score = std::to_string(scoring::percent(d.card.points, d.card.possible));
        const std::string name = std::to_string(i + 1) + ": " + d.card.title;
        const Row line{.title = d.card.title,
                       .second = second,
                       .right = score,
                       .right_tone = d.card.passed ? Tone::good : Tone::bad,
                       .icon = d.card.passed ? Icon::check : Icon::cross,
                       .icon_tone = d.card.passed ? Tone::good : Tone::bad,
                       .label = name,
                       .wrap_second = true};
        const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
        y += place.h;
        if (row(ui, place, line).clicked) opened = i;
    }
    ui.end_group();
    scroll.used(y - c.y);
    return opened;
}

SummaryScreen::Deed SummaryScreen::frame(Ui& ui) {
    Deed deed;
    if (fresh_) {
        fresh_ = false;
        ui.focus(debriefs_.empty() ? "Back to the start" : "1: " + debriefs_.front().card.title);
    }
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    const Button back{.label = "Back to the start", .kind = ButtonKind::primary, .chord = ctrl(Key::enter)};
    if (button(ui, bar.cut_right(button_width(ui, back)).inset(0, ui.px(6)), back)) deed.leave = true;
    bar.cut_right(ui.px(12));
    label(ui, bar, ui.fonts().text, Tone::plain, "End of shift: " + last_.title);
    if (window.h > ui.px(400))
        bottom_bar(ui, window,
                   {{"\u2191 \u2193", "contact"}, {"Enter", "open its debrief"}, {"Ctrl Enter", "back to the start"}});
    const float gap = ui.px(8);
    Rect all = window.inset(gap);
    const bool three = all.w >= ui.px(760);
    if (three) {
        const float wide = std::min(all.w, ui.px(1400));
        all = {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
        figures(ui, all.cut_top(figures_height(all.w - ui.px(32), ui)));
        all.cut_top(gap);
        const Rect left = all.cut_left(std::round(all.w * 0.6F));
        all.cut_left(gap);
        deed.open = contacts(ui, left);
        practice(ui, all);
        return deed;
    }
    Scroll scroll(ui, "end", window);
    const Rect c = scroll.content().inset(gap, 0);
    float y = scroll.content().y + gap;
    const float high = figures_height(c.w - ui.px(32), ui);
    figures(ui, {c.x, y, c.w, high});
    y += high + gap;
    deed.open = contacts(ui, {c.x, y, c.w, ui.px(300)});
    y += ui.px(300) + gap;
    practice(ui, {c.x, y, c.w, ui.px(340)});
    y += ui.px(340) + gap;
    scroll.used(y - scroll.content().y);
    return deed;
}

}  // namespace shift311::desk
