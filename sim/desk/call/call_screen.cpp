#include "sim/desk/call/call_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/call/contacts.hpp"
#include "sim/desk/call/help.hpp"
#include "sim/desk/call/menu.hpp"
#include "sim/desk/call/phone.hpp"
#include "sim/desk/call/status_bar.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/tabs.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kThreeColumns = 980;  // narrower than this, in pixels at 100 %, the columns share one place

}  // namespace

CallScreen::CallScreen(shift::Run& run, bool tour) : seat_(run), touring_(tour) {}

bool CallScreen::running(Millis now) const {
    if (seat_.trouble()) return false;
    if (seat_.screen().practice && (help_ || menu_ || ending_)) return false;
    return !touring_ || tour_.clock_runs(now, seat_);
}

void CallScreen::keys(Ui& ui) {
    const shift::Screen& s = seat_.screen();
    const bool speak = ui.pressed(chord(Key::slash)) || ui.pressed(ctrl(Key::slash));
    if (speak) {
        if (narrow_) seat_.open(ui, Side::talk);
        if (s.written) {
            ui.focus("Reply");
        } else if (s.say.enabled) {
            ui.focus("Say");
        } else {
            seat_.tell(ui, s.say.why_not, Tone::careful);
        }
    }
    if (ui.pressed(chord(Key::f5))) seat_.open(ui, Side::request, RequestForm::first_open(seat_));
    if (ui.pressed(chord(Key::f6))) seat_.open(ui, Side::history, history_.field());
    if (ui.pressed(chord(Key::f7))) look_near(ui, seat_);
    if (ui.pressed(chord(Key::f8))) seat_.open(ui, Side::knowledge, knowledge_.field());
    if (ui.pressed(chord(Key::f9))) seat_.open(ui, Side::directory, directory_.field());
    if (ui.pressed(chord(Key::f12))) seat_.open(ui, Side::request, "Notes");
    contact_keys(ui, seat_);
    if (ui.pressed(chord(Key::question))) help_ = true;
    if (ui.pressed(chord(Key::f10))) menu_ = true;
    const auto held = ui.held_since(Key::f1);
    if (held && ui.now() - *held >= Ui::kHeld && !help_ && *held != f1_down_) {
        f1_down_ = *held;
        help_ = true;
    }
    if (held && !help_) ui.animate();
}

void CallScreen::side(Ui& ui, const Rect& rect, bool with_talk) {
    card(ui, rect);
    Rect body = rect.inset(1);
    std::vector<Tab> all;
    std::vector<Side> sides;
    if (with_talk)
        all.push_back({seat_.screen().written ? "Message" : "Call", std::nullopt}), sides.push_back(Side::talk);
    all.push_back({"Request", chord(Key::f5)});
    all.push_back({"History", chord(Key::f6)});
    all.push_back({"Knowledge", chord(Key::f8)});
    all.push_back({"Directory", chord(Key::f9)});
    sides.insert(sides.end(), {Side::request, Side::history, Side::knowledge, Side::directory});
    // Transfer and comparing lie over the form for a while; its tab stays the chosen one.
    const Side shown = seat_.side() == Side::transfer || seat_.side() == Side::compare ? Side::request
                       : seat_.side() == Side::talk && !with_talk                      ? Side::request
                                                                                       : seat_.side();
    const auto at = static_cast<std::size_t>(std::find(sides.begin(), sides.end(), shown) - sides.begin());
    const float high = ui.px(rect.h > ui.px(360) ? 48 : 40);
    // Their keys were seen to before: those also say where the focus goes.
    if (const auto chosen = tabs(ui, body.cut_top(high).inset(ui.px(8), 0), all, at)) seat_.open(ui, sides[*chosen]);
    switch (seat_.side()) {
        case Side::talk:
            if (with_talk) {
                conversation_.show(ui, seat_, body);
            } else {
                form_.show(ui, seat_, body);
            }
            break;
        case Side::request:
            form_.show(ui, seat_, body);
            break;
        case Side::history:
            history_.show(ui, seat_, body);
            break;
        case Side::knowledge:
            knowledge_.show(ui, seat_, body);
            break;
        case Side::directory:
            directory_.show(ui, seat_, body);
            break;
        case Side::transfer:
            transfer_.show(ui, seat_, body);
            break;
        case Side::compare:
            compare_.show(ui, seat_, body);
            break;
    }
}

void CallScreen::columns(Ui& ui, Rect body) {
    const float gap = ui.px(8);
    const float contacts = std::clamp(std::round(body.w * 0.18F), ui.px(272), ui.px(320));
    Rect left = body.cut_left(contacts);
    body.cut_left(gap);
    const Rect phone = left.cut_bottom(phone_card_height(ui));
    left.cut_bottom(gap);
    contacts_card(ui, seat_, left);
    below_contacts_ = left.inset(ui.px(8));
    phone_card(ui, seat_, phone);
    const float talk = std::round(body.w * 0.44F);
    const Rect middle = body.cut_left(std::min(talk, ui.px(760)));
    body.cut_left(gap);
    conversation_.show(ui, seat_, middle);
    side(ui, body, false);
}

void CallScreen::narrow(Ui& ui, Rect body) {
    const float line = ui.px(measure::kField);
    Rect strip = body.cut_top(line);
    body.cut_top(ui.px(8));
    if (strip.w >= ui.px(860)) {
        phone_strip(ui, seat_, strip.cut_right(ui.px(480)));
        strip.cut_right(ui.px(8));
        contacts_strip(ui, seat_, strip);
    } else {
        contacts_strip(ui, seat_, strip);
        Rect buttons = body.cut_top(line);
        body.cut_top(ui.px(8));
        phone_strip(ui, seat_, buttons);
    }
    side(ui, body, true);
}

void CallScreen::foot(Ui& ui, Rect& body) {
    const shift::Screen& s = seat_.screen();
    if (const Notice* told = seat_.notice(ui)) {
        const Rect bar = body.cut_bottom(ui.px(measure::kBottomBar));
        paint::fill(ui, bar, quiet_ground(ui.theme(), told->tone));
        paint::rule_above(ui, bar, quiet_line(ui.theme(), told->tone));
        Rect inside = bar.inset(ui.px(16), 0);
        const Icon icon = told->tone == Tone::good ? Icon::check : Icon::warning;
        draw_icon(ui, icon, inside.cut_left(ui.px(16)), ui.px(14), ink(ui.theme(), told->tone));
        inside.cut_left(ui.px(8));
        label(ui, inside, ui.fonts().text, Tone::plain, told->text, paint::Align::left, "Notice");
        return;
    }
    std::vector<KeyHint> hints;
    if (s.answer.enabled) hints.push_back({"F1", "answer"});
    if (s.hold.enabled) hints.push_back({"F2", "hold"});
    if (s.resume.enabled) hints.push_back({"F2", "take back"});
    if (s.say.enabled) hints.push_back({ui.typing() && !ui.has_focus("Say") ? "Ctrl /" : "/", "say"});
    if (s.written && s.stage == shift::Stage::talking)
        hints.push_back({!ui.typing()            ? "/"
                         : ui.has_focus("Reply") ? "Ctrl Enter"
                                                 : "Ctrl /",
                         ui.has_focus("Reply") ? "send" : "reply"});
    if (s.transfer.enabled) hints.push_back({"F3", "transfer"});
    if (s.end.enabled) hints.push_back({"F4", "end"});
    if (s.stage == shift::Stage::wrap_up) hints.push_back({"F4", "finish"});
    if (s.active != 0) hints.insert(hints.end(), {{"F5", "request"}, {"F7", "duplicates"}, {"F12", "notes"}});
    hints.insert(hints.end(), {{"F6", "history"}, {"F8", "knowledge"}, {"F9", "directory"}, {"Tab", "next field"}});
    hints.push_back({ui.typing() ? "F1 held" : "?", "all keys"});
    bottom_bar(ui, body, hints);
}

void CallScreen::trouble(Ui& ui, Deed& deed) {
    Dialog box(ui, "The records cannot be written", ui.px(520), ui.px(250));
    Rect body = box.content();
    const std::string safe = "Your work up to " + seat_.screen().clock +
                             " is safe, and the clock stands still. Try again, or leave and go on later from there.";
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::plain, seat_.trouble()->sentence));
    body.cut_top(ui.px(8));
    paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim, safe);
    Rect foot = body.cut_bottom(ui.px(measure::kButton));
    const Button again{.label = "Try again", .kind = ButtonKind::primary};
    const Button leave{.label = "Leave the shift"};
    if (button(ui, foot.cut_right(button_width(ui, again)), again)) seat_.try_again();
    foot.cut_right(ui.px(8));
    if (button(ui, foot.cut_right(button_width(ui, leave)), leave)) deed = Deed::leave;
}

CallScreen::Deed CallScreen::frame(Ui& ui, Settings& settings) {
    Deed deed = Deed::none;
    seat_.refresh();
    narrow_ = ui.window().w < ui.px(kThreeColumns);
    // In one column, what begins comes into view by itself: a contact that was taken, and its outcome.
    const shift::Screen& s = seat_.screen();
    if (narrow_ && (s.active != active_ || (s.stage != stage_ && s.stage == shift::Stage::wrap_up)))
        seat_.open(ui, Side::talk);
    if (!narrow_ && seat_.side() == Side::talk) seat_.open(ui, Side::request);
    // What was open on the last contact does not belong to the next.
    if (s.active != active_ && (seat_.side() == Side::transfer || seat_.side() == Side::compare))
        seat_.open(ui, Side::request);
    // Nobody is left to be handed over; and who was looked for last time is not who is looked for now.
    if (seat_.side() == Side::transfer && s.stage == shift::Stage::wrap_up) seat_.open(ui, Side::request);
    if (seat_.side() != Side::transfer) transfer_.forget();
    // Whom one turns back to is spoken to, unless the keys are busy elsewhere. A message is read first.
    if (s.active != active_ && s.say.enabled && !ui.anything_focused()) ui.focus("Say");
    active_ = s.active;
    stage_ = s.stage;

    keys(ui);
    if (settings_keys(ui, settings)) deed = Deed::settings_changed;
    Rect body = ui.window();
    const bool stopped = !running(ui.now());
    if (status_bar(ui, seat_, body, stopped)) menu_ = true;
    if (body.h > ui.px(360) || seat_.notice(ui) != nullptr) foot(ui, body);
    body = body.inset(ui.px(8));
    below_contacts_.reset();
    if (narrow_) {
        narrow(ui, body);
    } else {
        columns(ui, body);
    }
    // What is left of Escape when no list, line or view had a use for it.
    if (ui.pressed(chord(Key::escape))) ui.unfocus();
    if (touring_ && !tour_.show(ui, seat_, below_contacts_)) {
        touring_ = false;
        deed = Deed::tour_done;
    }
    if (help_ && help_sheet(ui)) help_ = false;
    if (menu_ && !help_) {
        if (const auto chosen = menu_sheet(ui, seat_, settings)) {
            if (*chosen == MenuDeed::settings_changed) {
                deed = Deed::settings_changed;
            } else {
                menu_ = false;
            }
            // One sheet takes the place of another: the keys go with it.
            if (*chosen == MenuDeed::help) help_ = true, ui.focus("Close");
            if (*chosen == MenuDeed::leave) deed = Deed::leave;
            if (*chosen == MenuDeed::end) ending_ = true, ui.focus("Go on with the shift");
        }
    } else if (ending_) {
        if (const auto chosen = end_sheet(ui, seat_)) {
            ending_ = false;
            if (*chosen == MenuDeed::end) seat_.act(ui, shift::Quit{});
        }
    }
    if (seat_.trouble()) trouble(ui, deed);
    return deed;
}

}  // namespace shift311::desk
