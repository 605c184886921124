// Whether a contact that is kept for exams was met in practice already, under another name.
#pragma once

#include "sim/script/drill.hpp"
#include "sim/script/script.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace shift311::script {

// What is compared is what the caller says, as written: without the blanks, which differ from play to play, without
// marks and capitals. What the trainee may say and what is expected is left out: scripts that train the same thing
// share it, and are nothing that anybody remembers a call by.

/// An opening as near as this, in percent, to one from practice is that one with some words changed. Of the openings
/// and vignettes of Philadelphia, no two different ones come nearer than 64.
inline constexpr int kOpeningSeen = 80;
/// The same where only what is in both is compared, because one says more than the other; no two come nearer than 72.
inline constexpr int kOpeningWithin = 92;
/// Openings of fewer words tell no calls apart: "Hi, I have a question about my water bill."
inline constexpr std::size_t kOpeningWords = 10;
/// The same where one says more than the other: a few common words are found in any long letter.
inline constexpr std::size_t kWithinWords = 16;
/// Of all that the caller says later in lines of some length, in percent of the letters.
inline constexpr int kLinesSeen = 60;
/// Shorter lines are anybody's: "It's {where.spoken}, right at the corner."
inline constexpr std::size_t kLineWords = 6;
/// Fewer lines of that length tell no calls apart.
inline constexpr std::size_t kFewestLines = 3;

struct Seen {
    enum class What {
        opening,  ///< it is nearly the same
        within,   ///< one opening is nearly the other with more words
        lines     ///< what the caller says after it is nearly the same
    };
    std::size_t in = 0;  ///< place in the list of what is practiced
    What what = What::opening;
    int percent = 0;  ///< how near, rounded down
};

/// For each of `kept`: where it was met, the nearest of `practiced` if there are several; empty where it is unseen.
/// Only scripts of one city are compared: nobody practices another's.
std::vector<std::optional<Seen>> met_in_practice(const std::vector<const Script*>& kept,
                                                 const std::vector<const Script*>& practiced);
/// The same for the vignettes of one city.
std::vector<std::optional<Seen>> met_in_practice(const std::vector<const Vignette*>& kept,
                                                 const std::vector<const Vignette*>& practiced);

}  // namespace shift311::script
