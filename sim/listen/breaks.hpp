// Where one thing said may end and the next begin.
#pragma once

#include "sim/listen/spoken.hpp"

#include <cstddef>
#include <vector>

namespace shift311::listen {

/// What it costs to part the words before word `i`; -1 where they are not to be parted.
int break_cost(const std::vector<Spoken>& words, std::size_t i);

}  // namespace shift311::listen
