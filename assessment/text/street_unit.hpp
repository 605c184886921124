// The unit behind a street: "Apt 2F", "#2F", "second floor", "rear".
#pragma once

#include "assessment/text/street_tokens.hpp"

#include <string>

namespace shift311::text {

/// Where the unit begins among the tokens of one street (their number when there is none), and what it is: "2F", "FL
/// 2", "REAR".
std::size_t find_unit(const AddressTokens& tokens, std::string& unit);

}  // namespace shift311::text
