// Breaking text into lines that fit, and finding characters in them again.
#pragma once

#include "sim/desk/fonts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

/// Bytes [begin, end) of the text stand on this line; the space or line end it broke at belongs to no line.
struct TextLine {
    std::size_t begin = 0, end = 0;
    float width = 0;
    bool operator==(const TextLine&) const = default;
};

/// Breaks at spaces, at line ends, and inside a word only when the word alone is wider than the line. Never empty. A
/// number keeps its sign: no line begins with the "%" of "80 %" or the "s" of "20 s".
std::vector<TextLine> wrap(std::string_view text, const Font& font, float width);

/// The line that holds this byte; at a soft break, the later line.
std::size_t line_of(const std::vector<TextLine>& lines, std::size_t at);
/// The caret place on this line nearest to `x` pixels from its start.
std::size_t place_at(std::string_view text, const TextLine& line, const Font& font, float x);
/// The text, or as much of it as fits with an ellipsis after it.
std::string cut(std::string_view text, const Font& font, float width);

}  // namespace shift311::desk
