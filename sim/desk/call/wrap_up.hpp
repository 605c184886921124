// The end of a contact: how it came out, and then on to the next.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>

namespace shift311::desk {

class WrapUp {
  public:
    float height(Ui& ui, float wide) const;
    void show(Ui& ui, Seat& seat, Rect rect);

  private:
    std::optional<std::size_t> chosen_;
    journal::ContactId contact_ = 0;
};

}  // namespace shift311::desk
