// The example wordings of one language, laid out so that any run of words can be weighed against all of them at once.
#pragma once

#include "sim/listen/spoken.hpp"
#include "sim/listen/stem.hpp"
#include "sim/script/phrase.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::listen {

/// A said word as this language takes it.
struct Taken {
    enum class As { word, spelling, name, topic, filler, unknown };
    As as = As::unknown;
    int entry = -1;        ///< in the index; -1 for none
    int weight = 0;        ///< what it counts, in 1/256 bits
    bool asks = false;     ///< a question may start with it
    bool denies = false;   ///< turns a sentence into its opposite
    int credit = 1000;     ///< less for a guess at the spelling
    bool written = false;  ///< it stands so in an example or a list: no other form of the word was taken for it
};

/// The phrase that a run of words comes nearest to, and the next.
struct Match {
    int phrase = -1;
    int example = -1;
    int score = 0;  ///< 0..1000
    int runner_up = -1;
    int runner_up_score = 0;
    int lead = 0;      ///< of the phrase before the runner-up
    int bridges = 0;   ///< ends of sentences within the example
    int evidence = 0;  ///< weight of the words that spoke for the phrase
    int spoke = 0;     ///< the same, words of the phrase's other examples among them
    int said = 0;      ///< weight of all the words
};

class Index {
  public:
    /// From `first_own` on the phrases are a script's own: they come before others of the same score.
    Index(Language language, const std::vector<script::Phrase>& phrases, std::size_t first_own);

    std::vector<Taken> take(const std::vector<Spoken>& words) const;

    /// Running sums while a run of words grows to the right.
    class Run {
      public:
        explicit Run(const Index& index);
        void clear();
        void add(const Taken& taken);
        Match best() const;

      private:
        int score(std::size_t example, std::int64_t& spoke) const;

        const Index& index_;
        std::vector<int> matched_;   // per example: weight of said words found in it
        std::vector<int> recalled_;  // per example: weight of its words that were said
        std::vector<int> exact_;     // per example: the same, of the very words only
        std::vector<int> paired_;    // per example: weight of its pairs of words that were said
        std::vector<int> known_;     // per phrase: weight of said words found in any of its examples
        std::vector<int> core_;      // per phrase: the same, by how often it uses the word
        std::vector<int> counted_;   // entries already counted
        int said_ = 0;
        int strange_ = 0;      // part of it: words never heard
        int classes_ = 0;      // part of it: numbers, days, names
        int last_ = -1;        // entry of the word before, for pairs
        bool opened_ = false;  // a word other than a filler was said
        bool asks_ = false;    // and a question starts with it
        bool denies_ = false;  // a word was said that turns it into its opposite
    };

    const std::string& example_text(int example) const { return examples_[static_cast<std::size_t>(example)].text; }
    /// How much of this word the example holds, in thousandths.
    int credit_in(int entry, int example) const;
    /// Whether any example of the phrase has the word or one of like meaning.
    bool uses(int phrase, int entry) const;

  private:
    struct Posting {
        std::int32_t example;
        std::int32_t credit;  // 1000 for the word itself
        std::int32_t weight;  // of the example's own word
    };
    struct Use {
        int phrase;
        int rate;  // in how many of its examples, in thousandths
    };
    struct Entry {
        std::string stem;
        int weight = 0;
        int counts = 0;      // what of the weight counts: little of a filler's
        bool heard = false;  // stands in an example, not only among words of like meaning
        bool filler = false;
        bool topic = false;
        std::vector<Posting> examples;
        std::vector<Use> phrases;
    };
    struct Spelling {
        std::string word;
        std::uint64_t letters;
        int entry;
        int uses;
    };
    struct Pair {
        std::int64_t key;
        int weight;
        std::vector<std::int32_t> examples;
    };
    struct Example {
        std::string text;
        int phrase = 0;
        int weight = 0;
        int pairs = 0;        // weight of its pairs of words
        bool open = false;    // holds "...": anything may follow
        bool asks = false;    // starts as a question does
        bool denies = false;  // holds a word that turns it into its opposite
        int bridges = 0;      // ends of sentences within it
        std::vector<int> entries;
    };

    void read_examples(const std::vector<script::Phrase>& phrases, std::vector<std::vector<std::string>>& lines,
                       std::map<std::string, int>& written);
    void weigh_entries(const std::vector<std::vector<int>>& said, const std::vector<std::vector<int>>& groups);
    void post_examples(const std::vector<std::vector<int>>& said);
    void post_likes(const std::vector<std::vector<int>>& groups);

    bool asks(const std::vector<Spoken>& words) const;
    bool denies(const std::vector<Spoken>& words) const;
    static std::uint64_t letter_set(std::string_view word);
    static std::int64_t pair_key(int a, int b);
    Taken take(const std::vector<Spoken>& words, std::size_t i) const;
    int find(const std::string& stem) const;
    int nearest(const std::string& word) const;
    const Pair* find_pair(int a, int b) const;

    Language language_;
    int phrases_ = 0;
    int first_own_ = 0;
    std::vector<Entry> entries_;  // sorted by stem
    std::vector<Spelling> spellings_;
    std::vector<std::string> written_;  // words as they stand in examples, sorted
    std::vector<Pair> pairs_;           // sorted by key
    std::vector<Example> examples_;
    std::vector<bool> avoid_;   // per phrase
    std::vector<int> typical_;  // per phrase: what its own examples reach in core_
};

}  // namespace shift311::listen
