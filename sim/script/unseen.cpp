#include "sim/script/unseen.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/similarity.hpp"
#include "sim/script/blanks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

namespace shift311::script {
namespace {

/// Texts that share fewer of their letters in whole words than this, in percent of the shorter, are not looked at
/// further: it is what makes a library of many hundreds quick to check. A copy shares nearly all.
constexpr std::size_t kWorthALook = 60;

std::string without_blanks(std::string_view text) {
    std::string out;
    std::size_t from = 0;
    for (const std::string_view name : blanks_in(text).names) {
        const auto at = static_cast<std::size_t>(name.data() - text.data());
        out.append(text.substr(from, at - 1 - from)).append(" ");
        from = at + name.size() + 1;
    }
    return out.append(text.substr(from));
}

/// A text as its words: each with its number, how often it stands there, and how many letters it has.
struct Told {
    struct Word {
        std::size_t number = 0, times = 0, letters = 0;
    };
    std::string text;         ///< plain
    std::vector<Word> words;  ///< ascending by number
    std::size_t count = 0, letters = 0;
};

/// Numbers the words as they come.
class Vocabulary {
  public:
    Told told(std::string_view text) {
        Told out;
        std::map<std::size_t, Told::Word> words;
        for (const std::string& word : text::words(without_blanks(text))) {
            out.text += (out.text.empty() ? "" : " ") + word;
            const std::size_t number = numbers_.emplace(word, numbers_.size()).first->second;
            Told::Word& entry = words[number];
            entry.number = number;
            entry.letters = word.size();
            entry.times += 1;
            out.count += 1;
            out.letters += word.size();
        }
        for (const auto& [number, word] : words)
            out.words.push_back(word);
        return out;
    }
    std::size_t size() const { return numbers_.size(); }

  private:
    std::map<std::string, std::size_t> numbers_;
};

/// Letters of the words that both have.
std::size_t shared_letters(const Told& a, const Told& b) {
    std::size_t shared = 0;
    auto x = a.words.begin();
    auto y = b.words.begin();
    while (x != a.words.end() && y != b.words.end()) {
        if (x->number == y->number) {
            shared += std::min(x->times, y->times) * x->letters;
            ++x, ++y;
        } else {
            x->number < y->number ? ++x : ++y;
        }
    }
    return shared;
}

int percent_of(double likeness) {
    return static_cast<int>(std::floor(likeness));
}

/// Which of the `practiced` openings says what `kept` says; `comparable(i)` tells whether the i-th counts.
template <typename Comparable>
std::optional<Seen> opening_met(const Told& kept, const std::vector<Told>& practiced, const Comparable& comparable) {
    std::optional<Seen> met, within;
    for (std::size_t i = 0; i < practiced.size(); ++i) {
        const Told& other = practiced[i];
        const std::size_t fewer = std::min(kept.count, other.count);
        if (fewer < kOpeningWords || !comparable(i)) continue;
        if (100 * shared_letters(kept, other) < kWorthALook * std::min(kept.letters, other.letters)) continue;
        int near = percent_of(text::ratio(kept.text, other.text));
        if (near < kOpeningSeen) near = percent_of(text::token_sort(kept.text, other.text));
        if (near >= kOpeningSeen && (!met || near > met->percent)) met = Seen{i, Seen::What::opening, near};
        if (met) {
            if (met->percent == 100) return met;
            continue;
        }
        if (fewer < kWithinWords) continue;
        const int part = percent_of(text::token_set(kept.text, other.text));
        if (part >= kOpeningWithin && (!within || part > within->percent)) within = Seen{i, Seen::What::within, part};
    }
    return met ? met : within;
}

/// What callers say after their openings, by its words: which lines say nearly the same as a given one.
class Lines {
  public:
    explicit Lines(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    std::vector<Told> lines_of(const Script& script) {
        std::vector<Told> lines;
        const auto add = [&](const std::string& text) {
            Told line = vocabulary_.told(text);
            if (line.count >= kLineWords) lines.push_back(std::move(line));
        };
        for (const Fact& fact : script.facts) {
            for (const std::string& say : fact.say)
                add(say);
            add(fact.again);
        }
        for (const Beat& beat : script.beats)
            add(beat.say);
        return lines;
    }

    void practice(const Script& script, std::size_t place) {
        for (const Told& line : lines_of(script)) {
            for (const Told::Word& word : line.words) {
                if (word.number >= holds_.size()) holds_.resize(word.number + 1);
                holds_[word.number].push_back({lines_.size(), word.times});
            }
            lines_.push_back({place, line.letters});
        }
    }

    /// The practiced script in which most of it is said too, if it is enough.
    template <typename Comparable>
    std::optional<Seen> met(const std::vector<Told>& kept, const Comparable& comparable) {
        if (kept.size() < kFewestLines) return std::nullopt;
        std::size_t all = 0;
        std::map<std::size_t, std::size_t> said;  // letters by script
        shared_.resize(lines_.size());
        for (const Told& line : kept) {
            all += line.letters;
            for (const std::size_t place : scripts_with(line))
                said[place] += line.letters;
        }
        std::optional<Seen> seen;
        for (const auto& [place, letters] : said) {
            const int percent = static_cast<int>(100 * letters / all);
            if (percent >= kLinesSeen && comparable(place) && (!seen || percent > seen->percent))
                seen = Seen{place, Seen::What::lines, percent};
        }
        return seen;
    }

  private:
    struct Line {
        std::size_t script = 0, letters = 0;
    };
    struct Holds {
        std::size_t line = 0, times = 0;
    };

    /// Scripts that say this nearly word for word: with as much in common as an opening must have.
    std::vector<std::size_t> scripts_with(const Told& line) {
        std::vector<std::size_t> touched, scripts;
        for (const Told::Word& word : line.words) {
            if (word.number >= holds_.size()) continue;
            for (const Holds& other : holds_[word.number]) {
                if (shared_[other.line] == 0) touched.push_back(other.line);
                shared_[other.line] += std::min(word.times, other.times) * word.letters;
            }
        }
        for (const std::size_t at : touched) {
            const std::size_t together = line.letters + lines_[at].letters;
            if (200 * shared_[at] >= kOpeningSeen * together) scripts.push_back(lines_[at].script);
            shared_[at] = 0;
        }
        std::sort(scripts.begin(), scripts.end());
        scripts.erase(std::unique(scripts.begin(), scripts.end()), scripts.end());
        return scripts;
    }

    Vocabulary& vocabulary_;
    std::vector<Line> lines_;
    std::vector<std::vector<Holds>> holds_;  ///< by the word's number
    std::vector<std::size_t> shared_;        ///< by line: letters in common with the one that is looked at
};

}  // namespace

std::vector<std::optional<Seen>> met_in_practice(const std::vector<const Script*>& kept,
                                                 const std::vector<const Script*>& practiced) {
    std::vector<std::optional<Seen>> out;
    if (kept.empty() || practiced.empty()) return std::vector<std::optional<Seen>>(kept.size());
    Vocabulary vocabulary;
    Lines lines(vocabulary);
    std::vector<Told> openings;
    for (const Script* script : practiced) {
        lines.practice(*script, openings.size());
        openings.push_back(vocabulary.told(script->opening));
    }
    for (const Script* script : kept) {
        const auto comparable = [&](std::size_t place) {
            return practiced[place]->city == script->city && practiced[place]->id != script->id;
        };
        std::optional<Seen> seen = opening_met(vocabulary.told(script->opening), openings, comparable);
        if (!seen) seen = lines.met(lines.lines_of(*script), comparable);
        out.push_back(seen);
    }
    return out;
}

std::vector<std::optional<Seen>> met_in_practice(const std::vector<const Vignette*>& kept,
                                                 const std::vector<const Vignette*>& practiced) {
    Vocabulary vocabulary;
    std::vector<Told> texts;
    for (const Vignette* vignette : practiced)
        texts.push_back(vocabulary.told(vignette->text));
    std::vector<std::optional<Seen>> out;
    for (const Vignette* vignette : kept)
        out.push_back(opening_met(vocabulary.told(vignette->text), texts, [](std::size_t) { return true; }));
    return out;
}

}  // namespace shift311::script
