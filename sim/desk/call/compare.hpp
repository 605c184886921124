// This request beside one that is on file for the same place: are they the same thing?
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <string>

namespace shift311::desk {

/// Looks for open requests at the form's place, puts the look on record, and shows what there is.
void look_near(Ui& ui, Seat& seat);

class CompareView {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);

  private:
    std::string open_;
    journal::ContactId contact_ = 0;
};

}  // namespace shift311::desk
