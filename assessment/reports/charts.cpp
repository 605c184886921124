#include "assessment/reports/charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr std::size_t kMostMarks = 80;  // beyond this the marks would run together

struct Plane {
    double left = 0, right = 0, top = 0, bottom = 0;
    double x(double share) const { return left + std::clamp(share, 0.0, 1.0) * (right - left); }
    double y(double share) const { return bottom - std::clamp(share, 0.0, 1.0) * (bottom - top); }
};

/// Level lines at every quarter, with their percentages beside them.
void add_percent_axis(Drawing& drawing, const Plane& plane) {
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = plane.y(percent / 100.0);
        drawing.shapes.push_back(Stroke{{{plane.left, y}, {plane.right, y}}, Ink::line, 1, false});
        drawing.shapes.push_back(Word{{plane.left - 8, y + 4},
                                      fmt::format("{}{}", percent, percent == 100 ? "\u00a0%" : ""),
                                      12,
                                      Ink::quiet,
                                      Word::Anchor::right,
                                      false});
    }
}

}  // namespace

Drawing trend_drawing(const std::vector<TrendMark>& marks, const std::string& first, const std::string& last) {
    Drawing out;
    out.wide = 712;
    out.high = 224;
    const Plane plane{52, out.wide - 16, 12, out.high - 32};
    add_percent_axis(out, plane);
    const double steps = static_cast<double>(std::max<std::size_t>(marks.size(), 2) - 1);
    Stroke line;
    line.ink = Ink::accent;
    line.width = 2;
    for (std::size_t i = 0; i < marks.size(); ++i)
        line.points.push_back({plane.x(static_cast<double>(i) / steps), plane.y(marks[i].percent / 100.0)});
    out.shapes.push_back(line);
    for (std::size_t i = 0; i < marks.size() && marks.size() <= kMostMarks; ++i)
        out.shapes.push_back(Disc{line.points[i], 4.5, Ink::accent, marks[i].passed, marks[i].label});
    out.shapes.push_back(Word{{plane.left, out.high - 8}, first, 12, Ink::quiet, Word::Anchor::left, false});
    out.shapes.push_back(Word{{plane.right, out.high - 8}, last, 12, Ink::quiet, Word::Anchor::right, false});
    return out;
}

Drawing means_drawing(const std::vector<MeanMark>& marks) {
    constexpr double kRow = 26;
    Drawing out;
    out.wide = 672;
    out.high = 26 + kRow * static_cast<double>(marks.size());
    const Plane plane{150, out.wide - 76, 6, out.high - 22};
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double x = plane.x(percent / 100.0);
        out.shapes.push_back(Stroke{{{x, plane.top}, {x, plane.bottom}}, Ink::line, 1, false});
        out.shapes.push_back(Word{{x, out.high - 6},
                                  fmt::format("{}{}", percent, percent == 100 ? "\u00a0%" : ""),
                                  12,
                                  Ink::quiet,
                                  Word::Anchor::middle,
                                  false});
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const MeanMark& mark = marks[i];
        const double y = plane.top + kRow * (static_cast<double>(i) + 0.5);
        const double x = plane.x(mark.mean / 100);
        const bool below = mark.floor && mark.mean < *mark.floor;
        const Ink ink = below ? Ink::bad : Ink::accent;
        out.shapes.push_back(Word{{0, y + 4}, mark.name, 12.5, Ink::text, Word::Anchor::left, false});
        if (mark.error) {
            const double low = plane.x((mark.mean - *mark.error) / 100);
            const double high = plane.x((mark.mean + *mark.error) / 100);
            out.shapes.push_back(Stroke{{{low, y}, {high, y}}, ink, 3, false});
            for (const double end : {low, high})
                out.shapes.push_back(Stroke{{{end, y - 4}, {end, y + 4}}, ink, 1.5, false});
        }
        if (mark.floor) {
            const double floor = plane.x(*mark.floor / 100.0);
            out.shapes.push_back(Stroke{{{floor, y - 9}, {floor, y + 9}}, Ink::text, 2, false});
        }
        out.shapes.push_back(Disc{{x, y}, 4.5, ink, true, fmt::format("{}: {:.1f}\u00a0%", mark.name, mark.mean)});
        out.shapes.push_back(Word{{out.wide, y + 4},
                                  fmt::format("{:.1f}\u00a0%", mark.mean),
                                  12.5,
                                  below ? Ink::bad : Ink::text,
                                  Word::Anchor::right,
                                  below});
    }
    return out;
}

Drawing odds_drawing(const std::vector<OddsMark>& rule, const std::vector<OddsMark>& beside,
                     const std::string& rule_name, const std::string& beside_name) {
    constexpr double kFrom = 0.5;  // below, nobody passes
    Drawing out;
    out.wide = 672;
    out.high = 252;
    const Plane plane{52, out.wide - 16, 30, out.high - 44};
    add_percent_axis(out, plane);
    for (const int skill : {50, 60, 70, 80, 90, 100}) {
        const double x = plane.x((skill / 100.0 - kFrom) / (1 - kFrom));
        out.shapes.push_back(Stroke{{{x, plane.bottom}, {x, plane.bottom + 4}}, Ink::quiet, 1, false});
        out.shapes.push_back(Word{{x, plane.bottom + 17},
                                  fmt::format("{}\u00a0%", skill),
                                  12,
                                  Ink::quiet,
                                  skill == 100 ? Word::Anchor::right : Word::Anchor::middle,
                                  false});
    }
    out.shapes.push_back(Word{{(plane.left + plane.right) / 2, out.high - 6},
                              "How often a trainee of this skill handles a contact rightly",
                              12,
                              Ink::quiet,
                              Word::Anchor::middle,
                              false});
    const auto curve = [&](const std::vector<OddsMark>& marks, Ink ink, bool dashed) {
        Stroke line;
        line.ink = ink;
        line.width = 2;
        line.dashed = dashed;
        for (const OddsMark& mark : marks) {
            if (mark.skill >= kFrom)
                line.points.push_back({plane.x((mark.skill - kFrom) / (1 - kFrom)), plane.y(mark.passes)});
        }
        out.shapes.push_back(line);
    };
    curve(beside, Ink::quiet, true);
    curve(rule, Ink::accent, false);
    double x = plane.left;
    const auto name = [&](const std::string& text, Ink ink, bool dashed) {
        out.shapes.push_back(Stroke{{{x, 12}, {x + 26, 12}}, ink, 2, dashed});
        out.shapes.push_back(Word{{x + 34, 16}, text, 12, Ink::text, Word::Anchor::left, false});
        x += 34 + 300;
    };
    name(rule_name, Ink::accent, false);
    name(beside_name, Ink::quiet, true);
    return out;
}

}  // namespace shift311::reports
