// Where in a sentence a person's name is to be expected.
#pragma once

#include "sim/listen/spoken.hpp"

#include <cstddef>
#include <vector>

namespace shift311::listen {

/// Word `i` stands where people say their name: "this is ...", "... speaking", "... here", "le habla ...".
bool name_place(const std::vector<Spoken>& words, std::size_t i);
/// It follows "Mr.", "señora" or the like.
bool titled(const std::vector<Spoken>& words, std::size_t i);

}  // namespace shift311::listen
