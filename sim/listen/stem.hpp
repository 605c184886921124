// The part of a word that stays when it bends: "located" and "locating", "comunicarlo" and "comunico".
#pragma once

#include <string>
#include <string_view>

namespace shift311::listen {

enum class Language { english, spanish };

/// Of a plain word (lower case, no accents). Classes ("#day") come back as they are. A stem need not be a word.
std::string stem(std::string_view word, Language language);

}  // namespace shift311::listen
