// The example wordings of one language, laid out so that any run of words can be weighed against all of them at once.
#pragma once

#include "sim/listen/spoken.hpp"
#include "sim/listen/stem.hpp"
#include "sim/script/phrase.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::listen {

/// A said word as this language takes it.
struct Taken {
    enum class As { word, spelling, name, topic, filler, unknown };
    As as = As::unknown;
    int entry = -1;    ///< in the index; -1 for none
    int weight = 0;    ///< what it counts, in 1/256 bits
    int credit = 1000; ///< less for a guess at the spelling
};

/// The phrase that a run of words comes nearest to, and the next.
struct Match {
    int phrase = -1;
    int example = -1;
    int score = 0;
    int runner_up = -1;
    int runner_up_score = 0;
    int evidence = 0;  ///< weight of the words that spoke for the phrase
    int said = 0;      ///< weight of all the words
};

class Index {
  public:
    Index(Language language, const std::vector<script::Phrase>& phrases);

    std::vector<Taken> take(const std::vector<Spoken>& words) const;

    /// Running sums while a run of words grows to the right.
    class Run {
      public:
        explicit Run(const Index& index);
        void clear();
        void add(const Taken& taken);
        Match best() const;

      private:
        friend class Index;
        const Index& index_;
        std::vector<int> matched_;   // per example: weight of said words found in it
        std::vector<int> recalled_;  // per example: weight of its words that were said
        std::vector<int> known_;     // per phrase: weight of said words found in any of its examples
        std::vector<int> core_;      // per phrase: the same, by how often it uses the word
        std::vector<int> counted_;   // entries already counted
        int said_ = 0;
        int strange_ = 0;            // part of it: words never heard
        int classes_ = 0;            // part of it: numbers, days, names
        int last_ = -1;              // entry of the word before, for pairs
        int last_weight_ = 0;
    };

    const std::string& example_text(int example) const { return examples_[static_cast<std::size_t>(example)].text; }
    const std::string& entry_stem(int entry) const { return entries_[static_cast<std::size_t>(entry)].stem; }
    /// How much of this word the example holds, in thousandths.
    int credit_in(int entry, int example) const;

  private:
    struct Posting {
        std::int32_t target;  // example, or phrase
        std::int32_t credit;
        std::int32_t weight;  // of the example's own word (examples only)
    };
    struct Entry {
        std::string stem;
        std::uint64_t letters = 0;
        int weight = 0;
        bool heard = false;  // stands in an example, not only among words of like meaning
        bool filler = false;
        bool topic = false;
        std::vector<Posting> examples;
        std::vector<Posting> phrases;
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
        bool open = false;  // holds "...": anything may follow
        std::vector<int> entries;
    };

    int find(const std::string& stem) const;
    int nearest(const std::string& stem) const;
    const Pair* find_pair(int a, int b) const;
    int unknown_weight() const;

    Language language_;
    int phrases_ = 0;
    std::vector<Entry> entries_;  // sorted by stem
    std::vector<Pair> pairs_;     // sorted by key
    std::vector<Example> examples_;
    std::vector<int> typical_;    // per phrase: what its own examples reach in core_
};

}  // namespace shift311::listen
