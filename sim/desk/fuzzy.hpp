// Finding what was meant from a few letters: the beginnings of words in any order, or letters that follow one another.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::desk {

struct FuzzyMatch {
    int score = 0;                                             ///< higher is better
    std::vector<std::pair<std::size_t, std::size_t>> letters;  ///< bytes of the text that matched, ascending
};

/// Nothing when a letter of the query is not accounted for. Case does not count. An empty query matches everything with
/// 0.
std::optional<FuzzyMatch> fuzzy(std::string_view query, std::string_view text);

}  // namespace shift311::desk
