// Where a trainee stands, in plain words: the state, what to do next, and what lies between here and certification.
#pragma once

#include "sim/desk/icon.hpp"
#include "sim/desk/office_host.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

namespace shift311::desk {

Tone tone_of(standing::State state);
Icon icon_of(standing::State state);

/// Draws from the top of the rectangle; returns the height used. `own`: the trainee reads it.
float standing_view(Ui& ui, const Rect& rect, const File& file, bool own);
/// How tall so many competencies are at least.
float competencies_height(const Ui& ui, std::size_t count);
/// Every competency with its trend, and the floor it must keep.
float competencies_view(Ui& ui, const Rect& rect, const std::vector<Trend>& trends);
/// "72 %, up 6".
std::string trend_words(const Trend& trend);

}  // namespace shift311::desk
