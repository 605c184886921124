// The phrase line's list: while a person types, the phrases that it could become, the likeliest first.
#pragma once

#include "sim/script/phrase.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::listen {

/// Bytes of a label, for drawing them bold.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

struct Choice {
    std::size_t phrase = 0;  ///< index into the phrases that the palette was made of
    int score = 0;           ///< higher is likelier; only good for comparing
    std::vector<Span>
        bold;  ///< parts of the label that were typed, in order; empty when only the id or an example matched
};

class Palette {
  public:
    explicit Palette(const std::vector<script::Phrase>& phrases);

    /// Nothing typed: all of them, in their order. At most `limit` (0: no limit).
    std::vector<Choice> filter(std::string_view typed, std::size_t limit = 0) const;

  private:
    struct Word {
        std::string letters;  // plain
        std::size_t begin = 0;
        std::size_t end = 0;          // bytes of the label
        std::vector<std::size_t> at;  // byte of the label where each letter starts, and one past the last
    };
    struct Line {
        std::vector<Word> label;
        std::vector<std::string> id;
        std::vector<std::string> wordings;  // the words of all examples, sorted, each once
        bool avoid = false;
    };
    static std::vector<Word> label_words(std::string_view label);

    bool score_words(const Line& line, const std::vector<std::string>& typed, Choice& choice) const;
    bool score_initials(const Line& line, const std::string& typed, Choice& choice) const;
    bool score_letters(const Line& line, const std::string& typed, Choice& choice) const;

    std::vector<Line> lines_;
};

}  // namespace shift311::listen
