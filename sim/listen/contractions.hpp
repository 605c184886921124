// Contractions, telephone-keyboard spellings and glued words opened into the words that they stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shift311::listen {

/// "what's" -> what is, "dont" -> do not, "u" -> you, "gonna" -> going to; other words come back alone, plain (no
/// accents, lower case).
std::vector<std::string> opened(std::string_view word, bool apostrophe);

}  // namespace shift311::listen
