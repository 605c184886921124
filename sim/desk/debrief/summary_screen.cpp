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

SummaryScreen::SummaryScreen(std::vector<Debrief> debriefs, shift::Screen last)
    : debriefs_(std::move(debriefs)), last_(std::move(last)) {}

std::array<SummaryScreen::Figure, 3> SummaryScreen::all_figures() const {
    const Total total = total_of(debriefs_);
    const int rate = last_.answered == 0 ? 0 : (last_.answered_in_time * 100 + last_.answered / 2) / last_.answered;
    const std::string within = "answered in " + std::to_string(last_.service_level_within / 1000) + " s, goal " +
                               std::to_string(last_.service_level_percent) + " %";
    const bool met = rate >= last_.service_level_percent;
    return {{
        {"Score", debriefs_.empty() ? "\u2013" : std::to_string(scoring::percent(total.points, total.possible)),
         points_text(total.points) + " of " + points_text(total.possible) + " points", Tone::plain},
        {"Contacts passed", std::to_string(total.passed) + "/" + std::to_string(debriefs_.size()),
         last_.abandoned == 0 ? "nobody gave up waiting" : std::to_string(last_.abandoned) + " gave up waiting",
         last_.abandoned == 0 ? Tone::plain : Tone::careful},
        {"Service level", last_.answered == 0 ? "\u2013" : std::to_string(rate) + " %", within,
         last_.answered == 0 || met ? Tone::plain : Tone::careful},
    }};
}

float SummaryScreen::figures(Ui& ui, const Rect& rect) const {
    const std::array<Figure, 3> all = all_figures();
    const Font &small = ui.fonts().small, &huge = ui.fonts().huge;
    const float gap = ui.px(8), wide = std::floor((rect.w - 2 * gap) / 3), inner = wide - 2 * ui.px(16);
    float note_high = 0;
    for (const Figure& figure : all)
        note_high = std::max(note_high, paragraph_height(small, inner, figure.note));
    const float high = std::max(ui.px(126), ui.px(12 + 20 + 16) + huge.line + note_high);
    float x = rect.x;
    for (const Figure& figure : all) {
        const Rect box{x, rect.y, wide, high};
        x += wide + gap;
        card(ui, box);
        const Rect inside = box.inset(ui.px(16), ui.px(12));
        paint::text(ui, {inside.x, inside.y, inside.w, small.line}, small, ui.theme().dim, figure.name);
        label(ui, {inside.x, inside.y + ui.px(18), inside.w, huge.line}, huge, figure.tone, figure.value,
              paint::Align::left, figure.name);
        paragraph(ui, inside.x, inside.y + ui.px(20) + huge.line, inside.w, small, Tone::dim, figure.note);
    }
    if (last_.yardstick.empty()) return high;
    // Below the figures and in none of their boxes: it is no result.
    return high + ui.px(8) +
           paragraph(ui, rect.x + ui.px(16), rect.y + high + ui.px(8), rect.w - ui.px(32), small, Tone::dim,
                     last_.yardstick);
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
        all.cut_top(figures(ui, all) + gap);
        const Rect left = all.cut_left(std::round(all.w * 0.6F));
        all.cut_left(gap);
        deed.open = contacts(ui, left);
        practice(ui, all);
        return deed;
    }
    Scroll scroll(ui, "end", window);
    const Rect c = scroll.content().inset(gap, 0);
    float y = scroll.content().y + gap;
    y += figures(ui, {c.x, y, c.w, 0}) + gap;
    deed.open = contacts(ui, {c.x, y, c.w, ui.px(300)});
    y += ui.px(300) + gap;
    practice(ui, {c.x, y, c.w, ui.px(340)});
    y += ui.px(340) + gap;
    scroll.used(y - scroll.content().y);
    return deed;
}

}  // namespace shift311::desk
