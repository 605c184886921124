// The left side of the debrief: score, what went well, what to practice, and where points were lost.
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/progress.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/debrief/debrief_screen.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

Icon finding_icon(const scoring::Finding& finding) {
    return finding.critical ? Icon::cross : Icon::warning;
}

std::string title_of(const scoring::Finding& finding) {
    return finding.title.empty() ? finding.why : finding.title;
}

}  // namespace

/// Score, words and bars; returns the height used.
float DebriefScreen::summary(Ui& ui, const Rect& c) {
    const scoring::Scorecard& card = now().card;
    const Theme& t = ui.theme();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    float y = c.y + ui.px(16);
    const std::string percent = std::to_string(scoring::percent(card.points, card.possible));
    const Font& huge = ui.fonts().huge;
    const float number = paint::width(huge, percent);
    label(ui, {x, y, number, huge.line}, huge, Tone::plain, percent, paint::Align::left, "Score");
    const float beside = x + number + ui.px(20), room = c.right() - ui.px(16) - beside;
    const Font &strong = ui.fonts().strong, &text = ui.fonts().text;
    draw_icon(ui, card.passed ? Icon::check : Icon::cross, {beside, y + ui.px(4), ui.px(18), strong.line}, ui.px(15),
              card.passed ? t.good : t.bad);
    label(ui, {beside + ui.px(24), y + ui.px(4), room - ui.px(24), strong.line}, strong,
          card.passed ? Tone::good : Tone::bad, card.passed ? "Passed" : "Not passed");
    const std::string sum = points_text(card.points) + " of " + points_text(card.possible) + " points" +
                            (card.critical.empty() ? ", no critical error" : "");
    const float sum_high = paragraph(ui, beside, y + ui.px(6) + strong.line, room, text, Tone::dim, sum);
    y += std::max(huge.line, strong.line + sum_high + ui.px(6)) + ui.px(14);
    const auto words = [&](std::string_view head, Tone tone, const std::string& sentence) {
        if (sentence.empty()) return;
        paint::fill(ui, {c.x, y, c.w, 1}, t.line);
        y += ui.px(12);
        label(ui, {x, y, wide, strong.line}, strong, tone, head);
        y += strong.line + ui.px(4);
        y += paragraph(ui, x, y, wide, text, Tone::plain, sentence) + ui.px(14);
    };
    words("What you did well", Tone::good, card.strength);
    for (const std::string& critical : card.critical) {
        const float high = paragraph_height(text, wide - ui.px(32), critical) + strong.line + ui.px(24);
        notice(ui, {x, y, wide, high}, Tone::bad);
        label(ui, {x + ui.px(16), y + ui.px(10), wide - ui.px(32), strong.line}, strong, Tone::bad, "Critical error");
        paragraph(ui, x + ui.px(16), y + ui.px(12) + strong.line, wide - ui.px(32), text, Tone::plain, critical);
        y += high + ui.px(12);
    }
    words("Practice next", Tone::accent, card.next);

    paint::fill(ui, {c.x, y, c.w, 1}, t.line);
    y += ui.px(12);
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const auto found = card.competencies.find(std::string(scoring::word(competency)));
        if (found == card.competencies.end() || found->second.possible == 0) continue;
        const auto [points, possible] = found->second;
        const int part = static_cast<int>(points * 1000 / possible);
        const std::string value = points_text(points) + "/" + points_text(possible);
        const std::string name{scoring::label(competency)};
        Rect line{x, y, wide, ui.px(28)};
        const Font& mono = ui.fonts().mono;
        paint::text(ui, line.cut_left(std::min(ui.px(112), wide * 0.34F)), text, t.dim, name);
        paint::text(ui, line.cut_right(ui.px(108)), mono, t.text, value, paint::Align::right);
        line.cut_right(ui.px(8));
        progress(ui, line,
                 {.label = name,
                  .part = part,
                  .tone = part >= 800   ? Tone::accent
                          : part >= 500 ? Tone::careful
                                        : Tone::bad,
                  .value = value});
        y += ui.px(28);
    }
    return y + ui.px(12) - c.y;
}

void DebriefScreen::score(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const scoring::Scorecard& card = now().card;
    Scroll scroll(ui, "score " + std::to_string(index_), rect.inset(1));
    const Rect c = scroll.content();
    float y = c.y;
    if (debriefs_.size() > 1) {
        // Which contact: the others are one key away.
        Rect line{c.x, y, c.w, ui.px(48)};
        paint::rule_below(ui, line, ui.theme().line);
        y += line.h;
        line = line.inset(ui.px(12), ui.px(6));
        const float side = ui.px(36);
        if (button(ui, line.cut_left(side),
                   {.label = "Contact before", .icon = Icon::chevron_left, .enabled = index_ > 0, .only_icon = true}))
            return open(index_ - 1);
        if (button(ui, line.cut_right(side),
                   {.label = "Contact after",
                    .icon = Icon::chevron_right,
                    .enabled = index_ + 1 < debriefs_.size(),
                    .only_icon = true}))
            return open(index_ + 1);
        label(ui, line.inset(ui.px(10), 0), ui.fonts().text, Tone::plain,
              std::to_string(index_ + 1) + " of " + std::to_string(debriefs_.size()) + ": " + card.title,
              paint::Align::center, "Contact");
    }
    y += summary(ui, {c.x, y, c.w, c.h});

    scoring::Points gone = 0;
    for (const std::size_t i : lost_)
        gone += card.findings[i].possible - card.findings[i].points;
    Rect head{c.x, y, c.w, ui.px(40)};
    paint::rule_above(ui, head, ui.theme().line);
    paint::rule_below(ui, head, ui.theme().line);
    y += head.h;
    head = head.inset(ui.px(16), 0);
    if (lost_.empty()) {
        heading(ui, head, "No points were lost");
    } else {
        const std::string sum = points_text(gone);
        label(ui, head.cut_right(paint::width(ui.fonts().mono_small, sum)), ui.fonts().mono_small, Tone::dim, sum,
              paint::Align::right, "Points lost");
        heading(ui, head, "Where points were lost");
    }
    ui.begin_group("findings");
    for (std::size_t place = 0; place < lost_.size(); ++place) {
        const scoring::Finding& finding = card.findings[lost_[place]];
        std::string second;
        for (const journal::Seq seq : finding.evidence) {
            const Moment* m = moment_of(story_, seq);
            if (m == nullptr) continue;
            second = "at " + time_text(m->from) + ", ";
            break;
        }
        second += std::string(scoring::label(finding.competency));
        const std::string head_line = title_of(finding);
        const std::string name = "Finding " + std::to_string(place + 1) + ": " + head_line;
        const std::string minus = points_text(finding.points - finding.possible);
        const Row line{.title = head_line,
                       .second = second,
                       .right = minus,
                       .icon = finding_icon(finding),
                       .icon_tone = finding.critical ? Tone::bad : Tone::careful,
                       .selected = place == selected_,
                       .label = name,
                       .wrap_title = true};
        const Rect where{c.x, y, c.w, row_height(ui, c.w, line)};
        y += where.h;
        const RowTouch touch = row(ui, where, line);
        if (touch.clicked || touch.moved) select(place);
        if (fresh_ && !flat_ && place == 0 && !ui.anything_focused()) ui.focus(name);
    }
    ui.end_group();
    fresh_ = false;
    scroll.used(y - c.y);
    score_high_ = y - c.y + 2;
}

}  // namespace shift311::desk
