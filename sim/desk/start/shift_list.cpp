// The middle of the start screen: what was interrupted, which shift, at which level.
#include "assessment/scoring/drill.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/start/start_screen.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

std::string minutes_text(int minutes) {
    return std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes");
}

std::string contacts_text(int contacts) {
    return std::to_string(contacts) + (contacts == 1 ? " contact" : " contacts");
}

const char* level_words(int level) {
    switch (level) {
        case 1:
            return "Guided: captions, next steps, and what you were heard as.";
        case 2:
            return "Prompted: captions and hints; a debrief after each contact.";
        case 3:
            return "Alone: what was said fades; ask the caller to repeat.";
        case 4:
            return "Exam: no help and no pausing.";
        default:
            return "";
    }
}

bool single(const ShiftChoice& shift) {
    return shift.id.rfind("script:", 0) == 0;
}

}  // namespace

StartScreen::Deed StartScreen::which(Ui& ui, const Rect& rect) {
    Deed deed = Deed::none;
    card(ui, rect);
    Rect body = rect.inset(1, 0);
    if (interrupted_) {
        Rect box = body.cut_top(ui.px(100)).inset(ui.px(14), ui.px(12));
        notice(ui, box, Tone::accent);
        Rect inside = box.inset(ui.px(16), ui.px(10));
        const Button go{.label = "Go on", .kind = ButtonKind::primary};
        const Button drop{.label = "Set it aside", .kind = ButtonKind::quiet};
        Rect right = inside.cut_right(std::max(button_width(ui, go) + ui.px(8) + button_width(ui, drop), ui.px(10)));
        const float top = right.middle() - ui.px(20), high = ui.px(40);
        const float go_wide = button_width(ui, go);
        if (button(ui, {right.right() - go_wide, top, go_wide, high}, go)) {
            attempt_ = interrupted_->attempt;
            deed = Deed::resume;
        }
        const float drop_wide = button_width(ui, drop);
        if (button(ui, {right.right() - go_wide - ui.px(8) - drop_wide, top, drop_wide, high}, drop)) {
            host_.set_aside(interrupted_->attempt);
            select(person_);
            return Deed::none;
        }
        inside.cut_right(ui.px(12));
        const float line = ui.fonts().strong.line;
        label(ui, {inside.x, inside.middle() - line, inside.w, line}, ui.fonts().strong, Tone::accent,
              "A shift was interrupted");
        label(ui, {inside.x, inside.middle(), inside.w, line}, ui.fonts().text, Tone::plain,
              interrupted_->title + ", at " + time_text(interrupted_->at) + " (" + interrupted_->when + ")");
    }
    heading(ui, body.cut_top(ui.px(40)).inset(ui.px(16), 0), "Choose a shift");
    paint::rule_above(ui, Rect{body.x, body.y - 1, body.w, 1}, ui.theme().line);

    const bool chosen = chosen_ < shifts_.size();
    const int planned = chosen ? shifts_[chosen_].level : 1;
    const int level = level_ == 0 ? planned : level_;
    const std::string about = chosen && scoring::is_drill(shifts_[chosen_].id)
                                  ? "A drill has no levels; it says itself what it is about."
                                  : level_words(level);
    const std::vector<std::string> levels{"1 Guided", "2 Prompted", "3 Alone", "4 Exam"};
    const Choice picker{.label = "Level", .options = levels, .chosen = static_cast<std::size_t>(level - 1)};
    const float inner = body.w - ui.px(32);
    const float level_high = choice_height(ui, inner, picker);
    const std::string yardstick = chosen ? shifts_[chosen_].yardstick : std::string{};
    const float foot_high = ui.px(14 + 26) + level_high + ui.px(6) + paragraph_height(ui.fonts().small, inner, about) +
                            (yardstick.empty() ? 0 : ui.px(6) + paragraph_height(ui.fonts().small, inner, yardstick)) +
                            ui.px(14 + 48 + 14);
    Rect foot = body.cut_bottom(std::min(foot_high, body.h * 0.75F));
    paint::rule_above(ui, foot, ui.theme().line);
    {
        Scroll scroll(ui, "shifts", body);
        const Rect c = scroll.content();
        float y = c.y;
        if (shifts_.empty())
            y += paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                           "No shift was found in the content folder.");
        bool told = false, drills_told = false;
        ui.begin_group("shifts");
        for (std::size_t i = 0; i < shifts_.size(); ++i) {
            const ShiftChoice& shift = shifts_[i];
            if (scoring::is_drill(shift.id) && !drills_told) {
                drills_told = true;
                heading(ui, Rect{c.x + ui.px(16), y + ui.px(8), c.w - ui.px(32), ui.px(28)}, "Drills");
                y += ui.px(40);
            }
            if (single(shift) && !told) {
                told = true;
                heading(ui, Rect{c.x + ui.px(16), y + ui.px(8), c.w - ui.px(32), ui.px(28)}, "Single contacts");
                y += ui.px(40);
            }
            const std::string length = single(shift) || scoring::is_drill(shift.id)
                                           ? minutes_text(shift.minutes)
                                           : contacts_text(shift.contacts) + ", " + minutes_text(shift.minutes);
            const std::string second = shift.about.empty() ? "Level " + std::to_string(shift.level) : shift.about;
            const Row line{.title = shift.title,
                           .second = second,
                           .right = length,
                           .right_tone = Tone::dim,
                           .right_mono = false,
                           .icon = shift.tour                    ? Icon::star
                                   : single(shift)               ? Icon::phone
                                   : scoring::is_drill(shift.id) ? Icon::flag
                                                                 : Icon::clock,
                           .icon_tone = shift.tour ? Tone::accent : Tone::dim,
                           .selected = i == chosen_,
                           .wrap_second = true};
            const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
            y += place.h;
            const RowTouch touch = row(ui, place, line);
            if ((touch.clicked || touch.moved) && i != chosen_) {
                chosen_ = i;
                level_ = 0;
            }
        }
        ui.end_group();
        scroll.used(y - c.y);
    }
    Rect line = foot.inset(ui.px(16), ui.px(14));
    heading(ui, line.cut_top(ui.px(26)), "Level");
    if (const auto picked = choice(ui, line.cut_top(level_high), picker)) level_ = static_cast<int>(*picked) + 1;
    line.cut_top(ui.px(6));
    line.cut_top(paragraph(ui, line.x, line.y, line.w, ui.fonts().small, Tone::dim, about));
    if (!yardstick.empty()) {
        line.cut_top(ui.px(6));
        line.cut_top(paragraph(ui, line.x, line.y, line.w, ui.fonts().small, Tone::dim, yardstick));
    }
    Rect act = line.cut_bottom(ui.px(48));
    const bool drill = chosen && scoring::is_drill(shifts_[chosen_].id);
    const Button start{.label = drill ? "Start the drill" : "Start the shift",
                       .kind = ButtonKind::primary,
                       .chord = ctrl(Key::enter),
                       .enabled = !person_.empty() && chosen};
    if (button(ui, act.cut_left(std::min(act.w, button_width(ui, start) + ui.px(24))), start)) deed = Deed::start;
    act.cut_left(ui.px(16));
    if (!trouble_.empty()) {
        const float high = paragraph_height(ui.fonts().small, act.w, trouble_);
        paragraph(ui, act.x, act.middle() - high / 2, act.w, ui.fonts().small, Tone::bad, trouble_);
    } else if (person_.empty()) {
        label(ui, act, ui.fonts().small, Tone::dim, "Say who you are first.");
    }
    return deed;
}

}  // namespace shift311::desk
