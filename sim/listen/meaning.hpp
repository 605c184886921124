// Words that mean much the same on a city service line.
#pragma once

#include <string_view>
#include <vector>

namespace shift311::listen {

/// Each group: words, parted by spaces, that may stand for one another.
const std::vector<std::string_view>& like_english_words();
const std::vector<std::string_view>& like_spanish_words();

}  // namespace shift311::listen
