#include "sim/city/word_score.hpp"

#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>

namespace shift311::city {

namespace {

// Ascending, for binary search.
constexpr std::string_view kFillers[] = {"a",    "an",   "and",   "are",   "at",   "by",   "can", "de",  "del", "do",
                                         "does", "el",   "for",   "from",  "he",   "i",    "in",  "is",  "it",  "la",
                                         "las",  "los",  "me",    "my",    "of",   "on",   "or",  "our", "s",   "she",
                                         "that", "the",  "their", "there", "they", "this", "to",  "un",  "una", "was",
                                         "we",   "what", "when",  "where", "with", "y",    "you", "your"};

/// Points in twelfths of the word's weight: the same, a beginning, the same stem, a slip of the keyboard.
int likeness(std::string_view word, std::string_view typed) {
    constexpr int kSame = 12;
    constexpr int kBeginning = 8;
    constexpr int kStem = 8;
    constexpr int kSlip = 4;
    if (word == typed) return kSame;
    if (typed.size() >= 2 && word.substr(0, typed.size()) == typed) return kBeginning;
    // "permits" and "permit", "recycled" and "recycling": what both begin with is long and what is left is short.
    const auto split = std::mismatch(word.begin(), word.end(), typed.begin(), typed.end());
    const auto common = static_cast<std::size_t>(split.first - word.begin());
    if (common >= 4 && word.size() - common <= 3 && typed.size() - common <= 3) return kStem;
    const bool long_enough = typed.size() >= 5 && word.size() >= 5;
    const bool near_length = word.size() <= typed.size() + 1 && typed.size() <= word.size() + 1;
    return long_enough && near_length && text::osa(word, typed) == 1 ? kSlip : 0;
}

}  // namespace

std::vector<std::string> query_words(std::string_view query) {
    constexpr std::size_t kMostWords = 16;
    constexpr std::size_t kLongestQuery = 400;
    const std::vector<std::string> all = text::words(query.substr(0, kLongestQuery));
    std::vector<std::string> telling;
    for (const std::string& word : all) {
        const bool filler = std::binary_search(std::begin(kFillers), std::end(kFillers), std::string_view(word));
        const bool again = std::find(telling.begin(), telling.end(), word) != telling.end();
        if (!filler && !again) telling.push_back(word);
    }
    if (telling.size() > kMostWords) telling.resize(kMostWords);
    return telling;
}

void WordScore::add(std::string_view text, int weight) {
    std::vector<std::string> list = text::words(text);
    for (const std::string& word : list) {
        const auto known =
            std::find_if(words_.begin(), words_.end(), [&](const Weighted& w) { return w.word == word; });
        if (known == words_.end())
            words_.push_back({word, weight});
        else
            known->weight = std::max(known->weight, weight);
    }
    if (list.size() > 1 && list.size() <= 6) phrases_.push_back({std::move(list), weight});
}

WordScore::Fit WordScore::fit(const std::vector<std::string>& query) const {
    Fit fit;
    for (const std::string& typed : query) {
        int best = 0;
        for (const Weighted& entry : words_)
            best = std::max(best, likeness(entry.word, typed) * entry.weight);
        if (best > 0) ++fit.words;
        fit.points += best;
    }
    for (const Phrase& phrase : phrases_) {
        const bool whole = std::all_of(phrase.words.begin(), phrase.words.end(), [&](const std::string& word) {
            return std::find(query.begin(), query.end(), word) != query.end();
        });
        if (whole) fit.points += 12 * phrase.weight;
    }
    return fit;
}

}  // namespace shift311::city
