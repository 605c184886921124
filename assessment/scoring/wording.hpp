// Plain words for the sentences of a scorecard: ids spelled out, long texts cut, wordings found in what was said.
#pragma once

#include "assessment/journal/event.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

/// "cross_street" -> "cross street", in American spelling.
std::string in_words(std::string_view id);
std::string lower_first(std::string_view text);
std::string upper_first(std::string_view text);
/// At most `most` characters, then three dots.
std::string shortened(std::string_view text, std::size_t most = 48);
/// The words in quotation marks, ended as a sentence: "You should have driven slower."
std::string quoted_sentence(std::string_view text);
/// "25 s", half a second and more rounded up.
std::string seconds(journal::Millis time);
/// "16,098".
std::string grouped(std::int64_t number);
/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items, std::string_view last = "and");
/// True when the words of `wording` stand one after the other in `text`, whatever the case, accents and punctuation.
bool mentions(std::string_view text, std::string_view wording);
bool mentions_any(std::string_view text, const std::vector<std::string>& wordings);

/// The same wordings looked for in many texts.
class Wordings {
  public:
    explicit Wordings(const std::vector<std::string>& wordings);
    bool in(std::string_view text) const;

  private:
    std::vector<std::string> spaced_;  ///< none empty
};

}  // namespace shift311::scoring
