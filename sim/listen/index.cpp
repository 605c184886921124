#include "sim/listen/index.hpp"

#include "assessment/text/distance.hpp"
#include "sim/listen/places.hpp"
#include "sim/listen/tuning.hpp"
#include "sim/listen/word_lists.hpp"

#include <algorithm>
#include <bit>

namespace shift311::listen {

std::uint64_t Index::letter_set(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char c : word)
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    return letters;
}

std::int64_t Index::pair_key(int a, int b) {
    return static_cast<std::int64_t>(a) << 32 | static_cast<std::int64_t>(b);
}

int Index::pair_weight(int a, int b) {
    return (a + b) / 2 * kPairShare / 1000;
}

int Index::find(const std::string& s) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), s,
                                     [](const Entry& entry, const std::string& word) { return entry.stem < word; });
    return at != entries_.end() && at->stem == s ? static_cast<int>(at - entries_.begin()) : -1;
}

/// The entry of the known word that this one is most likely a misspelling of; -1 where none is near enough.
int Index::nearest(const std::string& word) const {
    if (word.size() < 3 || word.front() == '#' || word_lists(language_).ordinary.count(word) > 0) return -1;
    const int reach = word.size() >= 8 ? 2 : 1;
    const std::uint64_t letters = letter_set(word);
    const Spelling* best = nullptr;
    std::size_t best_distance = 0;
    for (const Spelling& known : spellings_) {
        const int longer = static_cast<int>(known.word.size()) - static_cast<int>(word.size());
        if (longer > reach || longer < -reach || std::popcount(known.letters ^ letters) > 2 * reach) continue;
        // In a short word one wrong letter makes another word; only swapped letters are surely a slip.
        if (word.size() <= 4 && (longer != 0 || known.letters != letters)) continue;
        if (known.word.front() != word.front() && (word.size() < 5 || known.word.front() != word[1])) continue;
        const std::size_t distance = text::osa(word, known.word);
        if (distance > static_cast<std::size_t>(reach)) continue;
        if (best == nullptr || distance < best_distance || (distance == best_distance && known.uses > best->uses)) {
            best = &known;
            best_distance = distance;
        }
    }
    return best == nullptr ? -1 : best->entry;
}

const Index::Pair* Index::find_pair(int a, int b) const {
    const std::int64_t key = pair_key(a, b);
    const auto at = std::lower_bound(pairs_.begin(), pairs_.end(), key,
                                     [](const Pair& pair, std::int64_t k) { return pair.key < k; });
    return at != pairs_.end() && at->key == key ? &*at : nullptr;
}

std::vector<Taken> Index::take(const std::vector<Spoken>& words) const {
    std::vector<Taken> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string s = stem(words[i].word, language_);
        Taken taken;
        taken.entry = find(s);
        taken.as = Taken::As::word;
        const bool named = name_place(words, i);
        if (taken.entry < 0 && (named || titled(words, i) || words[i].capital)) {
            taken.entry = named || titled(words, i) ? find("#name") : -1;
            taken.as = Taken::As::name;
            taken.weight = kNameWeight;
        } else if (taken.entry < 0 && s.front() != '#') {
            taken.entry = nearest(words[i].word);
            taken.as = taken.entry >= 0 ? Taken::As::spelling : Taken::As::unknown;
            taken.credit = kSpellingCredit;
        }
        if (taken.entry >= 0) {
            const Entry& entry = entries_[static_cast<std::size_t>(taken.entry)];
            taken.weight = entry.counts;
            if (entry.filler) taken.as = Taken::As::filler;
            if (entry.topic && taken.as == Taken::As::word) taken.as = Taken::As::topic;
        } else if (taken.as == Taken::As::unknown) {
            taken.weight = kUnknownWeight;
        } else if (s.front() == '#') {
            taken.weight = kTopicWeight;
        }
        out.push_back(taken);
    }
    return out;
}

int Index::credit_in(int entry, int example) const {
    if (entry < 0) return 0;
    for (const Posting& posting : entries_[static_cast<std::size_t>(entry)].examples) {
        if (posting.example == example) return posting.credit;
    }
    return 0;
}

Index::Run::Run(const Index& index)
    : index_(index),
      matched_(index.examples_.size()),
      recalled_(index.examples_.size()),
      exact_(index.examples_.size()),
      known_(static_cast<std::size_t>(index.phrases_)),
      core_(static_cast<std::size_t>(index.phrases_)) {}

void Index::Run::clear() {
    std::fill(matched_.begin(), matched_.end(), 0);
    std::fill(recalled_.begin(), recalled_.end(), 0);
    std::fill(exact_.begin(), exact_.end(), 0);
    std::fill(known_.begin(), known_.end(), 0);
    std::fill(core_.begin(), core_.end(), 0);
    counted_.clear();
    said_ = strange_ = classes_ = 0;
    last_ = -1;
    last_weight_ = 0;
}

void Index::Run::add(const Taken& taken) {
    if (taken.entry < 0) {
        said_ += taken.weight;
        if (taken.as == Taken::As::unknown) strange_ += taken.weight;
        last_ = -1;
        return;
    }
    const Entry& entry = index_.entries_[static_cast<std::size_t>(taken.entry)];
    if (std::find(counted_.begin(), counted_.end(), taken.entry) == counted_.end()) {
        counted_.push_back(taken.entry);
        said_ += taken.weight;
        if (taken.as == Taken::As::spelling) {  // in so far as the guess may be wrong, it was a strange word
            const int doubt = kUnknownWeight * kSpellingDoubt / 1000;
            said_ += doubt;
            strange_ += doubt;
        }
        if (entry.stem.front() == '#') classes_ += taken.weight;
        for (const Posting& posting : entry.examples) {
            const int credit = posting.credit * taken.credit / 1000;
            matched_[static_cast<std::size_t>(posting.example)] += taken.weight * credit / 1000;
            recalled_[static_cast<std::size_t>(posting.example)] += posting.weight * credit / 1000;
            if (posting.credit == 1000)
                exact_[static_cast<std::size_t>(posting.example)] += posting.weight * credit / 1000;
        }
        for (const Use& use : entry.phrases) {
            // A phrase that uses the word in a third of its examples or more knows it whole.
            const int credit = std::min(1000, kRateBase + use.rate * kRateGain);
            known_[static_cast<std::size_t>(use.phrase)] += taken.weight * credit / 1000 * taken.credit / 1000;
            core_[static_cast<std::size_t>(use.phrase)] += taken.weight * use.rate / 1000 * taken.credit / 1000;
        }
    }
    if (entry.filler) return;
    if (last_ >= 0) {
        const int weight = pair_weight(last_weight_, entry.weight);
        said_ += weight;
        if (const Pair* pair = index_.find_pair(last_, taken.entry)) {
            for (const std::int32_t e : pair->examples) {
                matched_[static_cast<std::size_t>(e)] += weight;
                recalled_[static_cast<std::size_t>(e)] += weight;
            }
        }
    }
    last_ = taken.entry;
    last_weight_ = entry.weight;
}

Match Index::Run::best() const {
    Match match;
    match.said = said_;
    if (said_ <= 0) return match;
    for (std::size_t e = 0; e < matched_.size(); ++e) {
        if (matched_[e] == 0) continue;
        const Example& example = index_.examples_[e];
        const auto phrase = static_cast<std::size_t>(example.phrase);
        const std::int64_t found = matched_[e];
        const std::int64_t anywhere = std::max<std::int64_t>(found, known_[phrase]);
        const std::int64_t spoke =
            std::min<std::int64_t>(said_, (found * (1000 - kElsewhere) + anywhere * kElsewhere) / 1000);
        const std::int64_t strange = strange_;
        const std::int64_t silent = std::max<std::int64_t>(0, said_ - strange - spoke);
        const std::int64_t recall_here =
            example.weight <= 0 ? 0 : std::min<std::int64_t>(1000, std::int64_t{1000} * recalled_[e] / example.weight);
        const std::int64_t recall_core =
            std::min<std::int64_t>(1000, std::int64_t{1000} * core_[phrase] / std::max(1, index_.typical_[phrase]));
        const std::int64_t recall =
            (recall_here * (1000 - kCoreShare) + std::max(recall_here, recall_core) * kCoreShare) / 1000;
        std::int64_t against = silent * kSilentShare / 1000 + strange;
        if (example.open && std::int64_t{1000} * exact_[e] >= std::int64_t{kOpenRecall} * example.words)
            against = against * kOpenShare / 1000;
        const std::int64_t precision = 1000 * spoke / std::max<std::int64_t>(1, spoke + against);
        const int score = static_cast<int>(precision * (kRecallFloor + recall * (1000 - kRecallFloor) / 1000) / 1000);
        if (score > match.score) {
            if (match.phrase != example.phrase) {
                match.runner_up = match.phrase;
                match.runner_up_score = match.score;
            }
            match.phrase = example.phrase;
            match.example = static_cast<int>(e);
            match.score = score;
            match.evidence = matched_[e] - classes_;
            match.spoke = static_cast<int>(spoke);
        } else if (example.phrase != match.phrase && score > match.runner_up_score) {
            match.runner_up = example.phrase;
            match.runner_up_score = score;
        }
    }
    return match;
}

}  // namespace shift311::listen
