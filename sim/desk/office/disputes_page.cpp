#include "sim/desk/office/disputes_page.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{
        {.title = "Trainee", .least = 150}, {.title = "Disputes", .least = 150, .rank = 2}, {.title = "", .wide = 112}};
    return kColumns;
}

bool open(const DisputeLine& line) {
    return line.dispute.answer.empty();
}

std::string row_name(const DisputeLine& line, std::size_t at) {
    return "Dispute " + std::to_string(at + 1) + ": " + line.trainee;
}

std::string waited(int days) {
    return days == 0 ? "today" : days == 1 ? "1 day" : std::to_string(days) + " days";
}

}  // namespace

DisputesPage::DisputesPage(Access& access) : access_(access) {
    reload();
}

void DisputesPage::reload() {
    lines_ = access_.ask<std::vector<DisputeLine>>([&] { return access_.host().disputes(); });
    // What waits longest first; what was answered stays below.
    std::stable_sort(lines_.begin(), lines_.end(), [](const DisputeLine& a, const DisputeLine& b) {
        return open(a) != open(b) ? open(a) : open(a) && a.days > b.days;
    });
    selected_ = std::min(selected_, lines_.empty() ? 0 : lines_.size() - 1);
}

std::vector<KeyHint> DisputesPage::keys() const {
    return {{"\u2191 \u2193", "dispute"},
            {"W", "watch the moment"},
            {"Tab", "next"},
            {"Ctrl Enter", "answer"},
            {"F11", "dark, light"}};
}

void DisputesPage::list(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const auto waiting = std::count_if(lines_.begin(), lines_.end(), open);
    Rect body = card_head(ui, rect, "Disputes", waiting == 0 ? "" : std::to_string(waiting) + " open").inset(1, 0);
    if (lines_.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "Nobody disputes a result.");
        return;
    }
    table_head(ui, body.cut_top(ui.px(32)), columns());
    Scroll scroll(ui, "disputes", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("disputes");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const DisputeLine& line = lines_[i];
        const TableRow shown{
            .label = row_name(line, i),
            .cells = {{.text = line.trainee, .second = line.title},
                      {.text = line.finding.empty() ? "The whole contact" : line.finding, .second = line.when},
                      open(line) ? Cell{.text = waited(line.days),
                                        .tone = line.days > 7 ? Tone::bad : Tone::careful,
                                        .icon = Icon::clock,
                                        .badge = true}
                                 : Cell{.text = line.dispute.answer == "changed" ? "Changed" : "Upheld",
                                        .tone = Tone::dim,
                                        .badge = true}},
            .selected = i == selected_};
        const Rect place{c.x, y, c.w, table_row_height(ui, shown)};
        y += place.h;
        const RowTouch touch = table_row(ui, place, columns(), shown);
        if ((touch.clicked || touch.moved) && i != selected_) {
            selected_ = i;
            answer_.reset();
            words_.clear();
        }
    }
    ui.end_group();
    scroll.used(y - c.y);
}

void DisputesPage::answer_form(Ui& ui, float x, float& y, float wide, const DisputeLine& line) {
    desk::heading(ui, {x, y, wide, ui.px(26)}, "Your answer");
    y += ui.px(30);
    const Choice answers{
        .label = "Answer", .options = {"The result stands", "The result is changed"}, .chosen = answer_};
    const float high = choice_height(ui, wide, answers);
    if (const auto chosen = choice(ui, {x, y, wide, high}, answers)) answer_ = chosen;
    y += high + ui.px(8);
    if (answer_ == 1U)
        y += paragraph(ui, x, y, wide, ui.fonts().small, Tone::dim,
                       "Override the finding in the review, so that the records say what changed.") +
             ui.px(8);
    y += ui.px(4);
    const FieldTouch words =
        text_area(ui, {x, y, wide, ui.px(96)},
                  {.label = "Your words", .value = words_, .hint = "What you saw, in words for the trainee"});
    if (words.edit) words_ = words.edit->value;
    y += ui.px(96 + 12);
    const Button send{.label = "Answer and sign",
                      .kind = ButtonKind::primary,
                      .chord = ctrl(Key::enter),
                      .enabled = answer_ && unsaved()};
    if (button(ui, {x, y, std::min(wide, button_width(ui, send) + ui.px(12)), ui.px(measure::kButton)}, send)) {
        const std::string id = line.dispute.id, answer = *answer_ == 0 ? "upheld" : "changed";
        if (access_.act([&] { access_.host().answer_dispute(id, answer, words_); },
                        "Answered. " + line.trainee + " sees it with the result.")) {
            answer_.reset();
            words_.clear();
            reload();
        }
    }
    y += ui.px(measure::kButton + 16);
}

void DisputesPage::detail(Ui& ui, const Rect& rect) {
    card(ui, rect);
    if (lines_.empty()) {
        card_head(ui, rect, "One dispute");
        return;
    }
    const DisputeLine line = lines_[selected_];
    const Rect body = card_head(ui, rect, line.trainee + ", " + line.when).inset(1, 0);
    Scroll scroll(ui, "dispute " + line.dispute.id, body);
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    float y = c.y + ui.px(16);
    const auto fact = [&](const char* name, const std::string& value, const Font& with) {
        label(ui, {x, y, wide, small.line}, small, Tone::dim, name);
        y += small.line + ui.px(2);
        y += paragraph(ui, x, y, wide, with, Tone::plain, value) + ui.px(12);
    };
    fact("Contact", line.title, ui.fonts().strong);
    fact("What is disputed", line.finding.empty() ? "The whole contact" : line.finding, font);
    if (!line.machine.empty()) fact("In the records", line.machine, ui.fonts().mono);
    const std::string quote = "\u201c" + line.dispute.words + "\u201d";
    const float high = paragraph_height(font, wide - ui.px(32), quote) + ui.px(28);
    notice(ui, {x, y, wide, high}, Tone::careful);
    paragraph(ui, x + ui.px(16), y + ui.px(14), wide - ui.px(32), font, Tone::plain, quote);
    y += high + ui.px(14);
    const Button watch{.label = "Watch the moment", .chord = chord(Key::w), .icon = Icon::history};
    if (button(ui, {x, y, std::min(wide, button_width(ui, watch)), ui.px(measure::kButton)}, watch))
        access_.wish = {.kind = Wish::Kind::review,
                        .what = line.dispute.attempt,
                        .contact = line.dispute.contact,
                        .criterion = line.dispute.criterion};
    y += ui.px(measure::kButton + 20);
    if (!open(line)) {
        fact(line.dispute.answer == "changed" ? "Answered: the result was changed" : "Answered: the result stands",
             line.dispute.answered_by + ": \u201c" + line.dispute.answer_words + "\u201d", font);
    } else {
        answer_form(ui, x, y, wide, line);
    }
    scroll.used(y - c.y);
}

void DisputesPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        if (!lines_.empty() && !ui.anything_focused()) ui.focus(row_name(lines_[selected_], selected_));
    }
    const float gap = ui.px(8);
    if (window.w >= ui.px(900)) {
        Rect all = window.inset(gap);
        const float wide = std::min(all.w, ui.px(1400));
        all = {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
        const Rect left = all.cut_left(std::round(all.w * 0.5F));
        all.cut_left(gap);
        list(ui, left);
        detail(ui, all);
        return;
    }
    Scroll scroll(ui, "disputes page", window);
    const Rect c = scroll.content().inset(gap, 0);
    float y = scroll.content().y + gap;
    list(ui, {c.x, y, c.w, ui.px(260)});
    y += ui.px(260) + gap;
    detail(ui, {c.x, y, c.w, ui.px(560)});
    y += ui.px(560) + gap;
    scroll.used(y - scroll.content().y);
}

}  // namespace shift311::desk
