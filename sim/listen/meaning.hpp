// Words that mean much the same on a city service line, words that carry nothing, and what calls are about.
#pragma once

#include "sim/listen/stem.hpp"

#include <string_view>
#include <vector>

namespace shift311::listen {

/// Each group: words, parted by spaces, that may stand for one another.
const std::vector<std::string_view>& like_words(Language language);
/// Words that change nothing of what is meant: "um", "please", "sir".
std::string_view filler_words(Language language);
/// What calls are about: any phrase may name them, so they speak for none ("pothole", "neighbor", "basura").
std::string_view topic_words(Language language);
/// Words with which a new thing to say often starts; there a sentence may be parted even without a comma.
std::string_view starter_words(Language language);
/// Words that lean on the next one: no new thing starts right after them.
std::string_view leaning_words(Language language);
/// Words that tie two things said together, and belong to neither: "and", "but", "pero".
std::string_view joining_words(Language language);

}  // namespace shift311::listen
