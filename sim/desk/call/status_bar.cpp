#include "sim/desk/call/status_bar.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

Badge state_badge(journal::AcdState state) {
    switch (state) {
        case journal::AcdState::available:
            return {.text = "Available", .tone = Tone::good, .icon = Icon::dot, .what = "State"};
        case journal::AcdState::on_contact:
            return {.text = "On contact", .tone = Tone::accent, .icon = Icon::dot, .what = "State"};
        case journal::AcdState::wrap_up:
            return {.text = "Wrap-up", .tone = Tone::careful, .icon = Icon::dot, .what = "State"};
        case journal::AcdState::on_break:
            return {.text = "On break", .tone = Tone::dim, .icon = Icon::hold, .what = "State"};
    }
    return {.text = "Available", .what = "State"};
}

/// A small word and its number, taken from the right end if there is room.
bool figure(Ui& ui, Rect& bar, std::string_view what, std::string_view value, Tone tone) {
    const Font &small = ui.fonts().small, &mono = ui.fonts().mono;
    const float wide = paint::width(small, what) + ui.px(8) + paint::width(mono, value);
    if (wide + ui.px(24) > bar.w) return false;
    Rect place = bar.cut_right(wide);
    label(ui, place.cut_right(paint::width(mono, value)), mono, tone, value, paint::Align::right, what);
    paint::text(ui, place, small, ui.theme().dim, what);
    bar.cut_right(ui.px(24));
    return true;
}

}  // namespace

bool status_bar(Ui& ui, const Seat& seat, Rect& window, bool stopped) {
    const shift::Screen& s = seat.screen();
    Rect bar = top_bar(ui, window);

    const std::string level = (s.practice ? "PRACTICE " : "EXAM ") + std::to_string(s.level);
    const Badge kind{.text = level, .tone = s.practice ? Tone::careful : Tone::bad, .what = "Level"};
    bar.cut_left(badge(ui, bar.x, bar.middle(), kind) + ui.px(20));

    const Button menu{.label = "Menu", .kind = ButtonKind::quiet, .chord = chord(Key::f10)};
    const bool asked = button(ui, bar.cut_right(button_width(ui, menu)).inset(0, ui.px(6)), menu);
    bar.cut_right(ui.px(8));
    const Badge state = state_badge(s.acd);
    const float wide = badge_width(ui, state);
    badge(ui, bar.cut_right(wide).x, bar.middle(), state);
    bar.cut_right(ui.px(24));

    const float clock = paint::width(ui.fonts().mono, s.clock);
    const std::string note = stopped ? "clock stopped" : "";
    const float note_wide = stopped ? paint::width(ui.fonts().small, note) + ui.px(10) : 0;
    const float name = std::min(paint::width(ui.fonts().text, s.title), std::max(0.0F, bar.w * 0.4F));
    if (name + clock + note_wide + ui.px(40) < bar.w) {
        label(ui, bar.cut_left(name), ui.fonts().text, Tone::plain, s.title, paint::Align::left, "Shift");
        bar.cut_left(ui.px(20));
    }
    label(ui, bar.cut_left(clock), ui.fonts().mono, Tone::plain, s.clock, paint::Align::left, "Clock");
    if (stopped && note_wide < bar.w) {
        bar.cut_left(ui.px(10));
        label(ui, bar.cut_left(note_wide - ui.px(10)), ui.fonts().small, Tone::careful, note);
    }
    bar.cut_left(ui.px(24));

    // From the most important to the least; what finds no room is left out.
    const std::string within = "Answered in " + std::to_string(s.service_level_within / 1000) + " s";
    const int rate = s.answered == 0 ? 0 : (s.answered_in_time * 100 + s.answered / 2) / s.answered;
    const bool late = s.longest_wait > s.service_level_within;
    const bool low = s.answered > 0 && rate < s.service_level_percent;
    struct Figure {
        std::string what, value;
        Tone tone;
    };
    std::vector<Figure> figures{{"Waiting", std::to_string(s.waiting), Tone::plain}};
    if (s.waiting > 0) figures.push_back({"Longest", time_text(s.longest_wait), late ? Tone::careful : Tone::plain});
    figures.push_back(
        {within, s.answered == 0 ? "\u2013" : std::to_string(rate) + " %", low ? Tone::careful : Tone::plain});
    const Font &small = ui.fonts().small, &mono = ui.fonts().mono;
    float needed = 0;
    std::size_t shown = 0;
    for (; shown < figures.size(); ++shown) {
        needed += paint::width(small, figures[shown].what) + paint::width(mono, figures[shown].value) + ui.px(32);
        if (needed > bar.w) break;
    }
    const float trainee = paint::width(ui.fonts().text, s.trainee);
    if (needed + trainee + ui.px(24) < bar.w) {
        label(ui, bar.cut_right(trainee), ui.fonts().text, Tone::plain, s.trainee, paint::Align::right, "Call taker");
        bar.cut_right(ui.px(24));
    }
    for (std::size_t i = shown; i-- > 0;)
        figure(ui, bar, figures[i].what, figures[i].value, figures[i].tone);
    return asked;
}

}  // namespace shift311::desk
