// The house number at the start of an address: "4208", "4208-16", "12 1/2", "forty-two oh eight".
#pragma once

#include "assessment/text/street_tokens.hpp"

#include <string>
#include <vector>

namespace shift311::text {

struct HouseNumber {
    std::string text;                 ///< "4208", "4208-16", "12 1/2", "4208A"; empty when none starts there
    std::vector<std::string> groups;  ///< as it was said, when it was said in words: "42", "0", "8"
};

/// Reads a house number at `i`, which moves behind it.
HouseNumber house_number(const AddressTokens& tokens, std::size_t& i);

}  // namespace shift311::text
