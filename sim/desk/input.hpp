// What the person did, in order, handed to the desk in slices: one key or button change a frame, so that no press is
// lost when a slow frame, a fast typist or a script brings many at once.
#pragma once

#include "sim/desk/key.hpp"

#include <deque>
#include <optional>
#include <string>
#include <variant>

namespace shift311::desk {

struct Typed {
    char32_t c = 0;
    Millis at = 0;
};
struct MouseMoved {
    float x = 0, y = 0;
    Millis at = 0;
};
struct MouseButton {
    float x = 0, y = 0;
    int button = 0;  ///< 0 left, 1 right, 2 middle
    bool down = false;
    Mods mods{};
    Millis at = 0;
};
struct Wheel {
    float steps = 0;
    Millis at = 0;
};
struct MouseLeft {
    Millis at = 0;
};
using InputEvent = std::variant<KeyPress, Typed, MouseMoved, MouseButton, Wheel, MouseLeft>;

/// What one frame gets to see.
struct Slice {
    std::optional<KeyPress> key;
    std::u32string text;                ///< characters typed, in order
    Millis at = 0;                      ///< when the last of it happened
    std::optional<MouseButton> button;  ///< a change of one mouse button
    float wheel = 0;
};

class Input {
  public:
    void push(const InputEvent& event);
    bool pending() const { return !queue_.empty(); }

    /// Takes the next slice off the queue; empty when nothing is pending. Characters in a row share a slice, so do
    /// moves of the mouse and turns of the wheel; every key and button change has one of its own.
    Slice next();

    bool mouse_inside() const { return inside_; }
    float mouse_x() const { return x_; }
    float mouse_y() const { return y_; }
    bool mouse_down(int button) const { return button >= 0 && button < 3 && down_[button]; }
    bool shift_held() const { return shift_; }

  private:
    std::deque<InputEvent> queue_;
    float x_ = 0, y_ = 0;
    bool inside_ = false;
    bool shift_ = false;
    bool down_[3] = {false, false, false};
};

}  // namespace shift311::desk
