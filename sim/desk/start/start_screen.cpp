#include "sim/desk/start/start_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <cmath>

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

StartScreen::StartScreen(Host& host, std::string person) : host_(host), person_(std::move(person)) {
    shifts_ = host_.shifts();
    reload();
}

void StartScreen::reload() {
    people_ = host_.people();
    if (std::find(people_.begin(), people_.end(), person_) == people_.end()) person_.clear();
    if (person_.empty() && people_.size() == 1) person_ = people_.front();
    select(person_);
}

void StartScreen::select(const std::string& person) {
    person_ = person;
    results_.clear();
    interrupted_.reset();
    person_changed_ = true;
    if (person_.empty()) return;
    results_ = host_.results(person_);
    interrupted_ = host_.interrupted(person_);
}

void StartScreen::choose_shift(const std::string& id, int level) {
    for (std::size_t i = 0; i < shifts_.size(); ++i)
        if (shifts_[i].id == id) chosen_ = i;
    level_ = level;
}

void StartScreen::add(Ui& ui, Rect rect) {
    Rect line = rect.cut_top(ui.px(measure::kField));
    const bool ready = new_name_.find_first_not_of(' ') != std::string::npos;
    const Button spec{.label = "Add name", .icon = Icon::plus, .enabled = ready, .shown = "Add"};
    const Rect place = line.cut_right(button_width(ui, spec));
    line.cut_right(ui.px(8));
    const FieldTouch touch =
        text_field(ui, line, {.label = "Your name", .value = new_name_, .hint = "First and last name", .most = 60});
    if (touch.edit) {
        new_name_ = touch.edit->value;
        refused_.clear();
    }
    const bool pressed = button(ui, place, spec);
    if ((pressed || touch.submitted) && ready) {
        if (const auto refusal = host_.add_person(new_name_)) {
            refused_ = *refusal;
        } else {
            const std::string name = new_name_;
            new_name_.clear();
            people_ = host_.people();
            // The records may have tidied the name.
            select(people_.empty()                                                    ? name
                   : std::find(people_.begin(), people_.end(), name) != people_.end() ? name
                                                                                      : people_.back());
            ui.focus("Start the shift");
        }
    }
    if (!refused_.empty()) paragraph(ui, rect.x, rect.y + ui.px(6), rect.w, ui.fonts().small, Tone::careful, refused_);
}

StartScreen::Deed StartScreen::who(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "Who are you?");
    Rect below = body.cut_bottom(ui.px(measure::kField + 32) + (refused_.empty() ? 0 : ui.px(40)));
    paint::rule_above(ui, below, ui.theme().line);
    add(ui, below.inset(ui.px(16)));
    if (people_.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "Nobody has sat at this desk yet. Add your name below; your practice is kept under it.");
        return Deed::none;
    }
    Scroll scroll(ui, "people", body.inset(1, 0));
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("people");
    for (const std::string& name : people_) {
        const Row line{.title = name, .icon = Icon::person, .icon_tone = Tone::dim, .selected = name == person_};
        const Rect place{c.x, y, c.w, ui.px(44)};
        y += place.h;
        const RowTouch touch = row(ui, place, line);
        if ((touch.clicked || touch.moved) && name != person_) {
            const std::string chosen = name;
            select(chosen);
        }
    }
    ui.end_group();
    scroll.used(y - c.y);
    return Deed::none;
}

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
    const std::string about = level_words(level);
    const std::vector<std::string> levels{"1 Guided", "2 Prompted", "3 Alone", "4 Exam"};
    const Choice picker{.label = "Level", .options = levels, .chosen = static_cast<std::size_t>(level - 1)};
    const float inner = body.w - ui.px(32);
    const float level_high = choice_height(ui, inner, picker);
    const float foot_high =
        ui.px(14 + 26) + level_high + ui.px(6) + paragraph_height(ui.fonts().small, inner, about) + ui.px(14 + 48 + 14);
    Rect foot = body.cut_bottom(std::min(foot_high, body.h * 0.75F));
    paint::rule_above(ui, foot, ui.theme().line);
    {
        Scroll scroll(ui, "shifts", body);
        const Rect c = scroll.content();
        float y = c.y;
        if (shifts_.empty())
            y += paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                           "No shift was found in the content folder.");
        bool told = false;
        ui.begin_group("shifts");
        for (std::size_t i = 0; i < shifts_.size(); ++i) {
            const ShiftChoice& shift = shifts_[i];
            if (single(shift) && !told) {
                told = true;
                heading(ui, Rect{c.x + ui.px(16), y + ui.px(8), c.w - ui.px(32), ui.px(28)}, "Single contacts");
                y += ui.px(40);
            }
            const std::string length = single(shift)
                                           ? minutes_text(shift.minutes)
                                           : contacts_text(shift.contacts) + ", " + minutes_text(shift.minutes);
            const std::string second = shift.about.empty() ? "Level " + std::to_string(shift.level) : shift.about;
            const Row line{.title = shift.title,
                           .second = second,
                           .right = length,
                           .right_tone = Tone::dim,
                           .right_mono = false,
                           .icon = shift.tour      ? Icon::star
                                   : single(shift) ? Icon::phone
                                                   : Icon::clock,
                           .icon_tone = shift.tour ? Tone::accent : Tone::dim,
                           .selected = i == chosen_};
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
    Rect act = line.cut_bottom(ui.px(48));
    const Button start{.label = "Start the shift",
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

StartScreen::Deed StartScreen::past(Ui& ui, const Rect& rect) {
    Deed deed = Deed::none;
    card(ui, rect);
    const std::string count = results_.empty() ? "" : std::to_string(results_.size());
    const Rect body = card_head(ui, rect, "Your results", count);
    if (results_.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  person_.empty()
                      ? "Results stand here once you have said who you are."
                      : "Nothing yet. After your first shift, its score and every moment of it can be looked "
                        "at again here.");
        return deed;
    }
    Scroll scroll(ui, "results", body.inset(1, 0));
    const Rect c = scroll.content();
    float y = c.y;
    std::size_t number = results_.size();
    ui.begin_group("results");
    for (const PastResult& result : results_) {
        const std::string score = result.finished ? std::to_string(result.percent) : "\u2013";
        std::string second = result.when + ", level " + std::to_string(result.level);
        if (result.finished) {
            second += result.passed ? ", passed" : ", not passed";
        } else {
            second += ", not finished";
        }
        // The same shift may be there many times.
        const std::string name = "Result " + std::to_string(number--) + ": " + result.title;
        const Row line{.title = result.title,
                       .second = second,
                       .right = score,
                       .right_tone = !result.finished ? Tone::dim
                                     : result.passed  ? Tone::good
                                                      : Tone::careful,
                       .icon = !result.finished ? Icon::hold
                               : result.passed  ? Icon::check
                                                : Icon::warning,
                       .icon_tone = !result.finished ? Tone::dim
                                    : result.passed  ? Tone::good
                                                     : Tone::careful,
                       .label = name};
        const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
        y += place.h;
        if (row(ui, place, line).clicked) {
            attempt_ = result.attempt;
            deed = Deed::review;
        }
    }
    ui.end_group();
    scroll.used(y - c.y);
    return deed;
}

StartScreen::Deed StartScreen::frame(Ui& ui, Settings& settings) {
    if (person_changed_) {
        person_changed_ = false;
        if (!person_.empty()) {
            settings = host_.settings(person_);
            apply_settings(ui, settings);
        }
        if (!ui.anything_focused())
            ui.focus(person_.empty() ? people_.empty() ? "Your name" : people_.front()
                     : interrupted_ ? "Go on"
                                     : "Start the shift");
    }
    Deed deed = settings_keys(ui, settings) ? Deed::settings_changed : Deed::none;
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    const Button quit{.label = "Quit", .kind = ButtonKind::quiet, .chord = ctrl(Key::q)};
    if (button(ui, bar.cut_right(button_width(ui, quit)).inset(0, ui.px(6)), quit)) deed = Deed::quit;
    label(ui, bar, ui.fonts().text, Tone::dim, "Practice floor for city 3-1-1 call takers");
    if (window.h > ui.px(400))
        bottom_bar(ui, window,
                   {{"Tab", "next"},
                    {"\u2191 \u2193", "choose"},
                    {"Ctrl Enter", "start"},
                    {"Ctrl + -", "text size"},
                    {"F11", "dark, light"}});

    const auto merge = [&](Deed d) {
        if (d != Deed::none) deed = d;
    };
    const float gap = ui.px(8);
    if (window.w >= ui.px(980)) {
        // Held together in the middle of a wide window.
        Rect all = window.inset(gap);
        const float wide = std::min(all.w, ui.px(1500));
        all = {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
        Rect left = all.cut_left(std::clamp(std::round(all.w * 0.24F), ui.px(250), ui.px(340)));
        all.cut_left(gap);
        const Rect right = all.cut_right(std::clamp(std::round(all.w * 0.34F), ui.px(280), ui.px(420)));
        all.cut_right(gap);
        const Rect looks = left.cut_bottom(settings_height(ui) + ui.px(40 + 28));
        left.cut_bottom(gap);
        merge(who(ui, left));
        card(ui, looks);
        if (settings_view(ui, card_head(ui, looks, "Look and sound").inset(ui.px(16), ui.px(14)), settings))
            merge(Deed::settings_changed);
        merge(which(ui, all));
        merge(past(ui, right));
        return deed;
    }
    // One below the other, in one column that scrolls.
    Scroll scroll(ui, "start", window);
    Rect c = scroll.content().inset(gap, 0);
    float y = scroll.content().y + gap;
    const auto next = [&](float high) {
        const Rect place{c.x, y, c.w, ui.px(high)};
        y += place.h + gap;
        return place;
    };
    merge(who(ui, next(260)));
    merge(which(ui, next(interrupted_ ? 620 : 520)));
    merge(past(ui, next(300)));
    const Rect looks = next(68 + 3 * measure::kField + 20);
    card(ui, looks);
    if (settings_view(ui, card_head(ui, looks, "Look and sound").inset(ui.px(16), ui.px(14)), settings))
        merge(Deed::settings_changed);
    scroll.used(y - scroll.content().y);
    return deed;
}

}  // namespace shift311::desk
