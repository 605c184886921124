// Strokes of the brush: filled and outlined rectangles, text on a line, text cut to fit.
#pragma once

#include "sim/desk/rect.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk::paint {

enum class Align { left, center, right };

void fill(const Ui& ui, const Rect& rect, Color color, float corner = 0);
void outline(const Ui& ui, const Rect& rect, Color color, float corner = 0, float thickness = 1);
/// A line of one pixel along the top, bottom or left of a rectangle.
void rule_below(const Ui& ui, const Rect& rect, Color color);
void rule_above(const Ui& ui, const Rect& rect, Color color);
/// The ring of two pixels that says: the keys go here.
void focus_ring(const Ui& ui, const Rect& rect, float corner);

float width(const Font& font, std::string_view text);
/// Draws one line, centered in the height of the rectangle and cut with an ellipsis if too wide. Says whether it
/// fitted.
bool text(const Ui& ui, const Rect& rect, const Font& font, Color color, std::string_view text,
          Align align = Align::left);
/// Draws one line with its top left corner here, uncut.
void text_at(const Ui& ui, float x, float y, const Font& font, Color color, std::string_view text);

}  // namespace shift311::desk::paint
