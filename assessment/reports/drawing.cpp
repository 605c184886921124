#include "assessment/reports/drawing.hpp"

#include "assessment/reports/html_text.hpp"
#include "assessment/reports/ink.hpp"

#include <fmt/format.h>

#include <cmath>

namespace shift311::reports {
namespace {

/// Tenths are enough for the eye, and the same text everywhere.
std::string tenths(double value) {
    const auto whole = static_cast<std::int64_t>(std::llround(value * 10));
    const auto size = whole < 0 ? -whole : whole;
    std::string out = fmt::format("{}{}", whole < 0 ? "-" : "", size / 10);
    if (size % 10 != 0) out += fmt::format(".{}", size % 10);
    return out;
}

std::string hex(Ink ink) {
    return fmt::format("#{:06x}", color(ink));
}

std::string paint(Ink ink, bool filled) {
    return filled ? fmt::format("fill=\"{}\"", hex(ink))
                  : fmt::format("fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"2\"", hex(ink));
}

std::string closed(const char* name, const std::string& label) {
    return label.empty() ? std::string("/>\n") : "><title>" + html(label) + "</title></" + name + ">\n";
}

struct Svg {
    std::string operator()(const Stroke& stroke) const {
        if (stroke.points.empty()) return {};
        std::string points;
        for (const Point& point : stroke.points)
            points += (points.empty() ? "" : " ") + tenths(point.x) + "," + tenths(point.y);
        return fmt::format(
            "<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{} points=\"{}\"/>\n",
            hex(stroke.ink), tenths(stroke.width), stroke.dashed ? " stroke-dasharray=\"5 4\"" : "", points);
    }
    std::string operator()(const Box& box) const {
        return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}{}", tenths(box.at.x),
                           tenths(box.at.y), tenths(box.wide), tenths(box.high), paint(box.ink, box.filled),
                           closed("rect", box.label));
    }
    std::string operator()(const Disc& disc) const {
        return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}{}", tenths(disc.at.x), tenths(disc.at.y),
                           tenths(disc.radius), paint(disc.ink, disc.filled), closed("circle", disc.label));
    }
    std::string operator()(const Word& word) const {
        const char* anchor = word.anchor == Word::Anchor::left     ? ""
                             : word.anchor == Word::Anchor::middle ? " text-anchor=\"middle\""
                                                                   : " text-anchor=\"end\"";
        return fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>\n", tenths(word.at.x),
                           tenths(word.at.y), tenths(word.size), hex(word.ink), anchor,
                           word.strong ? " font-weight=\"650\"" : "", html(word.text));
    }
};

}  // namespace

std::string svg_of(const Drawing& drawing, const std::string& title, const std::string& description) {
    std::string out = fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" font-family=\"inherit\">\n",
        tenths(drawing.wide), tenths(drawing.high),
        html(title + (title.empty() || description.empty() ? "" : ". ") + description));
    for (const Shape& shape : drawing.shapes)
        out += std::visit(Svg{}, shape);
    return out + "</svg>\n";
}

}  // namespace shift311::reports
