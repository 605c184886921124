#include "sim/desk/fuzzy.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

using Span = std::pair<std::size_t, std::size_t>;

char low(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Span> words(std::string_view text) {
    std::vector<Span> out;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !letter(text[at]))
            ++at;
        std::size_t end = at;
        while (end < text.size() && (letter(text[end]) || text[end] == '\''))
            ++end;
        if (end > at) out.emplace_back(at, end);
        at = end;
    }
    return out;
}

bool begins(std::string_view word, std::string_view with) {
    if (with.size() > word.size()) return false;
    for (std::size_t i = 0; i < with.size(); ++i)
        if (low(word[i]) != low(with[i])) return false;
    return true;
}

/// Every word of the query begins a word of the text, each a different one.
std::optional<FuzzyMatch> by_words(std::string_view query, std::string_view text) {
    const auto asked = words(query), there = words(text);
    std::vector<bool> used(there.size(), false);
    FuzzyMatch match;
    std::size_t after = 0;
    for (const Span& q : asked) {
        const std::string_view want = query.substr(q.first, q.second - q.first);
        std::size_t found = there.size();
        for (std::size_t i = 0; i < there.size() && found == there.size(); ++i)
            if (!used[i] && begins(text.substr(there[i].first, there[i].second - there[i].first), want)) found = i;
        if (found == there.size()) return std::nullopt;
        used[found] = true;
        const bool whole = there[found].second - there[found].first == want.size();
        match.score += 100 + static_cast<int>(want.size()) * 10 + (whole ? 20 : 0) + (found >= after ? 15 : 0) +
                       (found == 0 ? 10 : 0);
        after = found;
        match.letters.emplace_back(there[found].first, there[found].first + want.size());
    }
    std::sort(match.letters.begin(), match.letters.end());
    return match;
}

/// The letters of the query follow one another in the text; runs and word beginnings count more.
std::optional<FuzzyMatch> by_letters(std::string_view query, std::string_view text) {
    FuzzyMatch match;
    std::size_t at = 0;
    for (const char c : query) {
        if (!letter(c)) continue;
        // A word beginning is preferred to the next letter that fits.
        std::size_t next = text.size(), start = text.size();
        for (std::size_t i = at; i < text.size(); ++i) {
            if (low(text[i]) != low(c)) continue;
            if (next == text.size()) next = i;
            if (i == 0 || !letter(text[i - 1])) {
                start = i;
                break;
            }
        }
        if (next == text.size()) return std::nullopt;
        const bool follows = !match.letters.empty() && match.letters.back().second == next;
        const std::size_t place = follows || start == text.size() ? next : start;
        match.score += follows ? 12 : place == start ? 8 : 1;
        if (!match.letters.empty() && match.letters.back().second == place) {
            ++match.letters.back().second;
        } else {
            match.letters.emplace_back(place, place + 1);
        }
        at = place + 1;
    }
    // Letters strewn over the whole text mean nothing.
    if (match.letters.size() > 4 || match.score < static_cast<int>(query.size()) * 5) return std::nullopt;
    return match;
}

}  // namespace

std::optional<FuzzyMatch> fuzzy(std::string_view query, std::string_view text) {
    if (words(query).empty()) return FuzzyMatch{};
    if (auto match = by_words(query, text)) return match;
    return by_letters(query, text);
}

}  // namespace shift311::desk
