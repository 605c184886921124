// The single rules behind `compare`: what each kind of field asks for, and the words in which it explains itself.
#pragma once

#include "assessment/text/compare.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

/// "House number: 4280 written, 4208 said."
std::string differ(std::string_view what, std::string_view written, std::string_view expected);
/// A value as a sentence shows it: "none" when empty, cut when very long.
std::string shown(std::string_view text);
/// A slip of the keyboard in a word of this length: one edit from four letters on, two from eight on; never a digit.
bool misspelled(std::string_view expected, std::string_view written);

Comparison compare_addresses(std::string_view expected, std::string_view written,
                             const std::vector<std::string>& real_streets);
Comparison compare_dates(std::string_view expected, std::string_view written);
Comparison compare_numbers(std::string_view expected, std::string_view written);

}  // namespace shift311::text
