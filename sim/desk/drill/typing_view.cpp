// The two typing drills: a text to copy, and a call to take down.
#include "sim/desk/bars.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/drill/drill_screen.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

std::string value_of(const drill::Screen& screen, const std::string& field) {
    const auto found = screen.values.find(field);
    return found == screen.values.end() ? std::string{} : found->second;
}

constexpr const char* kPasted = "Pasted text does not count here; type it.";

}  // namespace

/// As many lines as fit, the one that is being typed among the first.
void DrillScreen::prompt_text(Ui& ui, const Rect& rect, const drill::Screen& screen) const {
    const Font& font = ui.fonts().text;
    const float line_high = std::round(font.line * 1.25F);
    const std::vector<TextLine> lines = wrap(screen.text, font, rect.w);
    const std::size_t fit = std::max<std::size_t>(1, static_cast<std::size_t>(rect.h / line_high));
    const std::size_t typed = std::min(value_of(screen, "copy").size(), screen.text.size());
    const std::size_t current = line_of(lines, typed);
    const std::size_t last = lines.size() > fit ? lines.size() - fit : 0;
    const std::size_t first = std::min(last, current > 1 ? current - 1 : 0);
    float y = rect.y;
    for (std::size_t i = first; i < std::min(lines.size(), first + fit); ++i) {
        const std::string_view line =
            std::string_view(screen.text).substr(lines[i].begin, lines[i].end - lines[i].begin);
        paint::text(ui, {rect.x, y, rect.w + ui.px(8), line_high}, font, i < current ? ui.theme().dim : ui.theme().text,
                    line);
        y += line_high;
    }
    ui.note(Role::text, "Text to copy", rect, screen.text);
}

void DrillScreen::copy(Ui& ui, Rect rect) {
    const drill::Screen screen = run_->screen(clock_.at());
    if (rect.h > ui.px(360)) bottom_bar(ui, rect, {{"Backspace", "correct"}, {"Esc", "break off"}});
    rect = rect.inset(ui.px(8));
    const float wide = std::min(rect.w, ui.px(1100));
    rect = {std::round(rect.x + (rect.w - wide) / 2), rect.y, wide, rect.h};
    const std::string& said = !trouble_.empty() ? trouble_ : notice_;
    Rect foot{};
    if (screen.can_finish || !said.empty()) foot = rect.cut_bottom(ui.px(48 + 8));
    const float gap = ui.px(8);
    Rect above = rect.cut_top(std::floor((rect.h - gap) * 0.5F));
    rect.cut_top(gap);
    card(ui, above);
    const Rect text =
        card_head(ui, above, run_->plan().copy.title,
                  screen.running ? "Nothing is marked before the end" : "The clock starts with your first key")
            .inset(ui.px(16), ui.px(10));
    prompt_text(ui, text, screen);
    card(ui, rect);
    const Rect below = rect.inset(ui.px(10));
    const std::string value = value_of(screen, "copy");
    const FieldTouch touch = text_area(ui, below,
                                       {.label = "Your copy",
                                        .value = value,
                                        .hint = "Type here. The clock starts with the first key.",
                                        .most = 8000});
    if (touch.edit) {
        if (touch.edit->pasted) {
            notice_ = kPasted;
        } else {
            const Edit& edit = *touch.edit;
            submit(drill::Edit{"copy", edit.value, edit.inserted, edit.insert_keys, edit.erase_keys, false},
                   clock_.at(edit.at));
        }
    }
    if (fresh_) {
        fresh_ = false;
        ui.focus("Your copy");
    }
    if (foot.h <= 0) return;
    foot.cut_top(ui.px(8));
    if (screen.can_finish) {
        const Button done{.label = "Done", .kind = ButtonKind::primary, .chord = ctrl(Key::enter)};
        if (button(ui, foot.cut_right(button_width(ui, done)), done)) next(ui);
        foot.cut_right(ui.px(12));
    }
    if (!said.empty()) label(ui, foot, ui.fonts().text, Tone::careful, said);
}

void DrillScreen::captions(Ui& ui, const Rect& rect, const drill::Screen& screen) const {
    card(ui, rect);
    const Rect body =
        card_head(ui, rect, "The caller", std::to_string(screen.number) + " of " + std::to_string(screen.total))
            .inset(1, 0);
    Scroll scroll(ui, "dictation lines", body, true);
    const Rect c = scroll.content().inset(ui.px(16), 0);
    float y = scroll.content().y + ui.px(12);
    for (std::size_t i = 0; i < screen.lines.size(); ++i) {
        const drill::Heard& heard = screen.lines[i];
        const bool now = i + 1 == screen.lines.size();
        const std::string text = heard.text.substr(0, heard.bytes);
        const float high = paragraph_height(ui.fonts().text, c.w, heard.text);
        // The whole line keeps its place while it is being spoken.
        paragraph(ui, c.x, y, c.w, ui.fonts().text, now ? Tone::plain : Tone::dim, text);
        y += high + ui.px(14);
    }
    scroll.used(y - scroll.content().y);
}

void DrillScreen::form(Ui& ui, const Rect& rect, const drill::Screen& screen) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Request").inset(1, 0);
    Scroll scroll(ui, "dictation form", body);
    const Rect c = scroll.content().inset(ui.px(16), 0);
    float y = scroll.content().y + ui.px(12);
    const float name_wide = std::min(ui.px(140), c.w * 0.34F);
    bool on = false;
    for (const drill::Field& field : run_->plan().fields) {
        const std::string value = value_of(screen, field.code);
        paint::text(ui, {c.x, y, name_wide - ui.px(8), ui.px(measure::kField)}, ui.fonts().text, ui.theme().dim,
                    field.label);
        const FieldTouch touch = text_field(ui, {c.x + name_wide, y, c.w - name_wide, ui.px(measure::kField)},
                                            {.label = field.label, .value = value, .most = 400});
        y += ui.px(measure::kField + 8);
        if (touch.edit) {
            if (touch.edit->pasted) {
                notice_ = kPasted;
            } else {
                const Edit& edit = *touch.edit;
                submit(drill::Edit{field.code, edit.value, edit.inserted, edit.insert_keys, edit.erase_keys, false},
                       clock_.at(edit.at));
            }
        }
        on = on || touch.submitted;
    }
    y += ui.px(8);
    const bool last = screen.number >= screen.total;
    const Button button_next{.label = last ? "Done" : "Next line", .kind = ButtonKind::primary, .name = "Next line"};
    if (button(ui, {c.x, y, button_width(ui, button_next), ui.px(measure::kButton)}, button_next)) on = true;
    y += ui.px(measure::kButton);
    const std::string& said = !trouble_.empty() ? trouble_ : notice_;
    if (!said.empty()) y += ui.px(8) + paragraph(ui, c.x, y + ui.px(8), c.w, ui.fonts().small, Tone::careful, said);
    scroll.used(y + ui.px(12) - scroll.content().y);
    if (on && !run_->state().over) next(ui);
    if (fresh_ && !run_->plan().fields.empty()) {
        fresh_ = false;
        ui.focus(run_->plan().fields.front().label);
    }
}

void DrillScreen::dictation(Ui& ui, Rect rect) {
    const drill::Screen screen = run_->screen(clock_.at());
    if (rect.h > ui.px(360)) bottom_bar(ui, rect, {{"Tab", "next field"}, {"Enter", "next line"}, {"Esc", "leave"}});
    rect = rect.inset(ui.px(8));
    const float wide = std::min(rect.w, ui.px(1300)), gap = ui.px(8);
    rect = {std::round(rect.x + (rect.w - wide) / 2), rect.y, wide, rect.h};
    if (rect.w >= ui.px(760)) {
        const Rect left = rect.cut_left(std::floor((rect.w - gap) * 0.46F));
        rect.cut_left(gap);
        captions(ui, left, screen);
    } else {
        const Rect above = rect.cut_top(std::floor((rect.h - gap) * 0.36F));
        rect.cut_top(gap);
        captions(ui, above, screen);
    }
    form(ui, rect, screen);
}

}  // namespace shift311::desk
