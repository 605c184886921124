// Parts what was said into stretches and finds the phrase that each stands for, so that as much as possible is
// explained.
#pragma once

#include "sim/listen/index.hpp"
#include "sim/listen/spoken.hpp"
#include "sim/script/phrase.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace shift311::listen {

/// A run of words taken for one phrase, or for none.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< words
    std::size_t language = 0;
    Match match;
    bool accepted = false;
};

/// What was said, as each language takes it.
struct Hearing {
    std::vector<Spoken> words;
    std::array<std::vector<Taken>, 2> taken;
    std::vector<Stretch> stretches;  ///< one after the other, all words in one of them
};

class Ear {
  public:
    /// From `first_own` on the phrases are a script's own. They must outlive the ear.
    Ear(const std::vector<script::Phrase>& phrases, std::size_t first_own);

    Hearing hear(std::string_view text) const;

    const Index& index(std::size_t language) const { return indexes_[language]; }
    /// Empty for -1.
    std::string id(int phrase) const;

  private:
    bool believed(const Match& match) const;
    std::vector<Stretch> part(const Hearing& hearing) const;
    void keep_reading_back(Hearing& hearing) const;

    const std::vector<script::Phrase>& phrases_;
    std::array<Index, 2> indexes_;
};

}  // namespace shift311::listen
