// The word lists of one language as stems, made once.
#pragma once

#include "sim/listen/stem.hpp"

#include <set>
#include <string>
#include <vector>

namespace shift311::listen {

struct WordLists {
    std::vector<std::set<std::string>> groups;  ///< stems of like meaning
    std::set<std::string> fillers;              ///< stems
    std::set<std::string> topics;               ///< stems
    std::set<std::string> asking;               ///< as written: words that a question starts with
    std::set<std::string> denying;              ///< as written: words that turn a sentence into its opposite
    std::set<std::string> written;              ///< every word of these lists as written
    std::set<std::string> ordinary;             ///< as written: no misspellings of anything
    std::set<std::string> far;                  ///< as written: from another world than the city's
};

const WordLists& word_lists(Language language);

}  // namespace shift311::listen
