// From words to the phrases that were meant: every phrase in one breath, or none at all rather than a guess.
#pragma once

#include "sim/listen/reading.hpp"
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
    int score = 0;             ///< of the best; 0 when not understood
    std::string
        runner_up;  ///< what the same words came nearest to otherwise; of words not understood, the nearest phrase
    int runner_up_score = 0;
    bool operator==(const Understanding&) const = default;
};

/// Knows English and Spanish example wordings; the same words always mean the same. Cheap to copy.
/// An example that holds "..." is open: whatever stands there is free ("So what you are telling me is that ...").
class Listener {
  public:
    explicit Listener(std::vector<script::Phrase> phrases);
    /// The same with a script's own phrases. One with a known id adds its wordings to that phrase; of two phrases that
    /// fit equally well, the script's own is heard.
    Listener with(std::vector<script::Phrase> own) const;

    Understanding understand(std::string_view words) const;
    /// The stretches that the words were parted into, and which word counted for what.
    std::vector<Reading> explain(std::string_view words) const;

    const std::vector<script::Phrase>& phrases() const;

  private:
    class Known;  // the phrases, and what is made of them once somebody speaks
    std::shared_ptr<const Known> known_;
};

}  // namespace shift311::listen
