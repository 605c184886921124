// Handing the caller over: to whom, and staying until they answer or not.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string>

namespace shift311::desk {

class TransferView {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    /// The next time it is opened nothing is written or chosen.
    void forget();

  private:
    std::string query_, target_;
    std::optional<std::size_t> how_;  ///< 0 warm, 1 cold
    journal::ContactId contact_ = 0;
};

}  // namespace shift311::desk
