// Who is waiting, on the line, on hold or in wrap-up; and the telephone's buttons.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

/// The list as a card.
void contacts_card(Ui& ui, Seat& seat, const Rect& rect);
/// The same as one line of chips, where there is no room for a column.
void contacts_strip(Ui& ui, Seat& seat, const Rect& rect);
/// Turns to the contact, or answers it. Ctrl+1 to Ctrl+9 do so too.
void turn_to(Ui& ui, Seat& seat, const shift::ContactRow& row);
void contact_keys(Ui& ui, Seat& seat);

}  // namespace shift311::desk
