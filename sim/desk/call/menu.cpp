#include "sim/desk/call/menu.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/settings_view.hpp"

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
    if (button(ui, line(), {.label = "Go on", .kind = ButtonKind::primary, .chord = chord(Key::f10)}))
        deed = MenuDeed::close;
    const bool on_break = s.acd == journal::AcdState::on_break;
    const bool can = on_break || s.acd == journal::AcdState::available;
    if (button(ui, line(),
               {.label = on_break ? "Be available again" : "Take a break", .enabled = can, .name = "break"}) &&
        seat.act(ui, shift::SetAcd{on_break ? journal::AcdState::available : journal::AcdState::on_break}))
        deed = MenuDeed::close;
    if (button(ui, line(), {.label = "All keys", .chord = chord(Key::question)})) deed = MenuDeed::help;
    if (button(ui, line(), {.label = "Leave, go on later", .enabled = s.practice})) deed = MenuDeed::leave;
    if (button(ui, line(), {.label = "End the shift now", .kind = ButtonKind::danger}) && seat.act(ui, shift::Quit{}))
        deed = MenuDeed::close;
    const float left_end = y;
    if (narrow) {
        y += ui.px(10);
    } else {
        y = c.y;
    }
    const Rect right{narrow ? c.x : c.x + column + ui.px(32), y + ui.px(2), column, settings_height(ui)};
    if (settings_view(ui, right, settings)) deed = MenuDeed::settings_changed;
    y = right.bottom() + ui.px(14);
    const std::string note =
        s.practice ? "The clock stands still while this is open." : "This is an exam: the clock goes on.";
    y += paragraph(ui, right.x, y, right.w, ui.fonts().small, Tone::dim, note);
    scroll.used(std::max(y, left_end) - c.y);
    return deed;
}

}  // namespace shift311::desk
