#include "sim/desk/text_layout.hpp"

#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/utf8.hpp"

namespace shift311::desk {

namespace {

/// The space of "80 %" and "20 s": a sign stays with its number.
bool between_number_and_sign(std::string_view text, std::size_t space) {
    const auto at = [&](std::size_t place) { return place < text.size() ? text[place] : ' '; };
    if (space == 0 || at(space - 1) < '0' || at(space - 1) > '9') return false;
    const bool word_ends = std::string_view(" ,.;:)\n").find(at(space + 2)) != std::string_view::npos;
    return word_ends && (at(space + 1) == '%' || at(space + 1) == 's');
}

}  // namespace

std::vector<TextLine> wrap(std::string_view text, const Font& font, float width) {
    std::vector<TextLine> lines;
    std::size_t begin = 0;
    std::size_t space = std::string_view::npos;  // last space on this line
    float to_space = 0;                          // width up to it
    float sum = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t here = at;
        const char32_t c = decode(text, at);
        if (c == U'\n') {
            lines.push_back({begin, here, sum});
            begin = at, sum = 0, space = std::string_view::npos;
            continue;
        }
        const float wide = seam::advance(font, c);
        if (c == U' ' && !between_number_and_sign(text, here)) {
            space = here;
            to_space = sum;
        } else if (sum + wide > width && here > begin) {
            if (space != std::string_view::npos && space > begin) {
                lines.push_back({begin, space, to_space});
                begin = space + 1;
            } else {
                lines.push_back({begin, here, sum});
                begin = here;
            }
            sum = seam::width(font, text.substr(begin, here - begin));
            space = std::string_view::npos;
        }
        sum += wide;
    }
    lines.push_back({begin, text.size(), sum});
    return lines;
}

std::size_t line_of(const std::vector<TextLine>& lines, std::size_t at) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].begin <= at) found = i;
    return found;
}

std::size_t place_at(std::string_view text, const TextLine& line, const Font& font, float x) {
    float left = 0;
    std::size_t at = line.begin;
    while (at < line.end) {
        const std::size_t after = std::min(next_stop(text, at), line.end);
        const float wide = seam::width(font, text.substr(at, after - at));
        if (x < left + wide / 2) return at;
        left += wide;
        at = after;
    }
    return line.end;
}

std::string cut(std::string_view text, const Font& font, float width) {
    if (seam::width(font, text) <= width) return std::string(text);
    const std::string_view dots = "\u2026";
    float left = width - seam::width(font, dots);
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t after = next_stop(text, end);
        left -= seam::width(font, text.substr(end, after - end));
        if (left < 0) break;
        end = after;
    }
    while (end > 0 && text[end - 1] == ' ')
        --end;
    return std::string(text.substr(0, end)) + std::string(dots);
}

}  // namespace shift311::desk
