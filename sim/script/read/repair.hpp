// Where the parser stops: what to tell the author, and what to leave out so that the rest of the file can be read.
#pragma once

#include "sim/script/read/tree.hpp"

#include <cstddef>
#include <string>
#include <vector>

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

/// The text in quotes that is never closed; null when all are. The parser takes the end of the file for its end.
const Node* never_closed(const std::string& text, const Tree& tree);
/// The first of the lines `indented` with tabs at which the parser stopped, or which it took for a part of something
/// else; 0 when none is.
int tab_in_the_way(const std::string& text, const Tree& tree, const std::vector<int>& indented);

}  // namespace shift311::script::read
