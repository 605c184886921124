// Answer, hold, transfer, end: the telephone by button and by F1 to F4.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

/// Two rows of two, as a card with a heading.
void phone_card(Ui& ui, Seat& seat, const Rect& rect);
float phone_card_height(const Ui& ui);
/// One row of four without a card.
void phone_strip(Ui& ui, Seat& seat, const Rect& rect);

}  // namespace shift311::desk
