// Is there a screen to open a window on? Asked before any window is made, because without one SFML ends the program.
#pragma once

#include <stdexcept>
#include <string>

namespace shift311::window {

/// There is no display, or no window can be opened on it; what() is one sentence for the person.
class NoDisplay : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Empty when a window can be opened, else one sentence that says why not.
std::string why_no_display();

/// How many pixels the screen has for one of a plain screen, 1 to 3: GDK_SCALE, else the Xft.dpi of the X resources.
float screen_density();

}  // namespace shift311::window
