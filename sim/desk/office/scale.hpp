// The rating of one competency: 1 to 7, not observed, and not responding to training.
#pragma once

#include "assessment/standing/rating.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

/// Changes the mark; true when it did. Arrow keys walk the numbers; with the focus here 1 to 7, N (not observed) and R
/// (not responding) choose.
bool scale(Ui& ui, const Rect& rect, std::string_view label, standing::Mark& mark);

/// "4, acceptable", "not observed".
std::string mark_words(const standing::Mark& mark);
/// A word of explanation must stand beside this mark.
bool wants_comment(const standing::Mark& mark);

}  // namespace shift311::desk
