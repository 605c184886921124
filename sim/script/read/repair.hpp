// Where the parser stops: what to tell the author, and what to leave out so that the rest of the file can be read.
#pragma once

#include "sim/script/read/tree.hpp"

#include <cstddef>
#include <string>

namespace shift311::script::read {

struct Repair {
    std::size_t at = 0;       ///< the byte at which the author will look
    std::string message;      ///< one sentence
    std::string suggestion;   ///< what is not checked until then; may be empty
    std::size_t begin = 0;    ///< the bytes that are left out: one of a value, or whole lines
    std::size_t end = 0;      ///< behind the last of them
    bool lines = false;       ///< whole lines
    bool hides_keys = false;  ///< what stood on later lines is taken for a part of the value
};

/// What to do about the tree's stop. Every repair changes the text.
Repair repair_of(const std::string& text, const Tree& tree);

}  // namespace shift311::script::read
