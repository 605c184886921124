#include "sim/desk/drill/drill_screen.hpp"

#include "assessment/scoring/drill.hpp"
#include "sim/desk/bars.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/progress.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace shift311::desk {

namespace {

struct About {
    const char* title;
    const char* text;
    const char* keys;
};

About about(const std::string& script) {
    if (script == scoring::kCopyTest)
        return {"Copy test",
                "A text stands above; you type it below, for five minutes. The clock starts with your first key and "
                "stops by itself. Correct what you notice; what is left wrong at the end is counted. Nothing is "
                "marked before the end, and pasted text does not count.",
                "Practice whenever you like. A qualification test counts toward the typing minimum of your program."};
    if (script == scoring::kDictation)
        return {"Dictation",
                "A caller dictates, line by line, at 150 words a minute. Write each line into the field where it "
                "belongs. Tab goes to the next field.",
                "Enter asks for the next line. It also follows by itself when you have typed and then paused."};
    return {"Emergency vignettes",
            "Callers say one to three sentences each. Where does it belong: 911, 311, or which agency? Half of them "
            "are emergencies, and some of these do not sound like one.",
            "1 or 9 sends to 911, 2 to 311, 3 opens the agencies. There is no clock to beat; take the time you need."};
}

}  // namespace

DrillScreen::DrillScreen(DrillHost& host, std::string person, std::string script, drill::Run* run)
    : host_(host), person_(std::move(person)), script_(std::move(script)), run_(run) {
    if (run_ == nullptr) open_ = host_.open_drill(person_, script_);
}

bool DrillScreen::triage() const {
    return scoring::is_triage(script_);
}
bool DrillScreen::to_sit() const {
    return run_ != nullptr && !taken_ && !run_->state().over;
}
bool DrillScreen::copying() const {
    return script_ == scoring::kCopyTest;
}

void DrillScreen::take_up(Ui& ui, drill::Run& run) {
    run_ = &run;
    taken_ = true;
    clock_.start(run.state().at, ui.now());
    fresh_ = true;
    notice_.clear();
    trouble_.clear();
    agencies_.clear();
    agency_ids_.clear();
    for (const drill::Answer& answer : run.plan().answers) {
        if (answer.id == "911" || answer.id == "311") continue;
        agencies_.push_back({answer.name, "", answer.search});
        agency_ids_.push_back(answer.id);
    }
    ui.unfocus();
    if (run.state().over) return;
    if (!run.screen(clock_.at()).begun || (triage() && !run.state().waiting)) submit(drill::Next{}, clock_.at());
}

void DrillScreen::submit(const drill::Intent& intent, journal::Millis at) {
    try {
        const drill::Refusal refusal = run_->submit(intent, at);
        notice_ = drill::sentence(refusal);
    } catch (const std::runtime_error& fault) {
        trouble_ = fault.what();
    }
}

void DrillScreen::next(Ui& ui) {
    submit(drill::Next{}, clock_.at(ui.event_time()));
}

std::optional<Millis> DrillScreen::next_due() const {
    if (run_ == nullptr || run_->state().over || triage()) return std::nullopt;
    const drill::State& state = run_->state();
    std::optional<Millis> next;
    if (const auto due = run_->next_due()) next = clock_.monotonic(*due);
    const auto sooner = [&](journal::Millis at) {
        const Millis then = clock_.monotonic(at);
        next = next ? std::min(*next, then) : then;
    };
    if (copying()) {
        if (state.first_key >= 0) sooner(clock_.at() + 1000 - (clock_.at() - state.first_key) % 1000);
    } else if (clock_.at() < state.spoken) {
        sooner(clock_.at() + 400 - std::max<journal::Millis>(0, clock_.at() - state.prompted) % 400);
    }
    return next;
}

DrillScreen::Deed DrillScreen::intro(Ui& ui, Rect window) {
    Deed deed = Deed::none;
    const About words = about(script_);
    Scroll scroll(ui, "drill intro", window);
    const Rect c = scroll.content();
    const float wide = std::min(c.w - ui.px(32), ui.px(720)), inner = wide - ui.px(48);
    const Font& font = ui.fonts().text;
    const bool begun = to_sit() && run_->state().shown > 0;
    const Button begin{.label = open_   ? "Begin anew"
                                : begun ? "Go on"
                                        : "Begin",
                       .kind = open_ ? ButtonKind::plain : ButtonKind::primary,
                       .name = "Begin"};
    const Button go{.label = "Go on", .kind = ButtonKind::primary};
    const Button test{.label = "Qualification test", .kind = ButtonKind::plain};
    const std::string open =
        open_ ? "\"" + open_->title + "\" of " + open_->when + " was interrupted; it can go on where it was."
        : to_sit()
            ? "This is a part of your exam. Nothing is told about an answer, and none can be taken back; results "
              "come once the exam is closed."
            : "";
    std::vector<std::pair<const Button*, int>> buttons;
    if (open_) buttons.emplace_back(&go, 0);
    buttons.emplace_back(&begin, 1);
    if (!triage() && !to_sit()) buttons.emplace_back(&test, 2);
    float row = 0;
    for (const auto& [button, what] : buttons)
        row += button_width(ui, *button) + ui.px(8);
    const bool stacked = row > inner;
    const float buttons_high = stacked ? (ui.px(48) + ui.px(8)) * static_cast<float>(buttons.size()) : ui.px(48);
    const float high = ui.px(24) + ui.fonts().title.line + ui.px(16) + paragraph_height(font, inner, words.text) +
                       ui.px(12) + paragraph_height(font, inner, words.keys) +
                       (open.empty() ? 0 : ui.px(12) + paragraph_height(font, inner, open)) +
                       (trouble_.empty() ? 0 : ui.px(12) + paragraph_height(font, inner, trouble_)) + ui.px(24) +
                       buttons_high + ui.px(24);
    const Rect box{std::round(c.x + (c.w - wide) / 2), c.y + std::max(ui.px(16), std::round((window.h - high) / 3)),
                   wide, high};
    card(ui, box);
    float y = box.y + ui.px(24);
    const float x = box.x + ui.px(24);
    title(ui, {x, y, inner, ui.fonts().title.line}, words.title);
    y += ui.fonts().title.line + ui.px(16);
    y += paragraph(ui, x, y, inner, font, Tone::plain, words.text) + ui.px(12);
    y += paragraph(ui, x, y, inner, font, Tone::dim, words.keys);
    if (!open.empty()) y += ui.px(12) + paragraph(ui, x, y + ui.px(12), inner, font, Tone::accent, open);
    if (!trouble_.empty()) y += ui.px(12) + paragraph(ui, x, y + ui.px(12), inner, font, Tone::bad, trouble_);
    y += ui.px(24);
    float left = x;
    for (const auto& [spec, what] : buttons) {
        const float w = stacked ? inner : button_width(ui, *spec);
        const bool pressed = button(ui, {left, y, w, ui.px(48)}, *spec);
        if (stacked) {
            y += ui.px(56);
        } else {
            left += w + ui.px(8);
        }
        if (!pressed) continue;
        try {
            if (to_sit()) {
                take_up(ui, *run_);
            } else if (what == 0) {
                take_up(ui, host_.resume_drill(open_->attempt));
            } else {
                if (open_) host_.set_drill_aside(open_->attempt);
                open_.reset();
                qualification_ = what == 2;
                take_up(ui, host_.begin_drill(person_, script_, qualification_));
            }
        } catch (const std::runtime_error& fault) {
            trouble_ = fault.what();
        }
    }
    if (fresh_ && !taken_) ui.focus(open_ || begun ? "Go on" : "Begin");
    fresh_ = taken_;
    scroll.used(box.bottom() + ui.px(16) - c.y);
    return deed;
}

DrillScreen::Deed DrillScreen::playing(Ui& ui, Rect window) {
    if (triage()) {
        vignette(ui, window);
    } else if (copying()) {
        copy(ui, window);
    } else {
        dictation(ui, window);
    }
    return Deed::none;
}

DrillScreen::Deed DrillScreen::frame(Ui& ui, Settings& settings) {
    Deed deed = settings_keys(ui, settings) ? Deed::settings_changed : Deed::none;
    if (run_ != nullptr && !taken_ && !to_sit()) take_up(ui, *run_);
    if (taken_ && !run_->state().over) {
        clock_.look(ui.now(), true);
        try {
            if (const Millis lost = clock_.take_lost(); lost > 0)
                run_->submit(drill::Pause{"clock_jumped", lost}, clock_.at());
            run_->advance(clock_.at());
        } catch (const std::runtime_error& fault) {
            trouble_ = fault.what();
        }
    }
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    const bool over = run_ != nullptr && run_->state().over;
    const bool timed = taken_ && !over && copying();
    const Button leave{.label = timed             ? "Break off"
                                : over || !taken_ ? "Back to the start"
                                                  : "Leave",
                       .kind = over ? ButtonKind::primary : ButtonKind::quiet,
                       .chord = over           ? std::make_optional(ctrl(Key::enter))
                                : picker_.open ? std::nullopt
                                               : std::make_optional(chord(Key::escape)),
                       .name = "Leave the drill"};
    if (button(ui, bar.cut_right(button_width(ui, leave)).inset(0, ui.px(6)), leave)) {
        // A test against the clock cannot be taken up again.
        if (timed) {
            submit(drill::Stop{}, clock_.at(ui.event_time()));
        } else {
            deed = Deed::leave;
        }
    }
    bar.cut_right(ui.px(12));
    if (taken_ && !over) {
        const drill::Screen screen = run_->screen(clock_.at());
        const std::string count = copying() ? journal::clock_text(screen.left)
                                            : std::to_string(screen.number) + " of " + std::to_string(screen.total);
        const Font& font = ui.fonts().mono_big;
        const float wide = paint::width(font, copying() ? "00:00" : "000 of 000") + ui.px(8);
        label(ui, bar.cut_right(wide), font, Tone::plain, count, paint::Align::right,
              copying() ? "Time left" : "Progress");
        bar.cut_right(ui.px(12));
        if (!copying() && bar.w > ui.px(420)) {
            progress(
                ui, bar.cut_right(ui.px(180)),
                {.label = "Done",
                 .part = screen.total == 0 ? 0 : (screen.number - 1 + (screen.answered ? 1 : 0)) * 1000 / screen.total,
                 .tone = Tone::accent,
                 .value = count});
            bar.cut_right(ui.px(16));
        }
    }
    const std::string name = run_ != nullptr ? run_->plan().title : about(script_).title;
    label(ui, bar, ui.fonts().text, Tone::plain, qualification_ ? name + " (counts)" : name);
    if (run_ == nullptr || to_sit()) return std::max(deed, intro(ui, window));
    if (run_->state().over) return std::max(deed, result(ui, window));
    return std::max(deed, playing(ui, window));
}

}  // namespace shift311::desk
