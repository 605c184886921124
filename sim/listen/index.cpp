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

Taken Index::take(const std::vector<Spoken>& words, std::size_t i) const {
    const WordLists& lists = word_lists(language_);
    const std::string& word = words[i].word;
    Taken taken;
    taken.asks = lists.asking.count(word) > 0;
    taken.denies = lists.denying.count(word) > 0;
    taken.entry = find(stem(word, language_));
    taken.as = Taken::As::word;
    taken.written = std::binary_search(written_.begin(), written_.end(), word);
    const bool named = name_place(words, i);
    const bool known = taken.entry >= 0;
    if ((named && words[i].capital) || (!known && (named || titled(words, i) || words[i].capital))) {
        taken.as = Taken::As::name;
        taken.entry = named || titled(words, i) ? find("#name") : -1;
        taken.weight = kNameWeight;
    } else if (!known && word.front() == '#') {
        taken.weight = kTopicWeight;  // a number, day or address where no phrase has one
    } else if (!known) {
        taken.entry = nearest(word);
        taken.credit = kSpellingCredit;
        taken.as = taken.entry >= 0 ? Taken::As::spelling : Taken::As::unknown;
        taken.weight = lists.far.count(word) > 0 ? kFarWeight : kUnknownWeight;
    }
    if (taken.entry >= 0) {
        const Entry& entry = entries_[static_cast<std::size_t>(taken.entry)];
        taken.weight = entry.counts;
        if (entry.filler) taken.as = Taken::As::filler;
        if (entry.topic && taken.as == Taken::As::word) taken.as = Taken::As::topic;
    }
    return taken;
}

std::vector<Taken> Index::take(const std::vector<Spoken>& words) const {
    std::vector<Taken> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out.push_back(take(words, i));
        if (i == 0 || out[i - 1].as == Taken::As::word || words[i].before != Pause::none) continue;
        // A family name says no more than the given name before it. In lower case too, as people type: but not a word
        // that everybody uses.
        if (!name_place(words, i - 1) || name_place(words, i)) continue;
        const bool guessed = out[i].as == Taken::As::unknown || out[i].as == Taken::As::spelling;
        const bool typed = out[i - 1].as == Taken::As::name && guessed &&
                           word_lists(language_).ordinary.count(words[i].word) == 0 && words[i].word.front() != '#';
        if (typed) {
            out[i].as = Taken::As::name;
            out[i].entry = -1;
            out[i].weight = 0;
        } else if (out[i].as == Taken::As::name && words[i - 1].capital) {
            out[i].weight = 0;
        }
    }
    return out;
}

bool Index::uses(int phrase, int entry) const {
    if (entry < 0) return false;
    const std::vector<Use>& uses = entries_[static_cast<std::size_t>(entry)].phrases;
    return std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.phrase == phrase; });
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
      paired_(index.examples_.size()),
      known_(static_cast<std::size_t>(index.phrases_)),
      core_(static_cast<std::size_t>(index.phrases_)) {}

void Index::Run::clear() {
    std::fill(matched_.begin(), matched_.end(), 0);
    std::fill(recalled_.begin(), recalled_.end(), 0);
    std::fill(exact_.begin(), exact_.end(), 0);
    std::fill(paired_.begin(), paired_.end(), 0);
    std::fill(known_.begin(), known_.end(), 0);
    std::fill(core_.begin(), core_.end(), 0);
    counted_.clear();
    said_ = strange_ = classes_ = 0;
    last_ = -1;
    opened_ = asks_ = denies_ = false;
}

void Index::Run::add(const Taken& taken) {
    if (!opened_ && taken.as != Taken::As::filler) {
        opened_ = true;
        asks_ = taken.asks;
    }
    denies_ = denies_ || taken.denies;
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
        if (const Pair* pair = index_.find_pair(last_, taken.entry)) {
            for (const std::int32_t e : pair->examples)
                paired_[static_cast<std::size_t>(e)] += pair->weight;
        }
    }
    last_ = taken.entry;
}

/// How well the words fit this example, in thousandths; `spoke` is the weight of those that spoke for its phrase.
int Index::Run::score(std::size_t e, std::int64_t& spoke) const {
    const Example& example = index_.examples_[e];
    const auto phrase = static_cast<std::size_t>(example.phrase);
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return whole <= 0 ? 0 : std::min<std::int64_t>(1000, 1000 * part / whole);
    };
    // Precision: how much of what was said belongs to the phrase, in this example or in its others.
    const std::int64_t found = matched_[e];
    const std::int64_t anywhere = std::max<std::int64_t>(found, known_[phrase]);
    spoke = std::min<std::int64_t>(said_, (found * (1000 - kElsewhere) + anywhere * kElsewhere) / 1000);
    const std::int64_t silent = std::max<std::int64_t>(0, said_ - strange_ - spoke);
    std::int64_t against = silent * kSilentShare / 1000 + strange_;
    if (example.open && share(exact_[e], example.weight) >= kOpenRecall) against = against * kOpenShare / 1000;
    const std::int64_t precision = share(spoke, spoke + against);
    // Recall: how much of the example was said, or of what the phrase's examples have in common.
    const std::int64_t here = share(recalled_[e], example.weight);
    const std::int64_t core = share(core_[phrase], index_.typical_[phrase]);
    const std::int64_t recall = (here * (1000 - kCoreShare) + std::max(here, core) * kCoreShare) / 1000;

    std::int64_t score = precision * (kRecallFloor + recall * (1000 - kRecallFloor) / 1000) / 1000;
    score += (1000 - score) * kPairBonus / 1000 * share(paired_[e], example.pairs) / 1000;
    if (opened_ && asks_ != example.asks) {
        score = score * (index_.avoid_[phrase] ? kOtherKindAvoid : kOtherKind) / 1000;
    }
    // "I can't promise that ..." is the very opposite of a promise: nobody is blamed for what they said they would not
    // do.
    if (denies_ && !example.denies && index_.avoid_[phrase]) score = score * kDenied / 1000;
    return static_cast<int>(score);
}

Match Index::Run::best() const {
    Match match;
    match.said = said_;
    if (said_ <= 0) return match;
    int best = 0;
    int next = 0;
    for (std::size_t e = 0; e < matched_.size(); ++e) {
        if (matched_[e] == 0) continue;
        const int phrase = index_.examples_[e].phrase;
        std::int64_t spoke = 0;
        const int edge = phrase >= index_.first_own_ ? kOwnEdge : 0;
        const int score = this->score(e, spoke) + edge;
        if (score > best) {
            if (match.phrase != phrase) {
                match.runner_up = match.phrase;
                next = best;
            }
            best = score;
            match.phrase = phrase;
            match.example = static_cast<int>(e);
            match.bridges = index_.examples_[e].bridges;
            match.evidence = matched_[e] - classes_;
            match.spoke = static_cast<int>(spoke);
        } else if (phrase != match.phrase && score > next) {
            match.runner_up = phrase;
            next = score;
        }
    }
    match.score = std::min(best, 1000);
    match.lead = best - next;
    match.runner_up_score = std::min(next, 1000);
    return match;
}

}  // namespace shift311::listen
