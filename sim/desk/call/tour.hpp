// The first-run tour: a card that says what to do next, and an outline around the control to use, through one short
// call.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace shift311::desk {

class Tour {
  public:
    /// Draws the card of the step that is due: at the bottom of `free`, a place that the call does not need, or beside
    /// the control where there is no such place. False once it is over or was left.
    bool show(Ui& ui, Seat& seat, const std::optional<Rect>& free);
    /// Whether the clock may run: while somebody speaks, and for a moment after every key, so that reading costs
    /// nothing.
    bool clock_runs(Millis now, const Seat& seat) const;
    void touched(Millis now) { touched_ = now; }

  private:
    std::size_t due(const Seat& seat) const;
    bool welcomed_ = false;
    Millis touched_ = 0;
};

}  // namespace shift311::desk
