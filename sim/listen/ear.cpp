#include "sim/listen/ear.hpp"

#include "sim/listen/breaks.hpp"
#include "sim/listen/tuning.hpp"
#include "sim/listen/word_lists.hpp"

#include <algorithm>
#include <cstdint>

namespace shift311::listen {

namespace {

constexpr std::size_t kLongestStretch = 40;  // words

/// Which languages the words could be in: one that knows far fewer of them than the other is out, and so is one that
/// only takes words of the other for forms of its own ("here" for a form of "herido").
std::array<bool, 2> languages_of(const Hearing& hearing) {
    std::array<int, 2> known{0, 0};
    std::array<bool, 2> own{false, false};
    for (std::size_t l = 0; l < 2; ++l) {
        const WordLists& others = word_lists(l == 0 ? Language::spanish : Language::english);
        for (std::size_t i = 0; i < hearing.words.size(); ++i) {
            const Taken& taken = hearing.taken[l][i];
            if (taken.entry < 0 || taken.as == Taken::As::name || taken.as == Taken::As::spelling) continue;
            ++known[l];
            const bool foreign = hearing.taken[1 - l][i].entry >= 0 || others.ordinary.count(hearing.words[i].word) > 0;
            if (taken.written || !foreign) own[l] = true;
        }
    }
    if (own[0] != own[1]) return own;
    return {known[0] * 4 >= known[1], known[1] * 4 >= known[0]};
}

/// What was understood must be the better part of the sentence that it stands in.
void doubt_scraps(const std::vector<Spoken>& words, std::vector<Stretch>& stretches) {
    for (std::size_t first = 0; first < stretches.size();) {
        std::size_t last = first;
        std::int64_t said = 0;
        std::int64_t understood = 0;
        do {
            said += stretches[last].match.said;
            if (stretches[last].accepted) understood += stretches[last].match.said;
            ++last;
        } while (last < stretches.size() && words[stretches[last].begin].before != Pause::sentence);
        if (understood * 1000 < said * kCoverage) {
            for (std::size_t i = first; i < last; ++i)
                stretches[i].accepted = false;
        }
        first = last;
    }
}

}  // namespace

Ear::Ear(const std::vector<script::Phrase>& phrases, std::size_t first_own)
    : phrases_(phrases),
      indexes_{Index(Language::english, phrases_, first_own), Index(Language::spanish, phrases_, first_own)} {}

std::string Ear::id(int phrase) const {
    return phrase < 0 ? std::string() : phrases_[static_cast<std::size_t>(phrase)].id;
}

Hearing Ear::hear(std::string_view text) const {
    Hearing hearing;
    hearing.words = spoken_words(text);
    if (hearing.words.empty()) return hearing;
    for (std::size_t l = 0; l < 2; ++l)
        hearing.taken[l] = indexes_[l].take(hearing.words);
    hearing.stretches = part(hearing);
    doubt_scraps(hearing.words, hearing.stretches);
    keep_reading_back(hearing);
    return hearing;
}

/// Who reads back says what the caller has said. To the end of that sentence, a name is no secret given away, a
/// telephone number is nobody else's, and a lane is not asked for, unless the words ask.
void Ear::keep_reading_back(Hearing& hearing) const {
    int reading = -1;
    for (Stretch& stretch : hearing.stretches) {
        if (hearing.words[stretch.begin].before == Pause::sentence) reading = -1;
        if (!stretch.accepted) continue;
        const std::string& id = phrases_[static_cast<std::size_t>(stretch.match.phrase)].id;
        if (id == "read_back") {
            reading = stretch.match.phrase;
            continue;
        }
        if (reading < 0) continue;
        const std::vector<Taken>& taken = hearing.taken[stretch.language];
        std::size_t first = stretch.begin;
        while (first + 1 < stretch.end && taken[first].as == Taken::As::filler)
            ++first;
        const bool asked_for = id.starts_with("ask_") && !taken[first].asks;
        if (!asked_for && id != "disclose_private" && id != "give_number") continue;
        stretch.match.runner_up = stretch.match.phrase;
        stretch.match.runner_up_score = stretch.match.score;
        stretch.match.phrase = reading;
    }
}

/// The fewer words speak for a phrase, the better they must fit; and nobody is lightly taken to have said a thing not
/// to say.
bool Ear::believed(const Match& match) const {
    if (match.phrase < 0 || match.lead < kMargin) return false;
    if (match.evidence < kLeastEvidence && match.score < kCertain) return false;
    const int thin = std::max(0, kSure - match.evidence) * kThinCost / 1000;
    const int avoid = phrases_[static_cast<std::size_t>(match.phrase)].avoid ? kAvoidExtra : 0;
    return match.score >= kAccept + thin + avoid;
}

/// The best parting: each stretch earns what it explains, and pays for where it begins and for what it leaves
/// unexplained.
std::vector<Stretch> Ear::part(const Hearing& hearing) const {
    const std::vector<Spoken>& words = hearing.words;
    const std::size_t n = words.size();
    const std::array<bool, 2> speaks = languages_of(hearing);
    std::vector<int> cost(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i)
        cost[i] = break_cost(words, i);

    struct Cell {
        bool reached = false;
        std::int64_t value = 0;  // of the best parting of the words up to here
        Stretch last;
    };
    std::vector<Cell> cells(n + 1);
    cells[0].reached = true;
    std::array<Index::Run, 2> runs{Index::Run(indexes_[0]), Index::Run(indexes_[1])};
    for (std::size_t begin = 0; begin < n; ++begin) {
        if (cost[begin] < 0 || !cells[begin].reached) continue;
        for (auto& run : runs)
            run.clear();
        int bridges = 0;
        for (std::size_t end = begin + 1; end <= n; ++end) {
            for (std::size_t l = 0; l < 2; ++l) {
                if (speaks[l]) runs[l].add(hearing.taken[l][end - 1]);
            }
            if (end > begin + 1 && words[end - 1].before == Pause::sentence) ++bridges;
            if (cost[end] < 0) continue;
            Stretch stretch{begin, end, speaks[0] ? 0u : 1u, {}, false};
            stretch.match = runs[stretch.language].best();
            if (speaks[0] && speaks[1]) {
                const Match spanish = runs[1].best();
                if (spanish.score > stretch.match.score) {
                    stretch.match = spanish;
                    stretch.language = 1;
                }
            }
            const Match& match = stretch.match;
            stretch.accepted = believed(match);
            const int beyond = std::max(0, bridges - match.bridges);
            std::int64_t value = cells[begin].value - cost[begin] - std::int64_t{beyond} * kBridgeCost;
            value += stretch.accepted ? std::int64_t{match.spoke} * match.score / 1000
                                      : -std::int64_t{match.said} * kLeftOver / 1000;
            Cell& cell = cells[end];
            if (!cell.reached || value > cell.value) cell = {true, value, stretch};
            // Nobody says one thing in so many words; but the end of what was said must be reached.
            if (end - begin >= kLongestStretch) break;
        }
    }
    std::vector<Stretch> stretches;
    for (std::size_t at = n; at > 0; at = stretches.back().begin)
        stretches.push_back(cells[at].last);
    std::reverse(stretches.begin(), stretches.end());
    return stretches;
}

}  // namespace shift311::listen
