// A typed line and its words.
#pragma once

#include <string>

namespace shift311::desk::typed {

std::string trimmed(const std::string& text);
/// A line as it can be written down: bytes that are no letters become the sign for that, control characters go.
std::string readable(const std::string& line);
/// Cuts the first word off; the rest is trimmed.
std::string first_word(std::string& rest);
/// A whole number of at most six digits; false for anything else.
bool number(const std::string& text, long& value);

}  // namespace shift311::desk::typed
