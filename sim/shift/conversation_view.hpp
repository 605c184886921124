// The part of the screen that shows the talk: captions as they are spoken, mood, what is still due.
#pragma once

#include "sim/shift/screen.hpp"

namespace shift311::shift {

void fill_conversation(const Floor& floor, const Contact& contact, Millis at, Screen& screen);

}  // namespace shift311::shift
