#include "sim/listen/index.hpp"
#include "sim/listen/places.hpp"
#include "sim/listen/tuning.hpp"
#include "sim/listen/word_lists.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace shift311::listen {

namespace {

constexpr int kFewPhrases = 32;  // where there are fewer, a word is no less telling than among so many

/// log2(a / b) in 1/256, for a >= b > 0; whole numbers only, so every machine agrees.
int log2_ratio(std::uint64_t a, std::uint64_t b) {
    int whole = 0;
    while (a >= 2 * b) {
        b *= 2;
        ++whole;
    }
    std::uint64_t x = (a << 16) / b;  // 1.0 <= x < 2.0 with 16 bits of fraction
    int fraction = 0;
    for (int bit = 0; bit < 8; ++bit) {
        x = (x * x) >> 16;
        fraction *= 2;
        if (x >= (std::uint64_t{2} << 16)) {
            x >>= 1;
            fraction += 1;
        }
    }
    return whole * 256 + fraction;
}

/// What a word used by few phrases says, from the sum of how often each uses it and the sum of the squares:
/// sum^2 / squares is the number of phrases that use it, were they to use it evenly.
int rarity(int phrases, std::uint64_t sum, std::uint64_t squares) {
    const auto among = static_cast<std::uint64_t>(std::max(phrases, kFewPhrases));
    const std::uint64_t total = among * squares;
    return squares == 0 || total <= sum * sum ? 0 : log2_ratio(total, sum * sum);
}

}  // namespace

Index::Index(Language language, const std::vector<script::Phrase>& phrases, std::size_t first_own)
    : language_(language), phrases_(static_cast<int>(phrases.size())), first_own_(static_cast<int>(first_own)) {
    std::vector<std::vector<std::string>> lines;  // the stems of each example
    std::map<std::string, int> written;           // words as written, and how often
    std::set<std::string> stems;
    read_examples(phrases, lines, written);
    for (const auto& line : lines)
        stems.insert(line.begin(), line.end());
    for (const script::Phrase& phrase : phrases)
        avoid_.push_back(phrase.avoid);
    const std::set<std::string> heard = stems;
    const WordLists& lists = word_lists(language);
    for (const std::string& word : lists.written) {
        written.emplace(word, 0);
        stems.insert(stem(word, language));
    }
    for (const std::string& s : stems) {
        Entry entry;
        entry.stem = s;
        entry.heard = heard.count(s) > 0;
        entry.filler = lists.fillers.count(s) > 0;
        entry.topic = lists.topics.count(s) > 0;
        entries_.push_back(std::move(entry));
    }
    for (const auto& [word, count] : written) {
        written_.push_back(word);
        if (word.size() < 3 || word.front() == '#') continue;
        spellings_.push_back({word, letter_set(word), find(stem(word, language)), count});
    }
    std::vector<std::vector<int>> groups;
    for (const auto& group : lists.groups) {
        groups.emplace_back();
        for (const std::string& s : group)
            groups.back().push_back(find(s));
    }
    std::vector<std::vector<int>> said;  // the examples as entries
    for (const auto& line : lines) {
        said.emplace_back();
        for (const std::string& s : line)
            said.back().push_back(find(s));
    }
    weigh_entries(said, groups);
    post_examples(said);
    post_likes(groups);
}

void Index::read_examples(const std::vector<script::Phrase>& phrases, std::vector<std::vector<std::string>>& lines,
                          std::map<std::string, int>& written) {
    std::vector<std::vector<Spoken>> spoken;
    std::set<std::string> names;  // a name once known as such is one everywhere
    for (int p = 0; p < phrases_; ++p) {
        const script::Phrase& phrase = phrases[static_cast<std::size_t>(p)];
        std::vector<std::string> wordings = language_ == Language::english ? phrase.english : phrase.spanish;
        if (language_ == Language::english && !phrase.say.empty()) wordings.push_back(phrase.say);
        std::set<std::string> seen;
        for (std::string& wording : wordings) {
            std::vector<Spoken> words = spoken_words(wording);
            std::string key;
            for (std::size_t i = 0; i < words.size(); ++i) {
                key += words[i].word + " ";
                if (words[i].capital && (name_place(words, i) || titled(words, i))) names.insert(words[i].word);
            }
            if (words.empty() || !seen.insert(std::move(key)).second) continue;
            Example example;
            example.open = wording.find("...") != std::string::npos;
            example.asks = asks(words);
            example.denies = denies(words);
            for (std::size_t i = 1; i < words.size(); ++i)
                example.bridges += words[i].before == Pause::sentence ? 1 : 0;
            example.text = std::move(wording);
            example.phrase = p;
            examples_.push_back(std::move(example));
            spoken.push_back(std::move(words));
        }
    }
    for (const std::vector<Spoken>& words : spoken) {
        lines.emplace_back();
        for (const Spoken& word : words) {
            const bool name = names.count(word.word) > 0;
            lines.back().push_back(name ? "#name" : stem(word.word, language_));
            if (!name) ++written[word.word];
        }
    }
}

/// Whether the first word that is no filler is one that questions start with.
bool Index::asks(const std::vector<Spoken>& words) const {
    const WordLists& lists = word_lists(language_);
    for (const Spoken& word : words) {
        if (lists.fillers.count(stem(word.word, language_)) == 0) return lists.asking.count(word.word) > 0;
    }
    return false;
}

bool Index::denies(const std::vector<Spoken>& words) const {
    const WordLists& lists = word_lists(language_);
    return std::any_of(words.begin(), words.end(),
                       [&lists](const Spoken& word) { return lists.denying.count(word.word) > 0; });
}

/// The fewer phrases share a word, the more it says.
void Index::weigh_entries(const std::vector<std::vector<int>>& said, const std::vector<std::vector<int>>& groups) {
    std::vector<int> examples_of(static_cast<std::size_t>(phrases_), 0);
    for (const Example& example : examples_)
        ++examples_of[static_cast<std::size_t>(example.phrase)];
    std::vector<std::map<int, int>> uses(entries_.size());  // per entry: phrase -> examples with it
    for (std::size_t e = 0; e < examples_.size(); ++e) {
        std::vector<int>& unique = examples_[e].entries;
        unique = said[e];
        std::sort(unique.begin(), unique.end());
        unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
        for (const int entry : unique)
            ++uses[static_cast<std::size_t>(entry)][examples_[e].phrase];
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        Entry& entry = entries_[i];
        if (!entry.heard) continue;
        std::uint64_t sum = 0;
        std::uint64_t squares = 0;
        for (const auto& [phrase, count] : uses[i]) {
            const int rate = 1000 * count / (examples_of[static_cast<std::size_t>(phrase)] + 4);
            sum += static_cast<std::uint64_t>(rate);
            squares += static_cast<std::uint64_t>(rate) * static_cast<std::uint64_t>(rate);
            entry.phrases.push_back({phrase, rate});
        }
        entry.weight = std::max(rarity(phrases_, sum, squares), kFloorWeight);
        if (entry.topic) entry.weight = std::min(entry.weight, std::max(kTopicWeight, entry.weight / 2));
    }
    // A word that no example has weighs what its like do.
    std::vector<std::pair<int, int>> like(entries_.size(), {0, 0});  // sum of weights, and how many
    for (const auto& group : groups) {
        int sum = 0;
        int count = 0;
        for (const int i : group) {
            const Entry& entry = entries_[static_cast<std::size_t>(i)];
            if (!entry.heard) continue;
            sum += entry.weight;
            ++count;
        }
        for (const int i : group) {
            like[static_cast<std::size_t>(i)].first += sum;
            like[static_cast<std::size_t>(i)].second += count;
        }
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        Entry& entry = entries_[i];
        if (entry.heard) continue;
        const auto [sum, count] = like[i];
        entry.weight = entry.topic    ? kTopicWeight
                       : entry.filler ? kFloorWeight
                       : count > 0    ? sum / count
                                      : kUnknownWeight;
    }
    for (Entry& entry : entries_) {
        entry.counts = entry.filler ? std::max(entry.weight * kFillerShare / 1000, 1) : entry.weight;
    }
}

void Index::post_examples(const std::vector<std::vector<int>>& said) {
    std::map<std::int64_t, std::set<std::int32_t>> pairs;
    typical_.assign(static_cast<std::size_t>(phrases_), 0);
    std::vector<int> examples_of(static_cast<std::size_t>(phrases_), 0);
    for (std::size_t e = 0; e < examples_.size(); ++e) {
        Example& example = examples_[e];
        const auto phrase = static_cast<std::size_t>(example.phrase);
        ++examples_of[phrase];
        for (const int i : example.entries) {
            Entry& entry = entries_[static_cast<std::size_t>(i)];
            entry.examples.push_back({static_cast<std::int32_t>(e), 1000, entry.counts});
            example.weight += entry.counts;
            for (const Use& use : entry.phrases) {
                if (use.phrase == example.phrase) typical_[phrase] += entry.counts * use.rate / 1000;
            }
        }
        int last = -1;
        for (const int i : said[e]) {
            if (entries_[static_cast<std::size_t>(i)].filler) continue;
            if (last >= 0) pairs[pair_key(last, i)].insert(static_cast<std::int32_t>(e));
            last = i;
        }
    }
    for (std::size_t p = 0; p < typical_.size(); ++p)
        typical_[p] /= std::max(1, examples_of[p]);
    for (const auto& [key, in] : pairs) {
        std::map<int, int> uses;
        for (const std::int32_t e : in)
            ++uses[examples_[static_cast<std::size_t>(e)].phrase];
        std::uint64_t sum = 0;
        std::uint64_t squares = 0;
        for (const auto& [phrase, count] : uses) {
            const auto rate =
                static_cast<std::uint64_t>(1000 * count / (examples_of[static_cast<std::size_t>(phrase)] + 4));
            sum += rate;
            squares += rate * rate;
        }
        const int weight = std::max(rarity(phrases_, sum, squares), kFloorWeight);
        for (const std::int32_t e : in)
            examples_[static_cast<std::size_t>(e)].pairs += weight;
        pairs_.push_back({key, weight, {in.begin(), in.end()}});
    }
}

/// Words of like meaning count for less, and only where the word itself is missing.
void Index::post_likes(const std::vector<std::vector<int>>& groups) {
    std::vector<std::vector<int>> groups_of(entries_.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const int i : groups[g])
            groups_of[static_cast<std::size_t>(i)].push_back(static_cast<int>(g));
    }
    std::vector<std::int32_t> weights(examples_.size());
    std::vector<int> rates(static_cast<std::size_t>(phrases_));
    std::vector<std::vector<Posting>> more(entries_.size());
    std::vector<std::vector<Use>> uses(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        std::fill(weights.begin(), weights.end(), 0);
        std::fill(rates.begin(), rates.end(), 0);
        for (const int g : groups_of[i]) {
            for (const int other : groups[static_cast<std::size_t>(g)]) {
                if (static_cast<std::size_t>(other) == i) continue;
                const Entry& like = entries_[static_cast<std::size_t>(other)];
                for (const Posting& posting : like.examples) {
                    std::int32_t& weight = weights[static_cast<std::size_t>(posting.example)];
                    weight = std::max(weight, posting.weight);
                }
                for (const Use& use : like.phrases) {
                    int& rate = rates[static_cast<std::size_t>(use.phrase)];
                    rate = std::max(rate, use.rate * kMeaningCredit / 1000);
                }
            }
        }
        for (const Posting& posting : entry.examples)
            weights[static_cast<std::size_t>(posting.example)] = 0;
        for (const Use& use : entry.phrases) {
            int& rate = rates[static_cast<std::size_t>(use.phrase)];
            rate = std::max(rate, use.rate);
        }
        for (std::size_t e = 0; e < weights.size(); ++e) {
            if (weights[e] > 0) more[i].push_back({static_cast<std::int32_t>(e), kMeaningCredit, weights[e]});
        }
        for (std::size_t p = 0; p < rates.size(); ++p) {
            if (rates[p] > 0) uses[i].push_back({static_cast<int>(p), rates[p]});
        }
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        entries_[i].examples.insert(entries_[i].examples.end(), more[i].begin(), more[i].end());
        entries_[i].phrases = std::move(uses[i]);
    }
}

}  // namespace shift311::listen
