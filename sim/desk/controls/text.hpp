// Words that are only read: headings, labels, paragraphs, words with marks in them.
#pragma once

#include "sim/desk/paint.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

/// One line, cut if too long; noted in the list. `what` says what a bare value is ("Handle time": "1:12").
void label(Ui& ui, const Rect& rect, const Font& font, Tone tone, std::string_view text,
           paint::Align align = paint::Align::left, std::string_view what = {});
/// The small strong heading of a card.
void heading(Ui& ui, const Rect& rect, std::string_view text);
/// The large heading of a page.
void title(Ui& ui, const Rect& rect, std::string_view text);

/// Lines broken to the width; returns the height used.
float paragraph(Ui& ui, float x, float y, float wide, const Font& font, Tone tone, std::string_view text);
float paragraph_height(const Font& font, float wide, std::string_view text);

/// Part of a text to be shown otherwise: bytes [begin, end).
struct Mark {
    enum class Kind { behind, strong, good, careful, bad };
    std::size_t begin = 0, end = 0;
    Kind kind = Kind::behind;
};
/// A paragraph with marked parts.
float marked_paragraph(Ui& ui, float x, float y, float wide, const Font& font, Tone tone, std::string_view text,
                       const std::vector<Mark>& marks);

}  // namespace shift311::desk
