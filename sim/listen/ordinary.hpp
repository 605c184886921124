// Everyday words that a city line has no use for: they are meant as they stand, and are no misspelling of anything
// else.
#pragma once

#include "sim/listen/stem.hpp"

#include <string_view>

namespace shift311::listen {

/// Parted by spaces, in order.
std::string_view ordinary_words(Language language);
/// Words from another world than the city's: a line with one in it is most likely no phrase of ours.
std::string_view far_words(Language language);

}  // namespace shift311::listen
