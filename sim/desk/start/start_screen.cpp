#include "sim/desk/start/start_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shift311::desk {

StartScreen::StartScreen(Host& host, std::string person, Beside beside)
    : host_(host), person_(std::move(person)), beside_(std::move(beside)) {
    shifts_ = host_.shifts();
    reload();
}

void StartScreen::reload() {
    // Who signed in is who sits here, and nobody else is theirs to see.
    people_ = beside_.signed_in ? std::vector<std::string>{person_} : host_.people();
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

StartScreen::Deed StartScreen::doors(Ui& ui, Rect& body) {
    Deed deed = Deed::none;
    for (std::size_t i = 0; i < beside_.doors.size(); ++i) {
        const Beside::Door& door = beside_.doors[i];
        if (button(ui, body.cut_top(ui.px(measure::kButton)), {.label = door.label, .chord = door.chord})) {
            door_ = i;
            deed = Deed::door;
        }
        if (!door.note.empty()) {
            body.cut_top(ui.px(4));
            body.cut_top(paragraph(ui, body.x + ui.px(12), body.y, body.w - ui.px(12), ui.fonts().small, Tone::accent,
                                   door.note));
        }
        body.cut_top(ui.px(8));
    }
    return deed;
}

StartScreen::Deed StartScreen::signed_in(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "Signed in").inset(ui.px(16), ui.px(14));
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().strong, Tone::plain, person_));
    label(ui, body.cut_top(ui.fonts().small.line), ui.fonts().small, Tone::dim, beside_.role);
    body.cut_top(ui.px(16));
    return doors(ui, body);
}

float StartScreen::looks_height(const Ui& ui) const {
    return settings_height(ui) + ui.px(40 + 28) + (beside_.accounts ? ui.px(measure::kField + 14) : 0);
}

StartScreen::Deed StartScreen::looks(Ui& ui, const Rect& rect, Settings& settings) {
    Deed deed = Deed::none;
    card(ui, rect);
    Rect body = card_head(ui, rect, "Look and sound").inset(ui.px(16), ui.px(14));
    if (beside_.accounts) {
        // Quiet: who practices alone never needs it.
        const Button accounts{.label = "Set up accounts", .kind = ButtonKind::quiet, .icon = Icon::lock};
        const Rect line = body.cut_bottom(ui.px(measure::kField));
        if (button(ui, {line.x - ui.px(8), line.y + ui.px(6), std::min(line.w, button_width(ui, accounts)), line.h},
                   accounts))
            deed = Deed::accounts;
    }
    if (settings_view(ui, body, settings)) deed = Deed::settings_changed;
    return deed;
}

StartScreen::Deed StartScreen::who(Ui& ui, const Rect& rect) {
    if (beside_.signed_in) return signed_in(ui, rect);
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

StartScreen::Deed StartScreen::past(Ui& ui, const Rect& rect) {
    Deed deed = Deed::none;
    card(ui, rect);
    const std::string count = results_.empty() ? "" : std::to_string(results_.size());
    Rect body = card_head(ui, rect, "Your results", count);
    if (!beside_.signed_in && !beside_.doors.empty() && !person_.empty() && !results_.empty()) {
        Rect foot = body.cut_bottom(ui.px(measure::kButton + 28));
        paint::rule_above(ui, foot, ui.theme().line);
        foot = foot.inset(ui.px(16), ui.px(14));
        deed = doors(ui, foot);
    }
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
    const Deed deed = show(ui, settings);
    if (deed == Deed::settings_changed && person_.empty()) looks_first_ = true;
    return deed;
}

StartScreen::Deed StartScreen::show(Ui& ui, Settings& settings) {
    if (person_changed_) {
        person_changed_ = false;
        if (!person_.empty()) {
            if (std::exchange(looks_first_, false)) {
                host_.save(person_, settings);
            } else {
                settings = host_.settings(person_);
            }
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
    if (beside_.signed_in) {
        const Button out{.label = "Sign out", .kind = ButtonKind::quiet, .chord = ctrl(Key::l)};
        bar.cut_right(ui.px(4));
        if (button(ui, bar.cut_right(button_width(ui, out)).inset(0, ui.px(6)), out)) deed = Deed::sign_out;
    }
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
        const Rect below = left.cut_bottom(looks_height(ui));
        left.cut_bottom(gap);
        merge(who(ui, left));
        merge(looks(ui, below, settings));
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
    const float high = looks_height(ui);
    const Rect below{c.x, y, c.w, high};
    y += high + gap;
    merge(looks(ui, below, settings));
    scroll.used(y - scroll.content().y);
    return deed;
}

}  // namespace shift311::desk
