#include "assessment/text/street_address.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/number_words.hpp"
#include "assessment/text/street_number.hpp"
#include "assessment/text/street_tokens.hpp"
#include "assessment/text/street_unit.hpp"
#include "assessment/text/street_words.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

using Kind = TokenKind;
using Tokens = AddressTokens;

bool connects(const Tokens& tokens, std::size_t i) {
    return tokens.kind[i] == Kind::connector || one_of(tokens.text[i], {"and", "at", "y"});
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
                             one_of(right, {"between", "entre", "btwn", "near", "corner"}) ||
                             (end == i + 2 && (!compass_point(right).empty() || common_suffix(street_suffix(right)))) ||
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
    const std::size_t of = i + article + 1;
    if (of + 1 < tokens.size() && one_of(tokens.text[of - 1], {"corner", "intersection", "esquina", "interseccion"})) {
        if (one_of(tokens.text[of], {"of", "de"}))
            i = of + 1;
        else if (article == 1)
            i = of;
    }
    return i;
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
            const int base = digits.empty() || digits.size() > 4 ? 0 : std::stoi(digits);
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
        const std::size_t last = tokens.size() - 1;
        if (out.number.empty() && last > 0 && all_digits(tokens.text[last])) {  // "calle Spruce 4208"
            out.number = tokens.text[last];
            tokens.erase(last, last + 1);
        }
    }
    std::size_t end = find_unit(tokens, out.unit);
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

// What runs on longer than this is no address; the rest is not read.
constexpr std::size_t kLongestAddress = 400;

/// One reading of the text as it stands.
Location read_location(std::string_view text) {
    Tokens tokens = address_tokens(text.substr(0, kLongestAddress));
    drop_locality(tokens);
    std::size_t i = skip_lead(tokens);
    for (std::size_t k = i + 1; k < tokens.size(); ++k) {
        if (one_of(tokens.text[k], {"between", "entre", "btwn", "near", "cerca"})) tokens.erase(k, tokens.size());
    }
    Location location;
    auto [number, groups] = house_number(tokens, i);
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
    if (!location.cross.empty() && location.cross.back().suffix == "STS") {  // "Fifth and Market Streets"
        location.cross.back().suffix = "ST";
        if (location.first.suffix.empty()) location.first.suffix = "ST";
    }
    return location;
}

}  // namespace

Location parse_location(std::string_view text) {
    Location location = read_location(text);
    // A place has one form: what is written reads back as itself. Odd texts ("1 00 Second") settle at the second
    // reading.
    constexpr int kMostReadings = 4;
    for (int reading = 1; reading < kMostReadings; ++reading) {
        const std::string form = written(location);
        if (form == text) break;
        Location again = read_location(form);
        if (again == location) break;
        location = std::move(again);
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
