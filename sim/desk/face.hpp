// A face of the program: something that can be shown in the window, or driven without one.
#pragma once

#include "sim/desk/ui.hpp"

#include <optional>

namespace shift311::desk {

class Face {
  public:
    virtual ~Face() = default;
    /// Draws the screen with the controls, and acts on what was pressed.
    virtual void frame(Ui& ui) = 0;
    /// When the screen will next change by itself; nothing: only when touched.
    virtual std::optional<Millis> next_due() const { return std::nullopt; }
    /// The program may end.
    virtual bool finished() const { return false; }
    /// The person asked the window to close.
    virtual void close_asked() {}
};

}  // namespace shift311::desk
