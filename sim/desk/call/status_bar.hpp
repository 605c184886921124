// The bar above a shift: which shift it is, its clock, the queue, and the call taker's state.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

/// `stopped`: the clock stands still, and why is shown beside it. True when the menu was asked for.
bool status_bar(Ui& ui, const Seat& seat, Rect& window, bool stopped);

}  // namespace shift311::desk
