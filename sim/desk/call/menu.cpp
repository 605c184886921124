#include "sim/desk/call/menu.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>

namespace shift311::desk {

std::optional<MenuDeed> menu_sheet(Ui& ui, Seat& seat, Settings& settings) {
    const shift::Screen& s = seat.screen();
    const bool narrow = ui.window().w < ui.px(760);
    Dialog box(ui, s.practice ? "The shift is paused" : "Menu", ui.px(narrow ? 420 : 680), ui.px(narrow ? 470 : 330));
    Rect body = box.content();
    std::optional<MenuDeed> deed;
    if (box.dismissed()) deed = MenuDeed::close;

    Scroll scroll(ui, "menu", body);
    const Rect c = scroll.content();
    const float column = narrow ? c.w : (c.w - ui.px(32)) / 2, high = ui.px(measure::kButton);
    float y = c.y;
    const auto line = [&] {
        const Rect place{c.x + ui.px(3), y + ui.px(3), column - ui.px(6), high};
        y += high + ui.px(10);
        return place;
    };
    if (button(ui, line(), {.label = "Go on", .kind = ButtonKind::primary, .chord = chord(Key::f10), .left = true}))
        deed = MenuDeed::close;
    const bool on_break = s.acd == journal::AcdState::on_break;
    const bool can = on_break || s.acd == journal::AcdState::available;
    if (button(ui, line(),
               {.label = on_break ? "Be available again" : "Take a break",
                .enabled = can,
                .name = "break",
                .left = true}) &&
        seat.act(ui, shift::SetAcd{on_break ? journal::AcdState::available : journal::AcdState::on_break}))
        deed = MenuDeed::close;
    if (button(ui, line(), {.label = "All keys", .chord = chord(Key::question), .left = true})) deed = MenuDeed::help;
    if (button(ui, line(), {.label = "Leave, go on later", .enabled = s.practice, .left = true}))
        deed = MenuDeed::leave;
    if (button(ui, line(), {.label = "End the shift now", .kind = ButtonKind::danger, .left = true}))
        deed = MenuDeed::end;
    const float left_end = y;
    if (narrow) {
        y += ui.px(10);
    } else {
        y = c.y;
    }
    const Rect right{narrow ? c.x : c.x + column + ui.px(32), y + ui.px(2), column, settings_height(ui)};
    if (settings_view(ui, right, settings)) deed = MenuDeed::settings_changed;
    y = right.bottom() + ui.px(14);
    std::string note =
        s.practice ? "The clock stands still while this is open." : "This is an exam: the clock goes on.";
    if (!can) note += " A break can begin when every contact is finished.";
    y += paragraph(ui, right.x, y, right.w, ui.fonts().small, Tone::dim, note);
    scroll.used(std::max(y, left_end) - c.y);
    return deed;
}

std::optional<MenuDeed> end_sheet(Ui& ui, const Seat& seat) {
    Dialog box(ui, "End the shift?", ui.px(520), ui.px(220));
    Rect body = box.content();
    std::optional<MenuDeed> deed;
    if (box.dismissed()) deed = MenuDeed::close;
    const auto& contacts = seat.state().contacts;
    const bool open = std::any_of(contacts.begin(), contacts.end(), [](const shift::Contact& c) {
        return c.stage != shift::Stage::done && c.stage != shift::Stage::abandoned;
    });
    std::string sure = open ? "Whoever is open or waiting stays unserved, and is judged so. " : "";
    sure += seat.screen().practice ? "An ended shift cannot be taken up again; to go on another time, leave it instead."
                                   : "An ended shift cannot be taken up again.";
    Rect foot = body.cut_bottom(ui.px(measure::kButton));
    paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::plain, sure);
    const Button stay{.label = "Go on with the shift", .kind = ButtonKind::primary, .chord = chord(Key::escape)};
    const Button end{.label = "End it", .kind = ButtonKind::danger};
    if (button(ui, foot.cut_right(button_width(ui, stay)), stay)) deed = MenuDeed::close;
    foot.cut_right(ui.px(8));
    if (button(ui, foot.cut_right(button_width(ui, end)), end)) deed = MenuDeed::end;
    return deed;
}

}  // namespace shift311::desk
