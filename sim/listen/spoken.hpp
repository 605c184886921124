// What was said, cut into words: contractions opened, numbers, days and addresses put into classes, pauses noted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::listen {

/// What stood between a word and the one before it.
enum class Pause { none, clause, sentence };

struct Spoken {
    std::string word;  ///< plain: lower case, no accents; or a class: "#" "#long" "#day" "#address" "#name" "#agency"
    Pause before = Pause::none;
    bool capital = false;   ///< written with a capital, and not because a sentence starts here
    std::size_t begin = 0;  ///< bytes of the text that it was read from
    std::size_t end = 0;
};

/// Any bytes will do; what is no word is passed over. Blanks of our own wordings ("{reference}") become classes.
std::vector<Spoken> spoken_words(std::string_view text);

}  // namespace shift311::listen
