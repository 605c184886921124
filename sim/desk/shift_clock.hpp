// The shift's own time: runs with the monotonic clock while the desk is at work, stands still while it is stopped, and
// does not count a jump, such as a laptop that was asleep.
#pragma once

#include "assessment/journal/event.hpp"
#include "sim/desk/key.hpp"

namespace shift311::desk {

class ShiftClock {
  public:
    static constexpr Millis kJump = 30'000;  ///< a gap this long between two looks at the clock is no work

    void start(journal::Millis at, Millis now) {
        at_ = at;
        last_ = now;
        lost_ = 0;
    }
    /// Call once a frame.
    void look(Millis now, bool running) {
        const Millis passed = now > last_ ? now - last_ : 0;
        last_ = now;
        if (!running) return;
        if (passed > kJump) {
            lost_ += passed;
        } else {
            at_ += passed;
        }
    }
    journal::Millis at() const { return at_; }
    /// The shift's time of something that happened just now by the monotonic clock.
    journal::Millis at(Millis monotonic) const {
        const Millis before = last_ > monotonic ? last_ - monotonic : 0;
        return before > at_ ? 0 : at_ - before;
    }
    /// The monotonic time at which the shift's clock will show this, if it goes on running.
    Millis monotonic(journal::Millis at) const { return last_ + (at > at_ ? at - at_ : 0); }
    /// Time lost to jumps since last asked.
    Millis take_lost() {
        const Millis lost = lost_;
        lost_ = 0;
        return lost;
    }

  private:
    journal::Millis at_ = 0;
    Millis last_ = 0;
    Millis lost_ = 0;
};

}  // namespace shift311::desk
