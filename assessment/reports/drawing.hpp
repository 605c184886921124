// A chart as lines, boxes and words on a plane: drawn once, shown as SVG on a page and by Cairo on paper.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace shift311::reports {

/// Named by what they say; page and paper choose the color.
enum class Ink { text, quiet, line, faint, accent, good, careful, bad };

struct Point {
    double x = 0, y = 0;  ///< units of a 96th inch; y grows downward
};
struct Stroke {
    std::vector<Point> points;
    Ink ink = Ink::line;
    double width = 1;
    bool dashed = false;
};
struct Box {
    Point at;
    double wide = 0, high = 0;
    Ink ink = Ink::accent;
    bool filled = true;
    std::string label = {};  ///< what it is, for whoever rests on it
};
struct Disc {
    Point at;
    double radius = 3;
    Ink ink = Ink::accent;
    bool filled = true;
    std::string label = {};  ///< what it is, for whoever rests on it
};
struct Word {
    enum class Anchor { left, middle, right };
    Point at;  ///< on the base line
    std::string text;
    double size = 12;
    Ink ink = Ink::text;
    Anchor anchor = Anchor::left;
    bool strong = false;
};
using Shape = std::variant<Stroke, Box, Disc, Word>;

struct Drawing {
    double wide = 640, high = 240;
    std::vector<Shape> shapes;
};

/// Inline SVG with `title` and `description` for those who cannot see it.
std::string svg_of(const Drawing& drawing, const std::string& title, const std::string& description);

}  // namespace shift311::reports
