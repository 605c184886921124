// One vignette, big and calm, and the answers under it.
#include "sim/desk/bars.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/drill/drill_screen.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shift311::desk {

void DrillScreen::answer(Ui& ui, const std::string& id) {
    submit(drill::Choose{id}, clock_.at(ui.event_time()));
    picker_ = {};
    agency_.reset();
    ui.unfocus();
    if (!run_->plan().exam && !run_->state().over) ui.focus("Next");
}

float DrillScreen::feedback(Ui& ui, Rect rect, const drill::Screen& screen) const {
    const Tone tone = screen.right ? Tone::good : Tone::careful;
    const std::string head =
        screen.right ? "Right: " + screen.given : "You said " + screen.given + ". It belongs to " + screen.meant + ".";
    const float inner = rect.w - ui.px(40);
    const float high = ui.px(32) + paragraph_height(ui.fonts().strong, inner, head) + ui.px(6) +
                       paragraph_height(ui.fonts().text, inner, screen.told);
    const Rect box{rect.x, rect.y, rect.w, high};
    notice(ui, box, tone);
    float y = box.y + ui.px(16);
    y += paragraph(ui, box.x + ui.px(20), y, inner, ui.fonts().strong, tone, head) + ui.px(6);
    paragraph(ui, box.x + ui.px(20), y, inner, ui.fonts().text, Tone::plain, screen.told);
    return high;
}

void DrillScreen::answers(Ui& ui, Rect rect, const drill::Screen& screen) {
    const bool open = !screen.answered;
    // All three look alike: nothing but the caller shall say where it belongs.
    const float gap = ui.px(12), high = ui.px(56);
    const Button to911{.label = "911", .chord = chord(Key::digit1), .enabled = open};
    const Button to311{.label = "311", .chord = chord(Key::digit2), .enabled = open};
    const Button other{.label = "An agency",
                       .chord = chord(Key::digit3),
                       .icon = Icon::search,
                       .enabled = open,
                       .on = picker_.open || agency_.has_value()};
    const float wide = std::floor((rect.w - 2 * gap) / 3);
    Rect row = rect.cut_top(high);
    const bool nine = open && !ui.typing() && ui.pressed(chord(Key::digit9));
    if (button(ui, row.cut_left(wide), to911) || nine) {
        answer(ui, "911");
        return;
    }
    row.cut_left(gap);
    if (button(ui, row.cut_left(wide), to311)) {
        answer(ui, "311");
        return;
    }
    row.cut_left(gap);
    if (button(ui, row, other)) {
        picker_.open = true;
        ui.focus("Agency");
    }
    rect.cut_top(gap);
    if (!open || (!picker_.open && !agency_ && !ui.has_focus("Agency"))) return;
    const std::string to = agency_ ? "Send to " + agencies_[*agency_].name : "Send";
    const Button send{.label = to, .kind = ButtonKind::primary, .enabled = agency_.has_value(), .name = "Send"};
    Rect line = rect.cut_top(ui.px(measure::kField + 4));
    const float send_wide = std::min(button_width(ui, send), line.w * 0.5F);
    const Rect place = line.cut_right(send_wide);
    line.cut_right(gap);
    if (const auto chosen = picker(ui, line,
                                   {.label = "Agency",
                                    .options = &agencies_,
                                    .chosen = agency_,
                                    .hint = "Type a few letters: gas, water, parking"},
                                   picker_)) {
        agency_ = *chosen;
        ui.focus("Send to " + agencies_[*chosen].name);
    }
    if (button(ui, place, send) && agency_) answer(ui, agency_ids_[*agency_]);
}

void DrillScreen::vignette(Ui& ui, Rect rect) {
    const drill::Screen screen = run_->screen(clock_.at());
    if (rect.h > ui.px(360))
        bottom_bar(ui, rect,
                   screen.answered
                       ? std::vector<KeyHint>{{"Enter", "next caller"}, {"Esc", "leave"}}
                       : std::vector<KeyHint>{{"1 9", "911"}, {"2", "311"}, {"3", "an agency"}, {"Esc", "leave"}});
    Scroll scroll(ui, "vignette", rect);
    // Every caller begins at the top, wherever the last one was left.
    if (std::exchange(caller_, screen.number) != screen.number) scroll.to_top();
    const Rect c = scroll.content();
    const float wide = std::min(c.w - ui.px(32), ui.px(880)), inner = wide - ui.px(64);
    const Font& font = ui.fonts().title;
    const float text_high = paragraph_height(font, inner, screen.text);
    float y = c.y + std::max(ui.px(16), std::min(ui.px(96), std::round((rect.h - text_high - ui.px(330)) / 2)));
    const float x = std::round(c.x + (c.w - wide) / 2);
    const Rect box{x, y, wide, ui.px(24) + ui.fonts().small.line + ui.px(8) + text_high + ui.px(28)};
    card(ui, box);
    label(ui, {box.x + ui.px(32), box.y + ui.px(24), inner, ui.fonts().small.line}, ui.fonts().small, Tone::dim,
          "Caller " + std::to_string(screen.number));
    paragraph(ui, box.x + ui.px(32), box.y + ui.px(32) + ui.fonts().small.line, inner, font, Tone::plain, screen.text);
    y = box.bottom() + ui.px(20);
    answers(ui, {x, y, wide, ui.px(120)}, screen);
    y += ui.px(56 + 16);
    const drill::Screen now = run_->screen(clock_.at());
    if (now.answered && now.number == screen.number) {
        y += feedback(ui, {x, y, wide, 0}, now) + ui.px(16);
        const Button on{.label = "Next", .kind = ButtonKind::primary, .chord = chord(Key::enter)};
        if (button(ui, {x, y, std::max(button_width(ui, on), ui.px(140)), ui.px(48)}, on)) next(ui);
        y += ui.px(48);
    } else {
        y += ui.px(measure::kField + 16);
    }
    const std::string& said = !trouble_.empty() ? trouble_ : notice_;
    if (!said.empty()) y += paragraph(ui, x, y + ui.px(8), wide, ui.fonts().small, Tone::bad, said) + ui.px(8);
    scroll.used(y + ui.px(16) - c.y);
}

}  // namespace shift311::desk
