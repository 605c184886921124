#include "sim/desk/office/results_page.hpp"

#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{{.title = "Contact", .least = 170},
                                              {.title = "Score", .wide = 58, .align = paint::Align::right},
                                              {.title = "", .wide = 136, .rank = 1}};
    return kColumns;
}

Cell answer_cell(const WorkLine& line) {
    if (!line.said) return {.text = line.answer_by.empty() ? "" : "To answer", .tone = Tone::accent, .badge = true};
    const standing::Dispute& d = *line.said;
    if (!d.disputed) return {.text = "Acknowledged", .tone = Tone::good, .badge = true};
    if (d.answer.empty()) return {.text = "Disputed", .tone = Tone::careful, .badge = true};
    return {.text = d.answer == "changed" ? "Changed" : "Upheld", .tone = Tone::dim, .badge = true};
}

std::string row_name(const WorkLine& line, std::size_t at) {
    return "Result " + std::to_string(at + 1) + ": " + line.title;
}

}  // namespace

ResultsPage::ResultsPage(Access& access) : access_(access) {
    reload();
}

void ResultsPage::reload() {
    lines_ = access_.ask<File>([&] { return access_.host().file(access_.me().name); }).results;
    selected_ = std::min(selected_, lines_.empty() ? 0 : lines_.size() - 1);
}

ResultsPage::Draft& ResultsPage::draft_of(const WorkLine& line) {
    return drafts_[{line.attempt, line.contact}];
}

bool ResultsPage::unsaved() const {
    return std::any_of(drafts_.begin(), drafts_.end(),
                       [](const auto& d) { return d.second.open && !d.second.blank(); });
}

std::vector<KeyHint> ResultsPage::keys() const {
    if (lines_.empty()) return {{"F11", "dark, light"}};
    return {{"\u2191 \u2193", "choose"},
            {"A", "acknowledge"},
            {"D", "dispute"},
            {"L", "look at it again"},
            {"F11", "dark, light"}};
}

void ResultsPage::list(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const auto open =
        std::count_if(lines_.begin(), lines_.end(), [](const WorkLine& l) { return !l.said && !l.answer_by.empty(); });
    Rect body = card_head(ui, rect, "Results", open == 0 ? "" : std::to_string(open) + " to answer").inset(1, 0);
    if (lines_.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "Nothing to answer. Results of exams and qualifications stand here once they are in: you have seen "
                  "them, or you dispute them, and somebody who signs answers you.");
        return;
    }
    table_head(ui, body.cut_top(ui.px(32)), columns());
    Scroll scroll(ui, "results", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("results");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const WorkLine& line = lines_[i];
        const std::string label = row_name(line, i);
        const TableRow shown{.label = label,
                             .cells = {{.text = line.title, .second = line.purpose + ", " + line.when},
                                       {.text = std::to_string(line.percent),
                                        .tone = line.passed ? Tone::good : Tone::careful,
                                        .mono = true},
                                       answer_cell(line)},
                             .selected = i == selected_};
        const Rect place{c.x, y, c.w, table_row_height(ui, shown)};
        y += place.h;
        const RowTouch touch = table_row(ui, place, columns(), shown);
        if (touch.clicked || touch.moved) selected_ = i;
    }
    ui.end_group();
    scroll.used(y - c.y);
}

float ResultsPage::said(Ui& ui, float x, float y, float wide, const standing::Dispute& d) const {
    const Font& font = ui.fonts().text;
    const float top = y, inner = wide - ui.px(32);
    const Tone tone = !d.disputed ? Tone::good : d.answer.empty() ? Tone::careful : Tone::accent;
    const std::string head = !d.disputed             ? "You acknowledged this result."
                             : d.answer.empty()      ? "You dispute this result. It is waiting for an answer."
                             : d.answer == "changed" ? "Your dispute was answered: the result was changed."
                                                     : "Your dispute was answered: the result stands.";
    std::string words = d.words.empty() ? "" : "You: \u201c" + d.words + "\u201d";
    if (!d.answer_words.empty())
        words += (words.empty() ? "" : "\n") + d.answered_by + ": \u201c" + d.answer_words + "\u201d";
    const float high = ui.px(24) + paragraph_height(ui.fonts().strong, inner, head) +
                       (words.empty() ? 0 : ui.px(6) + paragraph_height(font, inner, words));
    notice(ui, {x, y, wide, high}, tone);
    y += ui.px(12);
    y += paragraph(ui, x + ui.px(16), y, inner, ui.fonts().strong, tone, head);
    if (!words.empty()) paragraph(ui, x + ui.px(16), y + ui.px(6), inner, font, Tone::plain, words);
    return top + high + ui.px(16);
}

void ResultsPage::answer(const WorkLine& line, bool disputed) {
    standing::Dispute said;
    said.attempt = line.attempt;
    said.contact = line.contact;
    said.disputed = disputed;
    const Draft& draft = draft_of(line);
    if (disputed) {
        said.words = draft.words;
        if (draft.about > 0 && draft.about <= line.lost.size()) said.criterion = line.lost[draft.about - 1].criterion;
    }
    if (access_.act([&] { access_.host().answer(said); },
                    disputed ? "Your dispute is kept. You will see the answer here." : "Acknowledged.")) {
        drafts_.erase({line.attempt, line.contact});
        reload();
    }
}

void ResultsPage::dispute_form(Ui& ui, float x, float& y, float wide, const WorkLine& line) {
    const Font& small = ui.fonts().small;
    Draft& draft = draft_of(line);
    std::vector<PickerOption> abouts{{"The whole contact", "", ""}};
    for (const WorkLine::Lost& lost : line.lost)
        abouts.push_back({lost.title, lost.points, lost.criterion});
    label(ui, {x, y, wide, small.line}, small, Tone::dim, "What do you dispute?");
    y += small.line + ui.px(6);
    const Rect which{x, y, wide, ui.px(measure::kField)};
    y += which.h + ui.px(14);
    if (const auto taken = picker(
            ui, which,
            {.label = "What you dispute", .options = &abouts, .chosen = std::min(draft.about, abouts.size() - 1)},
            picker_))
        draft.about = *taken;
    label(ui, {x, y, wide, small.line}, small, Tone::dim, "Why? Say what happened, and when.");
    y += small.line + ui.px(6);
    const FieldTouch words =
        text_area(ui, {x, y, wide, ui.px(112)}, {.label = "Why you dispute it", .value = draft.words});
    if (words.edit) draft.words = words.edit->value;
    y += ui.px(112 + 14);
    Rect acts{x, y, wide, ui.px(measure::kButton)};
    const Button send{
        .label = "Send the dispute", .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = !draft.blank()};
    if (button(ui, acts.cut_left(std::min(acts.w, button_width(ui, send))), send)) return answer(line, true);
    acts.cut_left(ui.px(8));
    const Button leave{.label = "Leave it", .kind = ButtonKind::quiet, .chord = chord(Key::escape)};
    if (button(ui, acts.cut_left(std::min(acts.w, button_width(ui, leave))), leave)) draft.open = false;
    y += ui.px(measure::kButton + 16);
}

void ResultsPage::detail(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const WorkLine line = lines_[selected_];
    const Rect body = card_head(ui, rect, line.purpose + ", " + line.when).inset(1, 0);
    Scroll scroll(ui, "result " + std::to_string(selected_), body);
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font& font = ui.fonts().text;
    float y = c.y + ui.px(16);
    title(ui, {x, y, wide, ui.fonts().title.line}, line.title);
    y += ui.fonts().title.line + ui.px(4);
    draw_icon(ui, line.passed ? Icon::check : Icon::cross, {x, y, ui.px(18), font.line}, ui.px(14),
              ink(ui.theme(), line.passed ? Tone::good : Tone::bad));
    label(ui, {x + ui.px(24), y, wide - ui.px(24), font.line}, font, line.passed ? Tone::good : Tone::bad,
          (line.passed ? "Passed, " : "Not passed, ") + std::to_string(line.percent) + " % of the points" +
              (line.critical > 0 ? ", critical error" : ""),
          paint::Align::left, "Outcome");
    y += font.line + ui.px(18);
    if (line.said) y = said(ui, x, y, wide, *line.said);
    if (!line.said && line.answer_by.empty())
        y += paragraph(ui, x, y, wide, font, Tone::dim, "The time to answer this result is over.") + ui.px(16);
    const bool open = !line.said && !line.answer_by.empty() && access_.may(records::Right::answer_own);
    if (open && !draft_of(line).open) {
        y += paragraph(ui, x, y, wide, font, Tone::dim,
                       "Have you seen it, and is it right? You can answer until " + line.answer_by + ".") +
             ui.px(12);
        Rect acts{x, y, wide, ui.px(measure::kButton)};
        const Button yes{
            .label = "Acknowledge", .kind = ButtonKind::primary, .chord = chord(Key::a), .icon = Icon::check};
        const Button no{.label = "Dispute", .chord = chord(Key::d), .icon = Icon::flag};
        if (button(ui, acts.cut_left(std::min(acts.w, button_width(ui, yes))), yes)) return answer(line, false);
        acts.cut_left(ui.px(8));
        if (button(ui, acts.cut_left(std::min(acts.w, button_width(ui, no))), no)) {
            draft_of(line).open = true;
            ui.focus("Why you dispute it");
        }
        y += ui.px(measure::kButton + 20);
    }
    if (open && draft_of(line).open) dispute_form(ui, x, y, wide, line);
    const Button look{.label = "Look at it again", .chord = chord(Key::l), .icon = Icon::history};
    if (button(ui, {x, y, std::min(wide, button_width(ui, look)), ui.px(measure::kButton)}, look))
        access_.wish = {.kind = Wish::Kind::debrief, .what = line.attempt, .contact = line.contact};
    y += ui.px(measure::kButton + 20);
    if (!line.lost.empty()) {
        desk::heading(ui, {x, y, wide, ui.px(26)}, "Where points were lost");
        y += ui.px(30);
        for (const WorkLine::Lost& lost : line.lost) {
            const float right = paint::width(ui.fonts().mono, lost.points);
            const float words = wide - right - ui.px(16);
            const float high = paragraph_height(font, words, lost.title);
            paragraph(ui, x, y, words, font, Tone::plain, lost.title);
            label(ui, {x + wide - right, y, right, font.line}, ui.fonts().mono, Tone::dim, lost.points,
                  paint::Align::right, lost.title + ", points");
            y += high + ui.px(8);
        }
    }
    scroll.used(y + ui.px(8) - c.y);
}

void ResultsPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        if (!lines_.empty() && !ui.anything_focused()) ui.focus(row_name(lines_.front(), 0));
    }
    list_and_detail(
        ui, window, {.name = "my results", .list_part = 0.46F, .nothing = lines_.empty()},
        [&](const Rect& place) { list(ui, place); }, [&](const Rect& place) { detail(ui, place); });
}

}  // namespace shift311::desk
