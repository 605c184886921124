#include "assessment/text/street_number.hpp"

#include "assessment/text/number_words.hpp"

#include <algorithm>
#include <utility>

namespace shift311::text {

namespace {

std::string without_leading_zeros(std::string_view digits) {
    std::size_t first = 0;
    while (first + 1 < digits.size() && digits[first] == '0' && is_digit(digits[first + 1]))
        ++first;
    return std::string(digits.substr(first));
}

}  // namespace

HouseNumber house_number(const AddressTokens& tokens, std::size_t& i) {
    const auto half = [&](std::string number) {
        if (i < tokens.size() && tokens.kind[i] == TokenKind::fraction) {
            number.append(" ").append(tokens.text[i]);
            ++i;
        } else if (tokens.is(i, "and") && tokens.is(i + 1, "a") && tokens.is(i + 2, "half")) {
            number += " 1/2";
            i += 3;
        }
        return number;
    };
    if (i >= tokens.size()) return {};
    if (tokens.kind[i] == TokenKind::number) {
        const std::string& token = tokens.text[i];
        if (ordinal_number(token) > 0) return {};
        std::size_t digits = 0;
        while (digits < token.size() && is_digit(token[digits]))
            ++digits;
        std::string number = token.substr(0, digits);
        ++i;
        if (digits < token.size()) return {half(without_leading_zeros(number) + upper(token.substr(digits))), {}};
        // "42 08" and "42 oh eight" are one number, said in two breaths.
        while (i < tokens.size() && number.size() <= 3) {
            if (tokens.kind[i] == TokenKind::number && tokens.text[i].size() == 2 && tokens.text[i][0] == '0' &&
                all_digits(tokens.text[i])) {
                number += tokens.text[i++];
            } else if (says_zero(tokens.text[i]) && number_run(tokens.text, i) > 1) {
                const std::size_t run = number_run(tokens.text, i);
                number += number_digits(tokens.text, i, run);
                i += run;
            } else {
                break;
            }
        }
        if (tokens.is(i, "to") && i + 1 < tokens.size() && all_digits(tokens.text[i + 1])) {
            number.append("-").append(tokens.text[i + 1]);
            i += 2;
        }
        return {half(without_leading_zeros(number)), {}};
    }
    if (tokens.kind[i] != TokenKind::word || says_zero(tokens.text[i])) return {};
    std::size_t run = number_run(tokens.text, i);
    // "forty second" belongs together: the tens are the street's, not the number's.
    const auto ends_in_street = [&](std::size_t from, std::size_t count) {
        if (count == 0 || from + count >= tokens.size()) return false;
        const int ordinal = ordinal_value(tokens.text[from + count]);
        return ordinal > 0 && ordinal < 10 && says_tens(tokens.text[from + count - 1]);
    };
    if (ends_in_street(i, run)) --run;
    if (run == 0) return {};
    std::vector<std::string> groups = number_groups(tokens.text, i, run);
    std::string number = without_leading_zeros(number_digits(tokens.text, i, run));
    i += run;
    if (tokens.is(i, "to")) {
        std::size_t second = number_run(tokens.text, i + 1);
        if (ends_in_street(i + 1, second)) --second;
        if (second > 0) {
            number.append("-").append(number_digits(tokens.text, i + 1, second));
            i += 1 + second;
        }
    }
    return {half(number), std::move(groups)};
}

}  // namespace shift311::text
