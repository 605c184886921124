// From words to the phrases that were meant: every phrase in one breath, or none at all rather than a guess.
#pragma once

#include "sim/script/phrase.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::listen {

struct Heard {
    std::string phrase;
    int score = 0;  ///< 0..1000
    bool operator==(const Heard&) const = default;
};

struct Understanding {
    std::vector<Heard> heard;  ///< in the order spoken; empty: not understood
    std::string best;          ///< the surest of them; empty when not understood
    int score = 0;
    std::string
        runner_up;  ///< what the same words came nearest to otherwise; of words not understood, the nearest phrase
    int runner_up_score = 0;
};

/// One word of an explanation.
struct WordAccount {
    enum class As { same, spelling, meaning, elsewhere, name, topic, filler, no_help, unknown };
    std::string said;
    std::string counted_as;  ///< the stem it was taken for
    As as = As::unknown;
    int weight = 0;  ///< what it could count for, in 1/256 bits
    int credit = 0;  ///< how much of that counted, in thousandths
};

/// One stretch of the words, and what it was taken for.
struct Reading {
    std::string words;
    std::string phrase;  ///< the nearest phrase, accepted or not; empty for none
    bool accepted = false;
    int score = 0;
    std::string example;  ///< the wording it came nearest to
    std::string runner_up;
    int runner_up_score = 0;
    std::vector<WordAccount> accounts;
};

class Listener {
  public:
    explicit Listener(std::vector<script::Phrase> phrases);
    /// The same with a script's own phrases; one with a known id adds its wordings to that phrase.
    Listener with(std::vector<script::Phrase> own) const;

    Understanding understand(std::string_view words) const;
    /// The stretches that the words were parted into, and which word counted for what.
    std::vector<Reading> explain(std::string_view words) const;

    const std::vector<script::Phrase>& phrases() const;

  private:
    struct Ear;
    std::shared_ptr<const Ear> ear_;
};

}  // namespace shift311::listen
