#include "sim/desk/call/contacts.hpp"

#include "sim/desk/call/channel_icon.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

bool finished(const shift::ContactRow& row) {
    return row.stage == shift::Stage::done || row.stage == shift::Stage::abandoned;
}

std::size_t open_count(const shift::Screen& screen) {
    return static_cast<std::size_t>(
        std::count_if(screen.contacts.begin(), screen.contacts.end(), [](const auto& c) { return !finished(c); }));
}

/// The name, told apart when two contacts have the same.
std::string label_of(const shift::Screen& screen, const shift::ContactRow& row) {
    const auto same = std::count_if(screen.contacts.begin(), screen.contacts.end(),
                                    [&](const auto& other) { return other.name == row.name; });
    return same > 1 ? row.name + ", contact " + std::to_string(row.id) : row.name;
}

void empty_state(Ui& ui, const Rect& rect) {
    const float middle = rect.y + std::min(rect.h / 2, ui.px(140));
    draw_icon(ui, Icon::phone, {rect.x, middle - ui.px(44), rect.w, ui.px(32)}, ui.px(28), ui.theme().faint);
    const Rect line{rect.x + ui.px(16), middle, rect.w - ui.px(32), ui.fonts().text.line};
    label(ui, line, ui.fonts().text, Tone::dim, "Nobody is waiting", paint::Align::center);
    label(ui, line.moved(0, ui.px(22)), ui.fonts().small, Tone::dim, "Callers appear here.", paint::Align::center);
}

}  // namespace

void turn_to(Ui& ui, Seat& seat, const shift::ContactRow& row) {
    if (finished(row) || row.active) return;
    const bool waiting = row.stage == shift::Stage::waiting;
    const bool done = waiting ? seat.act(ui, shift::Answer{row.id}) : seat.act(ui, shift::Take{row.id});
    if (done && waiting) ui.focus("Say");
}

void contact_keys(Ui& ui, Seat& seat) {
    for (std::size_t i = 0; i < 9 && i < seat.screen().contacts.size(); ++i) {
        const Key key = static_cast<Key>(static_cast<int>(Key::digit1) + static_cast<int>(i));
        if (ui.pressed(ctrl(key))) {
            const shift::ContactRow row = seat.screen().contacts[i];
            turn_to(ui, seat, row);
            return;
        }
    }
}

void contacts_card(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::Screen& screen = seat.screen();
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Contacts", std::to_string(open_count(screen)));
    if (screen.contacts.empty()) {
        empty_state(ui, body);
        return;
    }
    Scroll scroll(ui, "contacts", body.inset(1, 0));
    const Rect c = scroll.content();
    float y = c.y;
    bool told = false;
    ui.begin_group("contacts");
    for (const shift::ContactRow& contact : screen.contacts) {
        const bool over = finished(contact);
        if (over && !told) {
            told = true;
            heading(ui, Rect{c.x + ui.px(16), y + ui.px(8), c.w - ui.px(32), ui.px(24)}, "Finished");
            y += ui.px(36);
        }
        const std::string name = label_of(screen, contact), time = time_text(contact.timer);
        const Row line{.title = contact.name,
                       .second = contact.status,
                       .right = time,
                       .right_tone = over             ? Tone::dim
                                     : contact.urgent ? Tone::careful
                                                      : Tone::plain,
                       .icon = channel_icon(contact.channel),
                       .icon_tone = over             ? Tone::faint
                                    : contact.urgent ? Tone::careful
                                                     : Tone::plain,
                       .selected = contact.active && !over,
                       .focusable = !over,
                       .label = name,
                       .wrap_title = true,
                       .dim = over};
        const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
        y += place.h;
        if (row(ui, place, line).clicked && !over) {
            const shift::ContactRow chosen = contact;
            turn_to(ui, seat, chosen);
        }
    }
    ui.end_group();
    if (open_count(screen) == 0) {
        empty_state(ui, Rect{c.x, y, c.w, ui.px(120)});
        y += ui.px(120);
    }
    scroll.used(y - c.y);
}

void contacts_strip(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::Screen& screen = seat.screen();
    const Theme& t = ui.theme();
    if (open_count(screen) == 0) {
        label(ui, rect, ui.fonts().text, Tone::dim, "Nobody is waiting");
        return;
    }
    Rect left = rect;
    const float corner = ui.px(measure::kControlCorner);
    ui.begin_group("contacts");
    for (const shift::ContactRow& contact : screen.contacts) {
        if (finished(contact)) break;
        const std::string name = label_of(screen, contact), time = time_text(contact.timer);
        const float words = paint::width(ui.fonts().text, contact.name);
        const float wide = std::min(ui.px(12 + 22 + 10 + 12) + words + paint::width(ui.fonts().mono, time), ui.px(240));
        if (wide > left.w) {
            label(ui, left, ui.fonts().text, Tone::dim, "more");
            break;
        }
        const Rect place = left.cut_left(wide);
        left.cut_left(ui.px(8));
        const Touch touch = ui.touch(place, {.label = name, .role = Role::row, .current = contact.active});
        paint::fill(ui, place, contact.active ? t.selected : touch.hovered ? t.hover : t.raised, corner);
        paint::outline(ui, place, contact.active ? t.accent : t.edge, corner);
        Rect inside = place.inset(ui.px(12), 0);
        const Color tone = contact.urgent ? t.careful : t.text;
        draw_icon(ui, channel_icon(contact.channel), inside.cut_left(ui.px(16)), ui.px(16), tone);
        inside.cut_left(ui.px(8));
        paint::text(ui, inside.cut_right(paint::width(ui.fonts().mono, time)), ui.fonts().mono, tone, time);
        inside.cut_right(ui.px(8));
        paint::text(ui, inside.grown(1), ui.fonts().text, t.text, contact.name);
        if (touch.ring) paint::focus_ring(ui, place.grown(ui.px(3)), corner + ui.px(3));
        ui.control(touch).value = contact.status + ", " + time + (contact.active ? ", selected" : "");
        if (touch.clicked) {
            const shift::ContactRow chosen = contact;
            turn_to(ui, seat, chosen);
        }
    }
    ui.end_group();
}

}  // namespace shift311::desk
