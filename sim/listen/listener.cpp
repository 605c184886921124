#include "sim/listen/listener.hpp"

#include "assessment/text/normal.hpp"
#include "sim/listen/index.hpp"
#include "sim/listen/meaning.hpp"
#include "sim/listen/tuning.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace shift311::listen {

namespace {

constexpr std::size_t kLongestStretch = 40;  // words

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    int language = 0;
    Match match;
    bool accepted = false;
};

std::set<std::string> word_set(std::string_view english, std::string_view spanish) {
    std::set<std::string> out;
    for (std::string& word : text::words(english))
        out.insert(std::move(word));
    for (std::string& word : text::words(spanish))
        out.insert(std::move(word));
    return out;
}

}  // namespace

struct Listener::Ear {
    std::vector<script::Phrase> phrases;
    std::array<Index, 2> indexes;
    std::set<std::string> starters;
    std::set<std::string> joining;
    std::set<std::string> leaning;

    explicit Ear(std::vector<script::Phrase> known)
        : phrases(std::move(known)),
          indexes{Index(Language::english, phrases), Index(Language::spanish, phrases)},
          starters(word_set(starter_words(Language::english), starter_words(Language::spanish))),
          joining(word_set(joining_words(Language::english), joining_words(Language::spanish))),
          leaning(word_set(leaning_words(Language::english), leaning_words(Language::spanish))) {}

    std::vector<Stretch> part(const std::vector<Spoken>& words, std::array<std::vector<Taken>, 2>& taken) const;
    int break_cost(const std::vector<Spoken>& words, std::size_t i) const;
};

/// What it costs to part the words before word `i`; -1 where they are not parted.
int Listener::Ear::break_cost(const std::vector<Spoken>& words, std::size_t i) const {
    if (i == 0 || words[i].before == Pause::sentence) return kSentenceCost;
    if (words[i].before == Pause::clause) return kClauseCost;
    if (joining.count(words[i].word) > 0) return kClauseCost + 50;
    if (starters.count(words[i].word) > 0 && leaning.count(words[i - 1].word) == 0) return kStarterCost;
    return -1;
}

std::vector<Stretch> Listener::Ear::part(const std::vector<Spoken>& words,
                                         std::array<std::vector<Taken>, 2>& taken) const {
    const std::size_t n = words.size();
    std::array<bool, 2> speaks{true, true};
    std::array<int, 2> known{0, 0};
    for (std::size_t l = 0; l < 2; ++l) {
        taken[l] = indexes[l].take(words);
        for (const Taken& t : taken[l]) {
            if (t.entry >= 0 && t.as != Taken::As::name && t.as != Taken::As::spelling) ++known[l];
        }
    }
    for (std::size_t l = 0; l < 2; ++l)
        speaks[l] = known[l] * 4 >= known[1 - l];

    std::vector<int> cost(n + 1, -1);
    for (std::size_t i = 0; i < n; ++i)
        cost[i] = break_cost(words, i);
    cost[n] = 0;

    // Best value of the words up to each break; a stretch left unexplained is worth nothing.
    struct Cell {
        bool reached = false;
        std::int64_t value = 0;
        Stretch last;
    };
    std::vector<Cell> cells(n + 1);
    cells[0].reached = true;
    std::array<Index::Run, 2> runs{Index::Run(indexes[0]), Index::Run(indexes[1])};
    for (std::size_t begin = 0; begin < n; ++begin) {
        if (cost[begin] < 0 || !cells[begin].reached) continue;
        for (auto& run : runs)
            run.clear();
        int bridged = 0;
        for (std::size_t end = begin + 1; end <= n && end <= begin + kLongestStretch; ++end) {
            for (std::size_t l = 0; l < 2; ++l) {
                if (speaks[l]) runs[l].add(taken[l][end - 1]);
            }
            if (end > begin + 1 && words[end - 1].before == Pause::sentence) bridged += kBridgeCost;
            if (cost[end] < 0) continue;
            Stretch stretch{begin, end, 0, {}, false};
            for (std::size_t l = 0; l < 2; ++l) {
                if (!speaks[l]) continue;
                const Match match = runs[l].best();
                if (l == 0 || !speaks[0] || match.score > stretch.match.score) {
                    stretch.match = match;
                    stretch.language = static_cast<int>(l);
                }
            }
            const Match& m = stretch.match;
            stretch.accepted =
                m.phrase >= 0 && m.score >= kAccept + std::max(0, kSure - m.evidence) * kThinCost / 1000 &&
                m.score - m.runner_up_score >= kMargin && (m.evidence >= kLeastEvidence || m.score >= 950);
            std::int64_t value = cells[begin].value - cost[begin] - bridged;
            if (!stretch.accepted) {
                value -= std::int64_t{m.said} * kLeftOver / 1000;
            } else {
                value += std::int64_t{m.spoke} * m.score / 1000;
            }
            Cell& cell = cells[end];
            if (!cell.reached || value > cell.value) cell = {true, value, stretch};
        }
    }
    std::vector<Stretch> out;
    for (std::size_t at = n; at > 0;) {
        // A break that no stretch reaches cannot be: the word before always starts one or lies within one.
        out.push_back(cells[at].last);
        at = cells[at].last.begin;
    }
    std::reverse(out.begin(), out.end());
    // What was understood must be the better part of the sentence that it stands in.
    for (std::size_t first = 0; first < out.size();) {
        std::size_t last = first + 1;
        while (last < out.size() && words[out[last].begin].before != Pause::sentence)
            ++last;
        std::int64_t said = 0;
        std::int64_t understood = 0;
        for (std::size_t i = first; i < last; ++i) {
            said += out[i].match.said;
            if (out[i].accepted) understood += out[i].match.said;
        }
        if (understood * 1000 < said * kCoverage) {
            for (std::size_t i = first; i < last; ++i)
                out[i].accepted = false;
        }
        first = last;
    }
    return out;
}

Listener::Listener(std::vector<script::Phrase> phrases) : ear_(std::make_shared<const Ear>(std::move(phrases))) {}

Listener Listener::with(std::vector<script::Phrase> own) const {
    std::vector<script::Phrase> all = ear_->phrases;
    for (script::Phrase& phrase : own) {
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const script::Phrase& p) { return p.id == phrase.id; });
        if (known == all.end()) {
            all.push_back(std::move(phrase));
            continue;
        }
        known->english.insert(known->english.end(), phrase.english.begin(), phrase.english.end());
        known->spanish.insert(known->spanish.end(), phrase.spanish.begin(), phrase.spanish.end());
    }
    return Listener(std::move(all));
}

Understanding Listener::understand(std::string_view words) const {
    Understanding out;
    const std::vector<Spoken> spoken = spoken_words(words);
    if (spoken.empty()) return out;
    std::array<std::vector<Taken>, 2> taken;
    const std::vector<Stretch> stretches = ear_->part(spoken, taken);
    const auto id = [&](int phrase) {
        return phrase < 0 ? std::string() : ear_->phrases[static_cast<std::size_t>(phrase)].id;
    };
    for (const Stretch& stretch : stretches) {
        const Match& m = stretch.match;
        if (!stretch.accepted) {
            if (out.heard.empty() && m.score > out.runner_up_score) {
                out.runner_up = id(m.phrase);
                out.runner_up_score = m.score;
            }
            continue;
        }
        if (out.heard.empty() || m.score > out.score) {
            out.best = id(m.phrase);
            out.score = m.score;
            out.runner_up = id(m.runner_up);
            out.runner_up_score = m.runner_up_score;
        }
        if (!out.heard.empty() && out.heard.back().phrase == id(m.phrase)) {
            out.heard.back().score = std::max(out.heard.back().score, m.score);
        } else {
            out.heard.push_back({id(m.phrase), m.score});
        }
    }
    return out;
}

const std::vector<script::Phrase>& Listener::phrases() const {
    return ear_->phrases;
}

std::vector<Reading> Listener::explain(std::string_view words) const {
    std::vector<Reading> out;
    const std::vector<Spoken> spoken = spoken_words(words);
    if (spoken.empty()) return out;
    std::array<std::vector<Taken>, 2> taken;
    for (const Stretch& stretch : ear_->part(spoken, taken)) {
        const auto language = static_cast<std::size_t>(stretch.language);
        const Index& index = ear_->indexes[language];
        const Match& m = stretch.match;
        const auto id = [&](int phrase) {
            return phrase < 0 ? std::string() : ear_->phrases[static_cast<std::size_t>(phrase)].id;
        };
        Reading reading;
        reading.words = std::string(
            words.substr(spoken[stretch.begin].begin, spoken[stretch.end - 1].end - spoken[stretch.begin].begin));
        reading.phrase = id(m.phrase);
        reading.accepted = stretch.accepted;
        reading.score = m.score;
        if (m.example >= 0) reading.example = index.example_text(m.example);
        reading.runner_up = id(m.runner_up);
        reading.runner_up_score = m.runner_up_score;
        for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
            const Taken& t = taken[language][i];
            WordAccount account;
            account.said = spoken[i].word;
            account.weight = t.weight;
            if (t.entry >= 0) account.counted_as = index.entry_stem(t.entry);
            const int credit = m.example >= 0 ? index.credit_in(t.entry, m.example) : 0;
            account.credit = credit * t.credit / 1000;
            using As = WordAccount::As;
            account.as = t.as == Taken::As::unknown    ? As::unknown
                         : t.as == Taken::As::filler   ? As::filler
                         : t.as == Taken::As::name     ? As::name
                         : credit == 0                 ? As::no_help
                         : t.as == Taken::As::spelling ? As::spelling
                         : credit == 1000              ? As::same
                                                       : As::meaning;
            reading.accounts.push_back(std::move(account));
        }
        out.push_back(std::move(reading));
    }
    return out;
}

}  // namespace shift311::listen
