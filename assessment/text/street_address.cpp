#include "assessment/text/street_address.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/number_words.hpp"
#include "assessment/text/street_words.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

enum class Kind { word, number, fraction, hash, connector, comma };

/// The text in pieces, lower case and without accents; the two lists run side by side.
struct Tokens {
    std::vector<std::string> text;
    std::vector<Kind> kind;

    std::size_t size() const { return text.size(); }
    void add(Kind k, std::string t) {
        kind.push_back(k);
        text.push_back(std::move(t));
    }
    Tokens slice(std::size_t from, std::size_t to) const {
        Tokens out;
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

Tokens tokenise(std::string_view typed) {
    const std::string text = keyboard_text(typed);
    Tokens tokens;
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

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string without_leading_zeros(std::string_view digits) {
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    return std::string(digits.substr(first));
}

/// 42 for "42nd" and "42th", 0 for anything else.
int ordinal_number(std::string_view token) {
    std::size_t digits = 0;
    while (digits < token.size() && is_digit(token[digits]))
        ++digits;
    if (digits == 0 || digits > 4 || !one_of(token.substr(digits), {"st", "nd", "rd", "th"})) return 0;
    return std::stoi(std::string(token.substr(0, digits)));
}

bool connects(const Tokens& tokens, std::size_t i) {
    return tokens.kind[i] == Kind::connector || one_of(tokens.text[i], {"and", "at", "y", "near"});
}

/// Removes what a comma sets apart from the address: city, state and ZIP behind it, a landmark before it.
void drop_locality(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size();) {
        if (tokens.kind[i] != Kind::comma) {
            ++i;
            continue;
        }
        bool left_has_street = false;
        for (std::size_t k = 0; k < i; ++k) {
            if (tokens.kind[k] != Kind::word || number_run(tokens.text, k) > 0) continue;
            left_has_street = left_has_street || compass_point(tokens.text[k]).empty();
        }
        const bool left_has_number = i > 0 && tokens.kind[0] == Kind::number && ordinal_number(tokens.text[0]) == 0;
        std::size_t end = i + 1;
        while (end < tokens.size() && tokens.kind[end] != Kind::comma)
            ++end;
        const bool right_empty = end == i + 1;
        const std::string right = right_empty ? std::string() : tokens.text[i + 1];
        const bool right_number = !right_empty && tokens.kind[i + 1] == Kind::number && ordinal_number(right) == 0;
        const bool goes_on = right_empty || !left_has_street || connects(tokens, i + 1) ||
                             tokens.kind[i + 1] == Kind::hash || unit_word(right).kind != UnitWord::none ||
                             one_of(right, {"between", "entre", "btwn", "corner"}) ||
                             (end == i + 2 && !compass_point(right).empty()) ||
                             (end == i + 3 && (ordinal_number(right) > 0 || ordinal_value(right) > 0) &&
                              unit_word(tokens.text[i + 2]).kind == UnitWord::designator);
        if (goes_on) {
            tokens.erase(i, i + 1);
        } else if (right_number && !left_has_number && end == i + 2 && right.size() <= 4) {  // "Spruce St, 4208"
            Tokens turned;
            turned.add(Kind::number, right);
            for (std::size_t k = 0; k < i; ++k)
                turned.add(tokens.kind[k], tokens.text[k]);
            tokens = std::move(turned);
            return;
        } else if (right_number && !left_has_number && end > i + 2) {  // "City Hall, 1400 JFK Blvd"
            tokens.erase(0, i + 1);
            i = 0;
        } else {
            tokens.erase(i, tokens.size());
        }
    }
}

/// Steps over "at the corner of", "it's in front of", "en la esquina de".
std::size_t skip_lead(const Tokens& tokens) {
    std::size_t i = 0;
    const auto more = [&](std::size_t ahead) { return i + ahead < tokens.size(); };
    while (more(1) && one_of(tokens.text[i], {"at", "on", "near", "its", "it", "is", "im", "by", "around", "es", "en",
                                              "cerca", "estoy"}))
        ++i;
    if (more(3) && tokens.is(i, "in") && tokens.is(i + 1, "front") && tokens.is(i + 2, "of")) i += 3;
    if (more(2) && one_of(tokens.text[i], {"enfrente", "frente"}) &&
        one_of(tokens.text[i + 1], {"de", "del", "a", "al"}))
        i += 2;
    const std::size_t article = more(2) && one_of(tokens.text[i], {"the", "la"}) ? 1 : 0;
    if (more(article + 1) && one_of(tokens.text[i + article], {"corner", "intersection", "esquina", "interseccion"})) {
        i += article + 1;
        if (more(1) && one_of(tokens.text[i], {"of", "de"})) ++i;
    }
    return i;
}

/// The house number at `i`, which moves behind it; empty when none starts there.
std::string read_number(const Tokens& tokens, std::size_t& i, std::vector<std::string>& groups) {
    const auto half = [&](std::string number) {
        if (i < tokens.size() && tokens.kind[i] == Kind::fraction) {
            number.append(" ").append(tokens.text[i]);
            ++i;
        } else if (tokens.is(i, "and") && tokens.is(i + 1, "a") && tokens.is(i + 2, "half")) {
            number += " 1/2";
            i += 3;
        }
        return number;
    };
    if (i >= tokens.size()) return {};
    if (tokens.kind[i] == Kind::number) {
        const std::string& token = tokens.text[i];
        if (ordinal_number(token) > 0) return {};
        std::size_t digits = 0;
        while (digits < token.size() && is_digit(token[digits]))
            ++digits;
        std::string number = without_leading_zeros(token.substr(0, digits)) + upper(token.substr(digits));
        ++i;
        if (digits < token.size()) return half(number);
        // "42 08" and "42 oh eight" are one number, said in two breaths.
        while (i < tokens.size() && number.size() <= 3) {
            if (tokens.kind[i] == Kind::number && tokens.text[i].size() == 2 && tokens.text[i][0] == '0' &&
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
        return half(number);
    }
    if (tokens.kind[i] != Kind::word || says_zero(tokens.text[i])) return {};
    std::size_t run = number_run(tokens.text, i);
    // "forty second" belongs together: the tens are the street's, not the number's.
    const auto ends_in_street = [&](std::size_t from, std::size_t count) {
        if (count == 0 || from + count >= tokens.size()) return false;
        const int ordinal = ordinal_value(tokens.text[from + count]);
        return ordinal > 0 && ordinal < 10 && says_tens(tokens.text[from + count - 1]);
    };
    if (ends_in_street(i, run)) --run;
    if (run == 0) return {};
    groups = number_groups(tokens.text, i, run);
    std::string number = number_digits(tokens.text, i, run);
    i += run;
    if (tokens.is(i, "to")) {
        std::size_t second = number_run(tokens.text, i + 1);
        if (ends_in_street(i + 1, second)) --second;
        if (second > 0) {
            number.append("-").append(number_digits(tokens.text, i + 1, second));
            i += 1 + second;
        }
    }
    return half(number);
}

/// The unit named by the tokens behind its marker: digits and single letters grow together, "two F" is "2F".
std::string unit_id(const Tokens& tokens, std::size_t i) {
    while (i < tokens.size() && (tokens.kind[i] == Kind::hash || unit_word(tokens.text[i]).kind == UnitWord::plain))
        ++i;
    std::string id;
    while (i < tokens.size()) {
        const std::string& token = tokens.text[i];
        std::string piece;
        std::size_t used = 1;
        if (const Unit unit = unit_word(token); unit.kind == UnitWord::alone || unit.kind == UnitWord::designator) {
            if (unit.kind == UnitWord::designator && !id.empty()) break;
            piece = unit.abbreviation;
            if (!id.empty()) piece.insert(0, " ");
            if (unit.kind == UnitWord::designator && i + 1 < tokens.size()) piece += ' ';
        } else if (const std::size_t run = tokens.kind[i] == Kind::word ? number_run(tokens.text, i) : 0; run > 0) {
            piece = number_digits(tokens.text, i, run);
            used = run;
        } else if (id.empty() || id.back() == ' ' || token.size() <= 2) {
            const int ordinal = ordinal_number(token) > 0 ? ordinal_number(token) : ordinal_value(token);
            piece = ordinal > 0 ? std::to_string(ordinal) : upper(token);
        } else {
            break;
        }
        id += piece;
        i += used;
    }
    while (!id.empty() && id.back() == ' ')
        id.pop_back();
    return id;
}

/// Where the unit begins among the tokens of one street, and what it is.
std::size_t take_unit(const Tokens& tokens, std::string& unit) {
    const auto behind_suffix = [&](std::size_t i) {
        if (i < 2) return false;
        if (!street_suffix(tokens.text[i - 1]).empty()) return true;
        return i > 2 && !compass_point(tokens.text[i - 1]).empty() && !street_suffix(tokens.text[i - 2]).empty();
    };
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const Unit word = unit_word(tokens.text[i]);
        const bool marked = tokens.kind[i] == Kind::hash || (word.kind == UnitWord::plain && word.abbreviation != "#");
        if (marked) {
            unit = unit_id(tokens, i);
            return i;
        }
        if (word.kind != UnitWord::none && behind_suffix(i)) {
            unit = unit_id(tokens, i);
            return i;
        }
        const bool ordinal = ordinal_number(tokens.text[i]) > 0 || ordinal_value(tokens.text[i]) > 0;
        if (ordinal && i + 1 < tokens.size() && behind_suffix(i) &&
            unit_word(tokens.text[i + 1]).kind == UnitWord::designator) {
            unit = std::string(unit_word(tokens.text[i + 1]).abbreviation) + " " + unit_id(tokens.slice(i, i + 1), 0);
            return i;
        }
        // "4208 Spruce St 2F": nothing else can stand there.
        const bool lone_letter =
            tokens.text[i].size() == 1 && is_letter(tokens.text[i][0]) && compass_point(tokens.text[i]).empty();
        const bool bare = (tokens.kind[i] == Kind::number && !ordinal) || lone_letter;
        if (bare && i + 1 == tokens.size() && i >= 2 && common_suffix(street_suffix(tokens.text[i - 1]))) {
            unit = upper(tokens.text[i]);
            return i;
        }
    }
    return tokens.size();
}

/// The proper name in one spelling: "forty second" -> "42ND", "saint james" -> "ST JAMES".
std::string street_name(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::string name;
    const auto add = [&](std::string_view word) {
        if (!name.empty()) name += ' ';
        name += upper(word);
    };
    for (std::size_t i = from; i < to;) {
        const std::string& token = tokens.text[i];
        if (const int ordinal = ordinal_number(token); ordinal > 0) {
            add(ordinal_digits(ordinal));
            ++i;
            continue;
        }
        if (from + 1 == to && all_digits(token) && token.size() <= 4) {  // "15" for "15th"
            add(ordinal_digits(std::stoi(token)));
            ++i;
            continue;
        }
        const std::size_t run = std::min(number_run(tokens.text, i), to - i);
        const int ordinal = i + run < to ? ordinal_value(tokens.text[i + run]) : 0;
        if (run > 0 && (ordinal > 0 || (i == from && run == to - from))) {
            const std::string digits = number_digits(tokens.text, i, run);
            const int base = digits.size() <= 4 ? std::stoi(digits) : 0;
            const bool fits = base % 100 == 0 || (base % 10 == 0 && base % 100 >= 20 && ordinal < 10);
            if (base > 0 && ordinal == 0) {
                add(ordinal_digits(base));
                i += run;
                continue;
            }
            if (base > 0 && fits) {
                add(ordinal_digits(base + ordinal));
                i += run + 1;
                continue;
            }
        } else if (run == 0 && ordinal > 0) {
            add(ordinal_digits(ordinal));
            ++i;
            continue;
        }
        const bool last = i + 1 == to;
        if (token == "saint" && !last)
            add("st");
        else if (token == "mount" && !last)
            add("mt");
        else if (token == "fort" && !last)
            add("ft");
        else if (token == "junior")
            add("jr");
        else if (i == from && to - from == 2 && tokens.text[i + 1].size() == 1 && street_suffix(token) == "AVE")
            add("avenue");
        else
            add(token);
        ++i;
    }
    return name;
}

void read_street(Tokens tokens, StreetAddress& out) {
    std::string_view spanish_type;
    if (tokens.size() > 1 && one_of(tokens.text[0], {"calle", "avenida"})) {
        spanish_type = tokens.text[0] == "calle" ? "ST" : "AVE";
        tokens.erase(0, 1);
    }
    std::size_t end = take_unit(tokens, out.unit);
    const auto suffix_at = [&](std::size_t i) { return street_suffix(tokens.text[i]); };
    const auto compass_at = [&](std::size_t i) { return compass_point(tokens.text[i]); };
    if (end >= 3 && !compass_at(end - 1).empty() && !suffix_at(end - 2).empty()) {
        out.post_direction = compass_at(end - 1);
        --end;
    }
    if (end >= 2 && !suffix_at(end - 1).empty()) {
        const bool part_of_name =
            end == 2 && !compass_at(0).empty() && !common_suffix(suffix_at(1)) && out.post_direction.empty();
        if (!part_of_name) {
            out.suffix = suffix_at(end - 1);
            --end;
        }
    }
    if (out.suffix.empty()) out.suffix = spanish_type;
    std::size_t from = 0;
    if (end >= 3 && (compass_at(0) == "N" || compass_at(0) == "S") && (compass_at(1) == "E" || compass_at(1) == "W")) {
        out.direction = std::string(compass_at(0)) + std::string(compass_at(1));
        from = 2;
    } else if (end >= 2 && !compass_at(0).empty()) {
        out.direction = compass_at(0);
        from = 1;
    }
    out.name = street_name(tokens, from, end);
}

/// True when a street's tokens hold nothing but a type: "st", "avenue".
bool only_a_type(const Tokens& tokens) {
    return tokens.size() == 1 && common_suffix(street_suffix(tokens.text[0]));
}

}  // namespace

Location parse_location(std::string_view text) {
    Tokens tokens = tokenise(text);
    drop_locality(tokens);
    std::size_t i = skip_lead(tokens);
    for (std::size_t k = i + 1; k < tokens.size(); ++k) {
        if (one_of(tokens.text[k], {"between", "entre", "btwn"})) tokens.erase(k, tokens.size());
    }
    Location location;
    std::vector<std::string> groups;
    std::string number = read_number(tokens, i, groups);
    if (!number.empty() && one_of(i < tokens.size() ? tokens.text[i] : std::string(), {"block", "blk"})) {
        ++i;
        if (tokens.is(i, "of") || tokens.is(i, "on")) ++i;
    }
    std::vector<Tokens> streets(1);
    for (; i < tokens.size(); ++i) {
        if (connects(tokens, i)) {
            const bool opens = streets.back().size() == 0 && (streets.size() > 1 || number.empty());
            if (!opens) streets.emplace_back();
        } else if (streets.size() > 1 && streets.back().size() == 0 && i + 2 < tokens.size() && tokens.is(i, "the") &&
                   tokens.is(i + 1, "corner")) {
            i += tokens.is(i + 2, "of") ? 2u : 1u;  // "Broad at the corner of Snyder"
        } else {
            streets.back().add(tokens.kind[i], tokens.text[i]);
        }
    }
    while (streets.size() > 1 && streets.back().size() == 0)
        streets.pop_back();
    // A number with no street behind it is the street itself: "15 and Market", "42 St".
    const bool bare_number = streets[0].size() == 0 && streets.size() > 1;
    if (!number.empty() && (bare_number || only_a_type(streets[0]))) {
        Tokens named;
        std::string street = number;
        number.clear();
        if (groups.size() > 1 && !bare_number) {  // "forty two oh eight forty two street"
            street = groups.back();
            groups.pop_back();
            for (const std::string& group : groups)
                number += group;
        }
        named.add(Kind::number, street);
        for (std::size_t k = 0; k < streets[0].size(); ++k)
            named.add(streets[0].kind[k], streets[0].text[k]);
        streets[0] = std::move(named);
    }
    location.first.number = std::move(number);
    read_street(std::move(streets[0]), location.first);
    for (std::size_t s = 1; s < streets.size(); ++s) {
        StreetAddress cross;
        read_street(std::move(streets[s]), cross);
        if (!cross.name.empty()) location.cross.push_back(std::move(cross));
    }
    return location;
}

std::string written(const StreetAddress& address) {
    std::string out;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!out.empty()) out += ' ';
        out += part;
    };
    add(address.number);
    add(address.direction);
    add(address.name);
    add(address.suffix);
    add(address.post_direction);
    if (!address.unit.empty()) {
        const UnitWord kind = unit_word(folded(address.unit.substr(0, address.unit.find(' ')))).kind;
        if (kind != UnitWord::alone && kind != UnitWord::designator) add("APT");
        add(address.unit);
    }
    return out;
}

std::string written(const Location& location) {
    std::string out = written(location.first);
    for (const StreetAddress& street : location.cross)
        out.append(" & ").append(written(street));
    return out;
}

std::string direction_abbreviation(std::string_view word) {
    return std::string(compass_point(plain(word)));
}

std::string suffix_abbreviation(std::string_view word) {
    return std::string(street_suffix(plain(word)));
}

}  // namespace shift311::text
