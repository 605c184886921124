// The part of the screen that shows the request form, built from the service's attributes, and what lies near.
#pragma once

#include "sim/shift/screen.hpp"

namespace shift311::shift {

FormView form_view(const Floor& floor, const State& state, const Contact& contact);

}  // namespace shift311::shift
