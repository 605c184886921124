#include "assessment/text/street_tokens.hpp"

#include "assessment/text/normal.hpp"

namespace shift311::text {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int ordinal_number(std::string_view token) {
    std::size_t digits = 0;
    while (digits < token.size() && is_digit(token[digits]))
        ++digits;
    if (digits == 0 || digits > 4 || !one_of(token.substr(digits), {"st", "nd", "rd", "th"})) return 0;
    return std::stoi(std::string(token.substr(0, digits)));
}

namespace {

/// Lower case in ASCII punctuation: dashes, quotes, "½" and no-break spaces as a keyboard would type them.
std::string keyboard_text(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return folded(text);
    std::u32string out;
    for (const char32_t point : code_points(text)) {
        if (point >= 0x2010 && point <= 0x2015)
            out += U'-';
        else if (point == 0x2018 || point == 0x2019 || point == 0x02BC)
            out += U'\'';
        else if (point == 0x00BD)
            out += U" 1/2 ";
        else if (point == 0x00BC)
            out += U" 1/4 ";
        else if (point == 0x00BE)
            out += U" 3/4 ";
        else
            out += point;
    }
    return folded(utf8(out));
}

}  // namespace

AddressTokens address_tokens(std::string_view typed) {
    using Kind = TokenKind;
    const std::string text = keyboard_text(typed);
    AddressTokens tokens;
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    const auto digits_end = [&](std::size_t i) {
        while (is_digit(at(i)))
            ++i;
        return i;
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (is_digit(c)) {
            std::size_t end = digits_end(i);
            std::string token = text.substr(i, end - i);
            if (at(end) == '/' && one_of(token, {"1", "3"}) && one_of(text.substr(end + 1, 1), {"2", "3", "4"}) &&
                !is_digit(at(end + 2)) && !is_letter(at(end + 2))) {
                tokens.add(Kind::fraction, text.substr(i, end + 2 - i));
                i = end + 2;
                continue;
            }
            std::size_t dash = end;
            while (at(dash) == ' ')
                ++dash;
            if (at(dash) == '-') {
                std::size_t second = dash + 1;
                while (at(second) == ' ')
                    ++second;
                const std::size_t second_end = digits_end(second);
                if (second_end > second && !is_letter(at(second_end)) && at(second_end) != '-' &&
                    at(second_end) != '/') {
                    token.append("-").append(text, second, second_end - second);
                    tokens.add(Kind::number, token);
                    i = second_end;
                    continue;
                }
            }
            while (is_letter(at(end)) || is_digit(at(end)))
                token += text[end++];
            const bool lone_letter =
                at(end) == '-' && is_letter(at(end + 1)) && !is_letter(at(end + 2)) && !is_digit(at(end + 2));
            if (lone_letter && is_digit(token.back())) {
                token += text[end + 1];
                end += 2;
            }
            tokens.add(Kind::number, token);
            i = end;
        } else if (is_letter(c)) {
            std::string token;
            while (is_letter(at(i)) || is_digit(at(i)) || (at(i) == '\'' && is_letter(at(i + 1)))) {
                if (text[i] != '\'') token += text[i];
                ++i;
                // "N.W." is one word, "S.Broad" is two.
                const bool initials = at(i) == '.' && is_letter(at(i + 1)) && !is_letter(at(i + 2)) &&
                                      !is_digit(at(i + 2)) && (i < 2 || !is_letter(at(i - 2)));
                if (initials) ++i;
            }
            if (std::all_of(token.begin(), token.end(), [](char x) { return static_cast<unsigned char>(x) < 0x80; })) {
                tokens.add(Kind::word, token);
            } else {
                for (std::string& word : words(token)) {
                    const Kind kind = is_digit(word[0]) ? Kind::number : Kind::word;
                    tokens.add(kind, std::move(word));
                }
            }
        } else {
            if (c == '#') tokens.add(Kind::hash, "#");
            if (c == '&' || c == '@' || c == '+' || c == '/' || c == '\\') tokens.add(Kind::connector, "&");
            if (c == ',' || c == ';') tokens.add(Kind::comma, ",");
            ++i;
        }
    }
    return tokens;
}

}  // namespace shift311::text
