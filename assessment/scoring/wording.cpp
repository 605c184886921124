#include "assessment/scoring/wording.hpp"

#include "assessment/scoring/rounding.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <cstddef>

namespace shift311::scoring {

std::string in_words(std::string_view id) {
    std::string words(id);
    std::replace(words.begin(), words.end(), '_', ' ');
    std::replace(words.begin(), words.end(), '-', ' ');
    for (std::string_view british : {"empathise", "apologise"}) {
        const std::size_t at = words.find(british);
        if (at != std::string::npos) words[at + british.size() - 2] = 'z';
    }
    return words;
}

std::string lower_first(std::string_view text) {
    std::string lowered(text);
    // An abbreviation or a lone letter keeps its capital: "ZIP code".
    const bool abbreviation = lowered.size() < 2 || (lowered[1] >= 'A' && lowered[1] <= 'Z');
    if (!abbreviation && lowered[0] >= 'A' && lowered[0] <= 'Z') lowered[0] = static_cast<char>(lowered[0] - 'A' + 'a');
    return lowered;
}

std::string upper_first(std::string_view text) {
    std::string raised(text);
    if (!raised.empty() && raised[0] >= 'a' && raised[0] <= 'z') raised[0] = static_cast<char>(raised[0] - 'a' + 'A');
    return raised;
}

std::string shortened(std::string_view text, std::size_t most) {
    const std::u32string points = text::code_points(text);
    if (points.size() <= most) return text::utf8(points);
    std::u32string_view kept = std::u32string_view(points).substr(0, most);
    while (!kept.empty() && (kept.back() == U' ' || kept.back() == U','))
        kept.remove_suffix(1);
    return text::utf8(kept) + "...";
}

std::string quoted_sentence(std::string_view text) {
    std::string said = shortened(text);
    if (!said.ends_with('.') && !said.ends_with('?') && !said.ends_with('!')) said += '.';
    return '"' + said + '"';
}

std::string seconds(journal::Millis time) {
    return std::to_string(half_up(std::max<journal::Millis>(0, time), 1000)) + " s";
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string listed(const std::vector<std::string>& items, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
        text += items[i];
    }
    return text;
}

namespace {

/// Its words with one space before and after each, so that words are found whole.
std::string spaced(std::string_view text) {
    std::string words = text::plain(text);
    return words.empty() ? words : ' ' + std::move(words) + ' ';
}

}  // namespace

bool mentions(std::string_view text, std::string_view wording) {
    const std::string wanted = spaced(wording);
    return !wanted.empty() && spaced(text).find(wanted) != std::string::npos;
}

bool mentions_any(std::string_view text, const std::vector<std::string>& wordings) {
    return Wordings(wordings).in(text);
}

Wordings::Wordings(const std::vector<std::string>& wordings) {
    for (const std::string& wording : wordings)
        if (std::string words = spaced(wording); !words.empty()) spaced_.push_back(std::move(words));
}

bool Wordings::in(std::string_view text) const {
    if (spaced_.empty()) return false;
    const std::string words = spaced(text);
    return std::any_of(spaced_.begin(), spaced_.end(),
                       [&words](const std::string& wording) { return words.find(wording) != std::string::npos; });
}

}  // namespace shift311::scoring
