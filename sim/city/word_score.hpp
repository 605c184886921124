// How well typed words fit a short text: weighted words, beginnings and small misspellings, in whole points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::city {

/// The words of a query that say something, each once: no fillers ("is it the").
std::vector<std::string> query_words(std::string_view query);

class WordScore {
  public:
    /// Adds a text whose words count `weight` each. A text of several words that the query holds whole counts once
    /// more.
    void add(std::string_view text, int weight);

    struct Fit {
        std::size_t words = 0;  ///< query words that were found
        int points = 0;
    };
    /// Each query word counts where it fits best: the same word in full, a beginning or ending of it less, a
    /// misspelling least.
    Fit fit(const std::vector<std::string>& query) const;
    /// True when enough of the query was found to show it: more than half of its words.
    static bool shows(const Fit& fit, std::size_t query_size) { return fit.words > 0 && fit.words * 2 > query_size; }

  private:
    struct Weighted {
        std::string word;
        int weight;
    };
    struct Phrase {
        std::vector<std::string> words;
        int weight;
    };
    std::vector<Weighted> words_;
    std::vector<Phrase> phrases_;
};

}  // namespace shift311::city
