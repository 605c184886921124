#include "sim/desk/call/phone.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"

namespace shift311::desk {

namespace {

/// A button that says why it cannot be pressed when its key is pressed all the same.
bool act_button(Ui& ui, Seat& seat, const Rect& rect, Button spec, const shift::ActView& act) {
    spec.enabled = act.enabled;
    if (button(ui, rect, spec)) return true;
    if (!act.enabled && (spec.on_tap ? ui.tapped(*spec.chord) : ui.pressed(*spec.chord)))
        seat.tell(ui, act.why_not, Tone::careful);
    return false;
}

void answer(Ui& ui, Seat& seat, const Rect& rect) {
    const bool ringing = seat.screen().answer.enabled;
    // The same key, held, shows all keys; so it answers when it comes up.
    if (act_button(ui, seat, rect,
                   {.label = "Answer",
                    .kind = ringing ? ButtonKind::primary : ButtonKind::plain,
                    .chord = chord(Key::f1),
                    .on_tap = true},
                   seat.screen().answer) &&
        seat.act(ui, shift::Answer{}))
        ui.focus("Say");
}

void hold(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::Screen& s = seat.screen();
    if (s.stage == shift::Stage::on_hold) {
        if (act_button(ui, seat, rect,
                       {.label = "Resume", .kind = ButtonKind::primary, .chord = chord(Key::f2), .name = "hold"},
                       s.resume))
            seat.act(ui, shift::Resume{});
    } else if (act_button(ui, seat, rect, {.label = "Hold", .chord = chord(Key::f2), .name = "hold"}, s.hold)) {
        seat.act(ui, shift::Hold{});
    }
}

void transfer(Ui& ui, Seat& seat, const Rect& rect) {
    if (act_button(ui, seat, rect, {.label = "Transfer", .chord = chord(Key::f3), .on = seat.side() == Side::transfer},
                   seat.screen().transfer))
        seat.open(ui, Side::transfer, "Transfer to");
}

void end(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::Screen& s = seat.screen();
    // In wrap-up the same key finishes the contact; that button stands with the outcomes.
    if (s.stage == shift::Stage::wrap_up) {
        button(ui, rect, {.label = "End", .kind = ButtonKind::danger, .enabled = false});
        return;
    }
    if (act_button(ui, seat, rect, {.label = "End", .kind = ButtonKind::danger, .chord = chord(Key::f4)}, s.end) &&
        seat.act(ui, shift::End{}))
        ui.unfocus();
}

}  // namespace

float phone_card_height(const Ui& ui) {
    return ui.px(40 + 2 * measure::kButton + 8 + 24);
}

void phone_card(Ui& ui, Seat& seat, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "Phone").inset(ui.px(12));
    const float half = (body.w - ui.px(8)) / 2, high = ui.px(measure::kButton);
    Rect first = body.cut_top(high);
    body.cut_top(ui.px(8));
    Rect second = body.cut_top(high);
    const Rect top_left = first.cut_left(half), bottom_left = second.cut_left(half);
    first.cut_left(ui.px(8));
    second.cut_left(ui.px(8));
    answer(ui, seat, top_left);
    hold(ui, seat, first);
    transfer(ui, seat, bottom_left);
    end(ui, seat, second);
}

void phone_strip(Ui& ui, Seat& seat, const Rect& rect) {
    Rect left = rect;
    const float wide = (rect.w - 3 * ui.px(6)) / 4;
    const auto next = [&] {
        const Rect place = left.cut_left(wide);
        left.cut_left(ui.px(6));
        return place;
    };
    answer(ui, seat, next());
    hold(ui, seat, next());
    transfer(ui, seat, next());
    end(ui, seat, next());
}

}  // namespace shift311::desk
