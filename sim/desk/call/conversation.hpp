// The middle of the desk: who is speaking, what was said, and the line to speak on.
#pragma once

#include "sim/desk/call/say_line.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/call/wrap_up.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace shift311::desk {

class Conversation {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    SayLine& line() { return line_; }

  private:
    void head(Ui& ui, const Seat& seat, const Rect& rect) const;
    void transcript(Ui& ui, const Seat& seat, const Rect& rect);
    void message(Ui& ui, Seat& seat, Rect rect);
    void empty(Ui& ui, Seat& seat, const Rect& rect) const;

    SayLine line_;
    WrapUp wrap_;
    journal::ContactId spoke_on_ = 0;
    std::size_t spoken_ = 0;  ///< lines of the trainee's when last shown
};

}  // namespace shift311::desk
