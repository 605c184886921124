#include "sim/listen/index.hpp"

#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"
#include "sim/listen/meaning.hpp"
#include "sim/listen/tuning.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace shift311::listen {

namespace {

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

std::uint64_t letter_set(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char c : word) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    return letters;
}

std::int64_t pair_key(int a, int b) {
    return static_cast<std::int64_t>(a) << 32 | static_cast<std::int64_t>(b);
}

std::set<std::string> stems_of(std::string_view words, Language language) {
    std::set<std::string> out;
    for (const std::string& word : text::words(words)) out.insert(stem(word, language));
    return out;
}

bool follows(const std::vector<Spoken>& words, std::size_t i, std::string_view word) {
    return i > 0 && words[i].before == Pause::none && words[i - 1].word == word;
}

/// Where a person says their name: "this is ...", "... speaking", "le habla ...".
bool name_place(const std::vector<Spoken>& words, std::size_t i) {
    if (follows(words, i, "is") && i > 1 && (words[i - 2].word == "this" || words[i - 2].word == "name")) return true;
    for (const std::string_view word : {"soy", "habla", "atiende", "con", "llamo"}) {
        if (follows(words, i, word)) return true;
    }
    if (follows(words, i, "es") && i > 1 && words[i - 2].word == "nombre") return true;
    return i + 1 < words.size() && follows(words, i + 1, "speaking");
}

bool titled(const std::vector<Spoken>& words, std::size_t i) {
    for (const std::string_view word : {"mr", "mrs", "ms", "miss", "dr", "senor", "senora", "sr", "sra"}) {
        if (i > 0 && words[i].before != Pause::sentence && words[i - 1].word == word) return true;
    }
    return false;
}

}  // namespace

Index::Index(Language language, const std::vector<script::Phrase>& phrases)
    : language_(language), phrases_(static_cast<int>(phrases.size())) {
    const std::set<std::string> fillers = stems_of(filler_words(language), language);
    const std::set<std::string> topics = stems_of(topic_words(language), language);

    // 1. The examples as stems.
    std::vector<std::vector<std::string>> stems;
    std::set<std::string> vocabulary;
    for (int p = 0; p < phrases_; ++p) {
        const script::Phrase& phrase = phrases[static_cast<std::size_t>(p)];
        std::vector<std::string> wordings = language == Language::english ? phrase.english : phrase.spanish;
        if (language == Language::english && !phrase.say.empty()) wordings.push_back(phrase.say);
        std::set<std::vector<std::string>> seen;
        for (const std::string& wording : wordings) {
            std::vector<std::string> line;
            const std::vector<Spoken> words = spoken_words(wording);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const bool name = words[i].capital && (name_place(words, i) || titled(words, i));
                line.push_back(name ? "#name" : stem(words[i].word, language));
            }
            if (line.empty() || !seen.insert(line).second) continue;
            vocabulary.insert(line.begin(), line.end());
            const bool open = wording.find("...") != std::string::npos;
            examples_.push_back({wording, p, 0, open, {}});
            stems.push_back(std::move(line));
        }
    }
    // 2. Words of like meaning.
    std::vector<std::set<std::string>> groups;
    for (const std::string_view group : like_words(language)) {
        std::set<std::string> members;
        std::size_t at = 0;
        while (at < group.size()) {
            const std::size_t end = std::min(group.find(' ', at), group.size());
            const std::string_view word = group.substr(at, end - at);
            members.insert(word.front() == '#' ? std::string(word) : stem(text::plain(word), language));
            at = end + 1;
        }
        groups.push_back(std::move(members));
    }
    std::set<std::string> all = vocabulary;
    for (const auto& group : groups) all.insert(group.begin(), group.end());
    all.insert(fillers.begin(), fillers.end());
    all.insert(topics.begin(), topics.end());
    for (const std::string& s : all) {
        Entry entry;
        entry.stem = s;
        entry.letters = letter_set(s);
        entry.heard = vocabulary.count(s) > 0;
        entry.filler = fillers.count(s) > 0;
        entry.topic = topics.count(s) > 0;
        entries_.push_back(std::move(entry));
    }
    // 3. How often each phrase uses each word: the fewer phrases share a word, the more it says.
    std::vector<int> examples_of(static_cast<std::size_t>(phrases_), 0);
    for (const Example& example : examples_) ++examples_of[static_cast<std::size_t>(example.phrase)];
    std::vector<std::map<int, int>> uses(entries_.size());
    for (std::size_t e = 0; e < examples_.size(); ++e) {
        std::set<int> unique;
        for (const std::string& s : stems[e]) unique.insert(find(s));
        examples_[e].entries.assign(unique.begin(), unique.end());
        for (const int entry : unique) ++uses[static_cast<std::size_t>(entry)][examples_[e].phrase];
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        Entry& entry = entries_[i];
        if (!entry.heard) continue;
        std::uint64_t sum = 0;
        std::uint64_t squares = 0;
        for (const auto& [phrase, count] : uses[i]) {
            const auto rate = static_cast<std::uint64_t>(1000 * count / (examples_of[static_cast<std::size_t>(phrase)] + 4));
            sum += rate;
            squares += rate * rate;
            entry.phrases.push_back({phrase, static_cast<int>(rate), 0});
        }
        // Phrases that use it, evenly counted: sum^2 / squares.
        const std::uint64_t total = static_cast<std::uint64_t>(phrases_) * squares;
        entry.weight = squares == 0 || total <= sum * sum ? 0 : log2_ratio(total, sum * sum);
        entry.weight = std::max(entry.weight, kFloorWeight);
        if (entry.topic) entry.weight = std::min(entry.weight, std::max(kTopicWeight, entry.weight / 2));
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        Entry& entry = entries_[i];
        if (entry.heard) continue;
        int sum = 0;
        int count = 0;
        for (const auto& group : groups) {
            if (group.count(entry.stem) == 0) continue;
            for (const std::string& s : group) {
                const Entry& other = entries_[static_cast<std::size_t>(find(s))];
                if (!other.heard) continue;
                sum += other.weight;
                ++count;
            }
        }
        entry.weight = entry.topic ? kTopicWeight : entry.filler ? kFloorWeight : count > 0 ? sum / count : kUnknownWeight;
    }
    const auto scaled = [&](const Entry& entry) {
        return entry.filler ? std::max(entry.weight * kFillerShare / 1000, 1) : entry.weight;
    };
    // 4. Postings.
    std::map<std::int64_t, std::set<std::int32_t>> pairs;
    for (std::size_t e = 0; e < examples_.size(); ++e) {
        Example& example = examples_[e];
        for (const int i : example.entries) {
            Entry& entry = entries_[static_cast<std::size_t>(i)];
            entry.examples.push_back({static_cast<std::int32_t>(e), 1000, scaled(entry)});
            example.weight += scaled(entry);
        }
        int last = -1;
        for (const std::string& s : stems[e]) {
            const int i = find(s);
            if (entries_[static_cast<std::size_t>(i)].filler) continue;
            if (last >= 0) pairs[pair_key(last, i)].insert(static_cast<std::int32_t>(e));
            last = i;
        }
    }
    for (const auto& [key, in] : pairs) {
        const Entry& a = entries_[static_cast<std::size_t>(key >> 32)];
        const Entry& b = entries_[static_cast<std::size_t>(key & 0xFFFFFFFF)];
        Pair pair{key, (a.weight + b.weight) / 2 * kPairShare / 1000, {in.begin(), in.end()}};
        for (const std::int32_t e : in) examples_[static_cast<std::size_t>(e)].weight += pair.weight;
        pairs_.push_back(std::move(pair));
    }
    // 5. Words of like meaning count for less, and only where the word itself is missing.
    std::map<std::ptrdiff_t, std::map<std::int32_t, std::int32_t>> likes;
    for (Entry& entry : entries_) {
        std::map<std::int32_t, std::int32_t> weights;
        std::map<std::int32_t, std::int32_t> phrase_credit;
        for (const auto& group : groups) {
            if (group.count(entry.stem) == 0) continue;
            for (const std::string& s : group) {
                if (s == entry.stem) continue;
                const Entry& other = entries_[static_cast<std::size_t>(find(s))];
                for (const Posting& posting : other.examples) {
                    if (posting.credit == 1000) weights[posting.target] = std::max(weights[posting.target], posting.weight);
                }
                for (const Posting& posting : other.phrases) {
                    if (other.heard) phrase_credit[posting.target] = std::max(phrase_credit[posting.target], posting.credit);
                }
            }
        }
        for (const Posting& posting : entry.examples) weights.erase(posting.target);
        for (const auto& [e, weight] : weights) entry.examples.push_back({e, kMeaningCredit, weight});
        for (const Posting& posting : entry.phrases) {
            likes[&entry - entries_.data()][posting.target] = posting.credit;
        }
        for (const auto& [p, credit] : phrase_credit) {
            std::int32_t& mine = likes[&entry - entries_.data()][p];
            mine = std::max(mine, credit * kMeaningCredit / 1000);
        }
    }
    typical_.assign(static_cast<std::size_t>(phrases_), 0);
    for (const Example& example : examples_) {
        int sum = 0;
        for (const int i : example.entries) {
            const Entry& entry = entries_[static_cast<std::size_t>(i)];
            for (const Posting& posting : entry.phrases) {
                if (posting.target == example.phrase) sum += scaled(entry) * posting.credit / 1000;
            }
        }
        typical_[static_cast<std::size_t>(example.phrase)] += sum;
    }
    for (int p = 0; p < phrases_; ++p) {
        int& sum = typical_[static_cast<std::size_t>(p)];
        sum /= std::max(1, examples_of[static_cast<std::size_t>(p)]);
    }
    for (const auto& [i, of] : likes) {
        Entry& entry = entries_[static_cast<std::size_t>(i)];
        entry.phrases.clear();
        // From share of examples to credit: in a third of them or more counts whole.
        for (const auto& [p, rate] : of) {
            entry.phrases.push_back({p, std::min(1000, kRateBase + rate * kRateGain), rate});
        }
    }
}

int Index::find(const std::string& s) const {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), s,
                                     [](const Entry& entry, const std::string& word) { return entry.stem < word; });
    return at != entries_.end() && at->stem == s ? static_cast<int>(at - entries_.begin()) : -1;
}

int Index::nearest(const std::string& s) const {
    if (s.size() < 3 || s.front() == '#') return -1;
    const int reach = s.size() >= 8 ? 2 : 1;
    const std::uint64_t letters = letter_set(s);
    int best = -1;
    std::size_t best_distance = 99;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const int length = static_cast<int>(entry.stem.size()) - static_cast<int>(s.size());
        if (length > reach || length < -reach || entry.stem.size() < 3 || entry.stem.front() == '#') continue;
        if (s.size() <= 4 && (entry.stem.front() != s.front() || !entry.heard)) continue;
        if (std::popcount(entry.letters ^ letters) > 2 * reach) continue;
        const std::size_t distance = text::osa(s, entry.stem);
        if (distance > static_cast<std::size_t>(reach)) continue;
        if (distance < best_distance ||
            (distance == best_distance && entry.examples.size() > entries_[static_cast<std::size_t>(best)].examples.size())) {
            best = static_cast<int>(i);
            best_distance = distance;
        }
    }
    return best;
}

const Index::Pair* Index::find_pair(int a, int b) const {
    const std::int64_t key = pair_key(a, b);
    const auto at = std::lower_bound(pairs_.begin(), pairs_.end(), key, [](const Pair& pair, std::int64_t k) { return pair.key < k; });
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
            taken.entry = nearest(s);
            taken.as = taken.entry >= 0 ? Taken::As::spelling : Taken::As::unknown;
            taken.credit = kSpellingCredit;
        }
        if (taken.entry >= 0) {
            const Entry& entry = entries_[static_cast<std::size_t>(taken.entry)];
            taken.weight = entry.filler ? std::max(entry.weight * kFillerShare / 1000, 1) : entry.weight;
            if (entry.filler) taken.as = Taken::As::filler;
            if (entry.topic) taken.as = Taken::As::topic;
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
        if (posting.target == example) return posting.credit;
    }
    return 0;
}

Index::Run::Run(const Index& index)
    : index_(index), matched_(index.examples_.size()), recalled_(index.examples_.size()),
      known_(static_cast<std::size_t>(index.phrases_)), core_(static_cast<std::size_t>(index.phrases_)) {}

void Index::Run::clear() {
    std::fill(matched_.begin(), matched_.end(), 0);
    std::fill(recalled_.begin(), recalled_.end(), 0);
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
        if (entry.stem.front() == '#') classes_ += taken.weight;
        for (const Posting& posting : entry.examples) {
            const int credit = posting.credit * taken.credit / 1000;
            matched_[static_cast<std::size_t>(posting.target)] += taken.weight * credit / 1000;
            recalled_[static_cast<std::size_t>(posting.target)] += posting.weight * credit / 1000;
        }
        for (const Posting& posting : entry.phrases) {
            known_[static_cast<std::size_t>(posting.target)] += taken.weight * posting.credit / 1000 * taken.credit / 1000;
            core_[static_cast<std::size_t>(posting.target)] += taken.weight * posting.weight / 1000 * taken.credit / 1000;
        }
    }
    if (entry.filler) return;
    if (last_ >= 0) {
        const int weight = (last_weight_ + entry.weight) / 2 * kPairShare / 1000;
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
        const std::int64_t spoke = std::min<std::int64_t>(said_, (found * (1000 - kElsewhere) + anywhere * kElsewhere) / 1000);
        const std::int64_t strange = strange_;
        const std::int64_t silent = std::max<std::int64_t>(0, said_ - strange - spoke);
        const std::int64_t recall_here =
            example.weight <= 0 ? 0 : std::min<std::int64_t>(1000, std::int64_t{1000} * recalled_[e] / example.weight);
        const std::int64_t recall_core =
            std::min<std::int64_t>(1000, std::int64_t{1000} * core_[phrase] / std::max(1, index_.typical_[phrase]));
        const std::int64_t recall = (recall_here * (1000 - kCoreShare) + std::max(recall_here, recall_core) * kCoreShare) / 1000;
        std::int64_t against = silent * kSilentShare / 1000 + strange;
        if (example.open && recall_here >= kOpenRecall) against = against * kOpenShare / 1000;
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
        } else if (example.phrase != match.phrase && score > match.runner_up_score) {
            match.runner_up = example.phrase;
            match.runner_up_score = score;
        }
    }
    return match;
}

}  // namespace shift311::listen
