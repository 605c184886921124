// Drawing a drill: which vignettes, in which order.
#pragma once

#include "sim/script/drill.hpp"

#include <cstdint>
#include <vector>

namespace shift311::drill {

/// `count` vignettes, half of them emergencies as far as there are any, shuffled by `seed`; none twice.
std::vector<const script::Vignette*> draw(const script::Drills& drills, int count, bool exam, std::uint64_t seed);

}  // namespace shift311::drill
