// Words by the part they play: fillers, what calls are about, and where one thing said ends and the next begins.
#pragma once

#include "sim/listen/stem.hpp"

#include <string_view>

namespace shift311::listen {

// All lists: words, plain, parted by spaces.

/// Words that change nothing of what is meant: "um", "please", "sir".
std::string_view filler_words(Language language);
/// What calls are about: any phrase may name them, so they speak for none ("pothole", "neighbor", "basura").
std::string_view topic_words(Language language);
/// Words with which a new thing to say often starts; there a sentence may be parted even without a comma.
std::string_view starter_words(Language language);
/// Words that lean on the next one: no new thing starts right after them.
std::string_view leaning_words(Language language);
/// English verbs that start something new only before one of the subjects below: "is it", "would you".
std::string_view helping_words();
std::string_view subject_words();
/// Words that tie two things said together, and belong to neither: "and", "but", "pero".
std::string_view joining_words(Language language);
/// Words that turn a sentence into its opposite: "not", "never".
std::string_view denying_words(Language language);
/// Words that a question starts with.
std::string_view asking_words(Language language);

}  // namespace shift311::listen
