#include "assessment/reports/item_report_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr double kLeft = 64, kRight = 620, kTop = 16, kBottom = 224;
constexpr double kLabel = 11;

double across(const ItemRow& row) {
    return kLeft + (kRight - kLeft) * static_cast<double>(row.passed) / static_cast<double>(row.people);
}
double down(double r) {
    return kBottom - (kBottom - kTop) * (r + 1) / 2;
}

Point point_of(const ItemRow& row) {
    return {across(row), down(*row.discrimination)};
}

struct Place {
    double left = 0, right = 0, top = 0, bottom = 0;
};
bool clear(const Place& place, const std::vector<Place>& taken) {
    return std::none_of(taken.begin(), taken.end(), [&](const Place& other) {
        return place.left < other.right && other.left < place.right && place.top < other.bottom &&
               other.top < place.bottom;
    });
}

/// The title, or the id where another script has the same title.
std::string name_of(const ItemRow& row, const std::vector<const ItemRow*>& rows) {
    const auto alike =
        std::count_if(rows.begin(), rows.end(), [&](const ItemRow* other) { return other->title == row.title; });
    return row.title.empty() || alike > 1 ? row.script : row.title;
}

void add_axes(Drawing& drawing) {
    for (const double r : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
        drawing.shapes.push_back(
            Stroke{{{kLeft, down(r)}, {kRight, down(r)}}, r == 0 ? Ink::line : Ink::faint, 1, false});
        drawing.shapes.push_back(
            Word{{kLeft - 8, down(r) + 4}, fmt::format("{:.1f}", r), kLabel, Ink::quiet, Word::Anchor::right, false});
    }
    for (int percent = 0; percent <= 100; percent += 25) {
        const double x = kLeft + (kRight - kLeft) * percent / 100;
        drawing.shapes.push_back(
            Word{{x, kBottom + 16}, std::to_string(percent) + " %", kLabel, Ink::quiet, Word::Anchor::middle, false});
    }
    drawing.shapes.push_back(Word{{kLeft, kBottom + 34},
                                  "Passed the first time; height is the discrimination r",
                                  kLabel,
                                  Ink::quiet,
                                  Word::Anchor::left,
                                  false});
}

}  // namespace

std::optional<Chart> item_chart(const ItemPart& part) {
    std::vector<const ItemRow*> rows;
    for (const ItemRow& row : part.items) {
        if (row.pass_rate && row.discrimination) rows.push_back(&row);
    }
    if (rows.size() < 2) return std::nullopt;
    Chart out;
    out.drawing.wide = 640;
    out.drawing.high = 268;
    add_axes(out.drawing);
    std::int64_t odd = 0;
    std::vector<Place> taken;
    for (const ItemRow* row : rows) {
        const Point at = point_of(*row);
        taken.push_back({at.x - 5, at.x + 5, at.y - 5, at.y + 5});
    }
    for (const ItemRow* row : rows) {
        const Point at = point_of(*row);
        const bool sound = row->odd.empty();
        out.drawing.shapes.push_back(Disc{at, 4, sound ? Ink::accent : Ink::careful, sound});
        if (sound) continue;
        ++odd;
        const std::string name = name_of(*row, rows);
        const bool to_the_left = at.x > (kLeft + kRight) / 2;
        const double wide = 0.6 * kLabel * static_cast<double>(name.size());
        const double from = to_the_left ? at.x - 8 - wide : at.x + 8;
        const Place place{from, from + wide, at.y - 7, at.y + 6};
        // A name that would lie on something else is left out; the list above has them all.
        if (place.left < kLeft || place.right > out.drawing.wide || !clear(place, taken)) continue;
        taken.push_back(place);
        out.drawing.shapes.push_back(Word{{to_the_left ? at.x - 8 : at.x + 8, at.y + 4},
                                          name,
                                          kLabel,
                                          Ink::text,
                                          to_the_left ? Word::Anchor::right : Word::Anchor::left,
                                          false});
    }
    out.caption =
        "Every script: to the right the easier ones, above those that tell strong from weak. Hollow: "
        "scripts that behave oddly, named where there is room.";
    out.description = fmt::format(
        "{} scripts by the share that passed the first time and by discrimination; {} of them "
        "behave oddly. The table below holds the figures.",
        rows.size(), odd);
    return out;
}

}  // namespace shift311::reports
