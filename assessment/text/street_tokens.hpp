// An address cut into words, numbers and marks: what `parse_location` reads.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

enum class TokenKind { word, number, fraction, hash, connector, comma };

/// The text in pieces, lower case and without accents; the two lists run side by side.
struct AddressTokens {
    std::vector<std::string> text;
    std::vector<TokenKind> kind;

    std::size_t size() const { return text.size(); }
    void add(TokenKind k, std::string t) {
        kind.push_back(k);
        text.push_back(std::move(t));
    }
    AddressTokens slice(std::size_t from, std::size_t to) const {
        AddressTokens out;
        for (std::size_t i = from; i < std::min(to, size()); ++i)
            out.add(kind[i], text[i]);
        return out;
    }
    void erase(std::size_t from, std::size_t to) {
        using Step = std::vector<std::string>::difference_type;
        text.erase(text.begin() + static_cast<Step>(from), text.begin() + static_cast<Step>(to));
        kind.erase(kind.begin() + static_cast<Step>(from), kind.begin() + static_cast<Step>(to));
    }
    bool is(std::size_t i, std::string_view word) const { return i < size() && text[i] == word; }
};

bool is_digit(char c);
/// a to z, or a byte of any other letter.
bool is_letter(char c);
bool all_digits(std::string_view text);
bool one_of(std::string_view word, std::initializer_list<std::string_view> list);
/// ASCII upper case.
std::string upper(std::string_view text);
/// 42 for "42nd" and "42th", 0 for anything else.
int ordinal_number(std::string_view token);

/// Case folded, accents removed, dashes and fractions as a keyboard types them.
AddressTokens address_tokens(std::string_view typed);

}  // namespace shift311::text
