// One spelling for one thing: Unicode normalising, case folding, words, phone numbers, dates said aloud.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

bool valid_utf8(std::string_view text);
/// Code points of valid UTF-8; a bad byte becomes U+FFFD.
std::u32string code_points(std::string_view text);
/// White space of any script, and what nobody sees: control characters and joiners.
bool is_space(char32_t point);
std::string utf8(std::u32string_view points);
/// NFC, case folded, trimmed, inner white space collapsed; accents kept.
std::string folded(std::string_view text);
/// `folded`, accents removed and every character that is neither letter nor digit turned into a space.
std::string plain(std::string_view text);
/// The words of `plain(text)`.
std::vector<std::string> words(std::string_view text);
/// Digits only; a leading 1 of eleven digits dropped ("+1 (215) 555-0142" -> "2155550142").
std::string phone_digits(std::string_view text);
/// Every run of digits in the text joined by what separates digit groups in speech ("1734 65 20" -> "17346520").
bool mentions_number(std::string_view text, std::string_view digits);
/// True when the text names this day in one of the usual ways: "January 28", "Jan 28th", "1/28", "28 Jan",
/// "2027-01-28", Spanish "28 de enero".
bool mentions_date(std::string_view text, int year, int month, int day);

}  // namespace shift311::text
