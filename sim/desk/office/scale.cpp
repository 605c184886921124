#include "sim/desk/office/scale.hpp"

#include "sim/desk/paint.hpp"
#include "sim/desk/tone.hpp"

#include <cmath>
#include <string>

namespace shift311::desk {

namespace {

using standing::Mark;

constexpr int kNumbers = 7;

Tone tone_of(int number) {
    return number <= 3 ? Tone::bad : number >= 6 ? Tone::good : Tone::accent;
}

bool set(Mark& mark, Mark::Kind kind, int value) {
    if (mark.kind == kind && mark.value == value) return false;
    mark.kind = kind;
    mark.value = value;
    return true;
}

bool set_number(Mark& mark, int value) {
    return set(mark, mark.kind == Mark::Kind::not_responding ? mark.kind : Mark::Kind::number, value);
}

bool toggle_responding(Mark& mark) {
    const bool on = mark.kind == Mark::Kind::not_responding;
    return set(mark, on ? mark.value > 0 ? Mark::Kind::number : Mark::Kind::not_observed : Mark::Kind::not_responding,
               mark.value);
}

}  // namespace

std::string mark_words(const Mark& mark) {
    static const char* const kWords[] = {"",           "not acceptable", "poor",      "below standard",
                                         "acceptable", "good",           "very good", "superior"};
    if (mark.kind == Mark::Kind::not_observed) return "not observed";
    std::string words = mark.value >= 1 && mark.value <= kNumbers
                            ? std::to_string(mark.value) + ", " + kWords[mark.value]
                            : std::string("no number yet");
    if (mark.kind == Mark::Kind::not_responding) words += ", not responding to training";
    return words;
}

bool wants_comment(const Mark& mark) {
    if (mark.kind == Mark::Kind::not_observed) return false;
    return mark.kind == Mark::Kind::not_responding || (mark.value > 0 && (mark.value <= 3 || mark.value >= 6));
}

bool scale(Ui& ui, const Rect& rect, std::string_view label, Mark& mark) {
    const Theme& t = ui.theme();
    const float corner = ui.px(measure::kCapCorner), gap = ui.px(2);
    const float words = ui.px(46);
    const float each = std::floor((rect.w - 2 * words - 8 * gap - ui.px(6)) / kNumbers);
    bool changed = false;
    Rect rest = rect;
    const auto cell = [&](const std::string& shown, const std::string& name, float wide, bool on, Tone tone,
                          Role role) {
        const Rect r = rest.cut_left(wide);
        rest.cut_left(gap);
        const std::string full = std::string(label) + ": " + name;
        const Touch touch = ui.touch(r, {.label = full, .role = role, .current = on});
        paint::fill(ui, r, on ? quiet_ground(t, tone) : touch.hovered ? t.hover : t.raised, corner);
        paint::outline(ui, r, on ? ink(t, tone) : t.line, corner, on && tone != Tone::dim ? ui.px(2) : 1);
        const bool suggested = mark.suggested > 0 && shown == std::to_string(mark.suggested);
        paint::text(ui, r, on || suggested ? ui.fonts().small_strong : ui.fonts().small,
                    on          ? t.text
                    : suggested ? t.accent
                                : t.dim,
                    shown, paint::Align::center);
        if (touch.ring) paint::focus_ring(ui, r.grown(ui.px(3)), corner + ui.px(3));
        ui.control(touch).value = on ? "on" : "off";
        if (touch.focused) {
            for (const char32_t c : ui.text_for(touch)) {
                if (c >= U'1' && c <= U'7') changed = set_number(mark, static_cast<int>(c - U'0')) || changed;
                if (c == U'n' || c == U'N') changed = set(mark, Mark::Kind::not_observed, 0) || changed;
                if (c == U'r' || c == U'R') changed = toggle_responding(mark) || changed;
            }
            if (!ui.text_for(touch).empty()) ui.take_text();
        }
        return touch;
    };
    ui.begin_group(label);
    for (int i = 1; i <= kNumbers; ++i) {
        const bool on = mark.kind != Mark::Kind::not_observed && mark.value == i;
        const Touch touch = cell(std::to_string(i), std::to_string(i), each, on, tone_of(i), Role::radio);
        if (touch.clicked || touch.moved) changed = set_number(mark, i) || changed;
    }
    rest.cut_left(ui.px(6));
    // Not observed is where every mark begins: it is chosen quietly.
    const Touch none = cell("NO", "not observed", words, mark.kind == Mark::Kind::not_observed, Tone::dim, Role::radio);
    if (none.clicked || none.moved) changed = set(mark, Mark::Kind::not_observed, 0) || changed;
    ui.end_group();
    const Touch stuck = cell("NRT", "not responding to training", words, mark.kind == Mark::Kind::not_responding,
                             Tone::careful, Role::check);
    if (stuck.clicked) changed = toggle_responding(mark) || changed;
    return changed;
}

}  // namespace shift311::desk
