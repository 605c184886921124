#include "assessment/text/street_unit.hpp"

#include "assessment/text/number_words.hpp"
#include "assessment/text/street_words.hpp"

namespace shift311::text {

namespace {

/// The unit named by the tokens behind its marker: digits and single letters grow together, "two F" is "2F".
std::string unit_id(const AddressTokens& tokens, std::size_t i) {
    while (i < tokens.size() &&
           (tokens.kind[i] == TokenKind::hash || unit_word(tokens.text[i]).kind == UnitWord::plain))
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
        } else if (const std::size_t run = tokens.kind[i] == TokenKind::word ? number_run(tokens.text, i) : 0;
                   run > 0) {
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

}  // namespace

std::size_t find_unit(const AddressTokens& tokens, std::string& unit) {
    const auto behind_suffix = [&](std::size_t i) {
        if (i < 2) return false;
        if (!street_suffix(tokens.text[i - 1]).empty()) return true;
        return i > 2 && !compass_point(tokens.text[i - 1]).empty() && !street_suffix(tokens.text[i - 2]).empty();
    };
    if (tokens.size() > 0 && tokens.kind[0] == TokenKind::hash) {  // "4208 #2F": no street yet
        unit = unit_id(tokens, 0);
        return 0;
    }
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const Unit word = unit_word(tokens.text[i]);
        const bool marked =
            tokens.kind[i] == TokenKind::hash || (word.kind == UnitWord::plain && word.abbreviation != "#");
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
        const bool bare = (tokens.kind[i] == TokenKind::number && !ordinal) || lone_letter;
        if (bare && i + 1 == tokens.size() && i >= 2 && common_suffix(street_suffix(tokens.text[i - 1]))) {
            unit = upper(tokens.text[i]);
            return i;
        }
    }
    return tokens.size();
}

}  // namespace shift311::text
