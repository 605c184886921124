// A family of scripts in words.
#pragma once

#include <algorithm>
#include <string>

namespace shift311::standing {

/// "missed-trash" reads "missed trash".
inline std::string family_words(std::string family) {
    std::replace(family.begin(), family.end(), '-', ' ');
    std::replace(family.begin(), family.end(), '_', ' ');
    return family;
}

}  // namespace shift311::standing
