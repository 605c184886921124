// The vocabulary of street addresses: suffixes, directions and unit designators with their USPS abbreviations.
#pragma once

#include <string_view>

namespace shift311::text {

/// All of these take lower case and answer with static text; empty when the word is none.
std::string_view street_suffix(std::string_view word);               ///< "street", "st", "str" -> "ST"
std::string_view street_suffix_word(std::string_view abbreviation);  ///< "ST" -> "Street"
std::string_view compass_point(std::string_view word);               ///< "north", "n", "norte" -> "N"
std::string_view compass_word(std::string_view abbreviation);        ///< "N" -> "North"

/// A suffix that hardly ever ends a street's proper name: ST, AVE, RD ... but not PARK or GARDEN.
bool common_suffix(std::string_view abbreviation);

enum class UnitWord {
    none,
    plain,       ///< names the unit by what follows: apartment, unit, suite, room; all count as the same
    designator,  ///< belongs to the unit's name: floor, building, lot
    alone,       ///< stands without a number: rear, basement, penthouse
};
struct Unit {
    UnitWord kind = UnitWord::none;
    std::string_view abbreviation;  ///< "APT", "FL", "REAR"
};
Unit unit_word(std::string_view word);
/// "FL" -> "floor", "APT" -> "apartment".
std::string_view unit_spoken(std::string_view abbreviation);

}  // namespace shift311::text
