// Numbers said in words, English and Spanish: "forty-two oh eight" <-> "4208", "ninety-sixth" <-> 96.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

/// How many words from `start` on say a number ("forty", "two", "oh", "eight": 4); 0 when the first one is no number
/// word. The words are lower case, as `words` gives them.
std::size_t number_run(const std::vector<std::string>& words, std::size_t start);
/// The digit groups of such a run as a person hears them: "forty two oh eight" is "42", "0", "8"; "fifteen hundred" is
/// "1500".
std::vector<std::string> number_groups(const std::vector<std::string>& words, std::size_t start, std::size_t count);
/// The groups joined: "4208".
std::string number_digits(const std::vector<std::string>& words, std::size_t start, std::size_t count);

/// True for "twenty" to "ninety", which may go on with a unit.
bool says_tens(std::string_view word);
/// "oh", "zero", "cero": a zero, never the start of a number in an address.
bool says_zero(std::string_view word);
/// "first" 1, "second" 2 ... "twentieth" 20, "ninetieth" 90, "primero" 1; 0 when the word is none.
int ordinal_value(std::string_view word);

/// As house numbers are said: "4208" "forty-two oh eight", "1500" "fifteen hundred", "123" "one twenty-three".
/// What people say digit by digit stays in digits: more than five digits, or a leading zero.
std::string number_in_words(std::string_view digits);
/// 42 -> "forty-second"; in digits from 100 on ("123rd").
std::string ordinal_in_words(int number);
/// 42 -> "42nd".
std::string ordinal_digits(int number);

}  // namespace shift311::text
