// Numbers, days and street addresses among words: their kind is what counts, not which they are.
#pragma once

#include "sim/listen/spoken.hpp"

#include <vector>

namespace shift311::listen {

/// "42" -> "#", "215 555 0142" -> "#long", "January 28" -> "#day", "4208 Spruce Street" -> "#address"; 311, 911 and 988
/// stay.
void put_in_classes(std::vector<Spoken>& words);

}  // namespace shift311::listen
