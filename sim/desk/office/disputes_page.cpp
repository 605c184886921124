#include "sim/desk/office/disputes_page.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
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
    static const std::vector<Column> kColumns{{.title = "Trainee", .least = 150, .share = 2},
                                              {.title = "Disputes", .least = 150, .share = 3, .rank = 2},
                                              {.title = "State", .wide = 112}};
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

bool DisputesPage::unsaved() const {
    return std::any_of(drafts_.begin(), drafts_.end(), [](const auto& d) { return !d.second.blank(); });
}

std::vector<KeyHint> DisputesPage::keys() const {
    if (lines_.empty()) return {{"F11", "dark, light"}};
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
        paragraph(
            ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
            "Nobody disputes a result. What trainees dispute stands here until it is answered, the oldest first.");
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
        if (touch.clicked || touch.moved) selected_ = i;
    }
    ui.end_group();
    scroll.used(y - c.y);
}

void DisputesPage::answer_form(Ui& ui, float x, float& y, float wide, const DisputeLine& line) {
    desk::heading(ui, {x, y, wide, ui.px(26)}, "Your answer");
    y += ui.px(30);
    Draft& draft = drafts_[line.dispute.id];
    const Choice answers{
        .label = "Answer", .options = {"The result stands", "The result is changed"}, .chosen = draft.answer};
    const float high = choice_height(ui, wide, answers);
    if (const auto chosen = choice(ui, {x, y, wide, high}, answers)) draft.answer = chosen;
    y += high + ui.px(8);
    if (draft.answer == 1U)
        y += paragraph(ui, x, y, wide, ui.fonts().small, Tone::dim,
                       "Override the finding in the review, so that the records say what changed.") +
             ui.px(8);
    y += ui.px(4);
    const FieldTouch words =
        text_area(ui, {x, y, wide, ui.px(96)},
                  {.label = "Your words", .value = draft.words, .hint = "What you saw, in words for the trainee"});
    if (words.edit) draft.words = words.edit->value;
    y += ui.px(96 + 12);
    const Button send{.label = "Answer and sign",
                      .kind = ButtonKind::primary,
                      .chord = ctrl(Key::enter),
                      .enabled = draft.answer && !draft.blank()};
    if (button(ui, {x, y, std::min(wide, button_width(ui, send) + ui.px(12)), ui.px(measure::kButton)}, send)) {
        const std::string id = line.dispute.id, answer = *draft.answer == 0 ? "upheld" : "changed";
        if (access_.act([&] { access_.host().answer_dispute(id, answer, draft.words); },
                        "Answered. " + line.trainee + " sees it with the result.")) {
            drafts_.erase(id);
            reload();
        }
    }
    y += ui.px(measure::kButton + 16);
}

void DisputesPage::detail(Ui& ui, const Rect& rect) {
    card(ui, rect);
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
    list_and_detail(
        ui, window,
        {.name = "disputes page", .most = 1400, .list_high = 260, .detail_high = 560, .nothing = lines_.empty()},
        [&](const Rect& place) { list(ui, place); }, [&](const Rect& place) { detail(ui, place); });
}

}  // namespace shift311::desk
