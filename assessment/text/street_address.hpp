// A street address taken apart and put into the one form that can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

/// Parts in the city's spelling, upper case: number "4208", direction "S", name "42ND", suffix "ST".
struct StreetAddress {
    std::string number;          ///< may hold a range "4208-16" or a half "12 1/2"; empty for an intersection or street
    std::string direction;       ///< N, S, E, W, NE ... before the name
    std::string name;            ///< "SPRUCE", "42ND"
    std::string suffix;          ///< USPS abbreviation "ST", "AVE"; empty when there is none
    std::string post_direction;  ///< after the suffix
    std::string unit;            ///< "APT 2F" -> "2F"
    bool operator==(const StreetAddress&) const = default;
};

/// One address, or the two streets of an intersection ("Broad & Snyder", "corner of 5th and Market").
struct Location {
    StreetAddress first;
    std::vector<StreetAddress> cross;  ///< empty, or the second street
    bool operator==(const Location&) const = default;
};

/// Reads what a person types or says: case, punctuation, spelled-out words ("forty-two oh eight south forty second
/// street") and USPS synonyms. City, state and ZIP behind a comma are left out.
Location parse_location(std::string_view text);
/// "4208 S 42ND ST APT 2F"; an intersection as "S BROAD ST & SNYDER AVE".
std::string written(const Location& location);
std::string written(const StreetAddress& address);
/// "NORTH" -> "N", "Street" -> "ST"; empty when the word is none.
std::string direction_abbreviation(std::string_view word);
std::string suffix_abbreviation(std::string_view word);
/// How a person says it: "4208 SPRUCE ST" -> "forty-two oh eight Spruce Street", "S 42ND ST" -> "South Forty-second
/// Street". `parse_location` reads it back as the same place; where words would be ambiguous ("one twenty Third
/// Street") digits stay.
std::string spoken(std::string_view address);

}  // namespace shift311::text
