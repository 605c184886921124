#include "assessment/text/number_words.hpp"
#include "assessment/text/street_address.hpp"
#include "assessment/text/street_words.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

enum class Numbers { words, digits };

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void add(std::string& out, std::string_view part) {
    if (part.empty()) return;
    if (!out.empty()) out += ' ';
    out += part;
}

/// "SPRUCE" -> "Spruce", "MCKEAN" -> "McKean".
std::string capitalized(std::string_view word) {
    std::string out(word);
    const std::size_t second_capital = word.size() > 4 && word.substr(0, 2) == "MC" ? 2 : 0;
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (i != second_capital && out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    }
    if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::string spoken_name(std::string_view name) {
    std::string out;
    for (std::size_t start = 0; start < name.size();) {
        const std::size_t end = std::min(name.find(' ', start), name.size());
        const std::string_view word = name.substr(start, end - start);
        const bool last = end == name.size();
        if (!word.empty() && is_digit(word[0])) {
            std::size_t digits = 0;
            while (digits < word.size() && digits < 4 && is_digit(word[digits]))
                ++digits;
            const int value = std::stoi(std::string(word.substr(0, digits)));
            const bool ordinal = word.size() == digits + 2;
            add(out, ordinal ? capitalized(ordinal_in_words(value)) : std::string(word));
        } else if (!last && word == "ST") {
            add(out, "Saint");
        } else if (!last && word == "MT") {
            add(out, "Mount");
        } else if (!last && word == "FT") {
            add(out, "Fort");
        } else if (word == "JR") {
            add(out, "Junior");
        } else if (!word.empty()) {
            add(out, capitalized(word));
        }
        start = end + 1;
    }
    return out;
}

std::string spoken_number(std::string_view number, Numbers numbers) {
    if (numbers == Numbers::digits) return std::string(number);
    constexpr std::string_view kHalf = " 1/2";
    if (number.size() > kHalf.size() && number.substr(number.size() - kHalf.size()) == kHalf) {
        return number_in_words(number.substr(0, number.size() - kHalf.size())) + " and a half";
    }
    if (const std::size_t dash = number.find('-'); dash != std::string_view::npos) {
        return number_in_words(number.substr(0, dash)) + " to " + number_in_words(number.substr(dash + 1));
    }
    return number_in_words(number);
}

std::string spoken_unit(std::string_view unit, Numbers numbers) {
    std::string out;
    const std::string first(unit.substr(0, unit.find(' ')));
    std::string lower = first;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const UnitWord kind = unit_word(lower).kind;
    if (kind != UnitWord::alone && kind != UnitWord::designator) out = "apartment";
    for (std::size_t i = 0; i < unit.size();) {
        if (unit[i] == ' ') {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < unit.size() && unit[end] != ' ' && is_digit(unit[end]) == is_digit(unit[i]))
            ++end;
        const std::string_view piece = unit.substr(i, end - i);
        std::string piece_lower(piece);
        for (char& c : piece_lower) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        const Unit word = unit_word(piece_lower);
        const bool named = word.kind == UnitWord::alone || word.kind == UnitWord::designator;
        if (named)
            add(out, unit_spoken(word.abbreviation));
        else
            add(out, is_digit(piece[0]) && numbers == Numbers::words ? number_in_words(piece) : std::string(piece));
        i = end;
    }
    return out;
}

std::string spoken_street(const StreetAddress& street, Numbers numbers) {
    std::string out;
    if (!street.number.empty()) add(out, spoken_number(street.number, numbers));
    add(out, compass_word(street.direction));
    add(out, spoken_name(street.name));
    add(out, street_suffix_word(street.suffix));
    add(out, compass_word(street.post_direction));
    if (!street.unit.empty()) add(out, spoken_unit(street.unit, numbers));
    return out;
}

std::string spoken_location(const Location& location, Numbers numbers) {
    std::string out = spoken_street(location.first, numbers);
    for (const StreetAddress& street : location.cross)
        out.append(" and ").append(spoken_street(street, numbers));
    return out;
}

}  // namespace

std::string spoken(std::string_view address) {
    const Location location = parse_location(address);
    for (const Numbers numbers : {Numbers::words, Numbers::digits}) {
        const std::string said = spoken_location(location, numbers);
        if (parse_location(said) == location) return said;
    }
    const std::string plain_form = written(location);
    return parse_location(plain_form) == location ? plain_form : std::string(address);
}

}  // namespace shift311::text
