// Percentages over time as one picture for screen and paper.
#pragma once

#include <string>
#include <vector>

namespace shift311::reports {

struct ChartPoint {
    int percent = 0;
    bool passed = false;  ///< filled when passed, hollow when not
    std::string label;    ///< what the point is, for whoever rests on it
};

/// Inline SVG. At least two points. `title` says what is shown to those who cannot see it; the x axis names the first
/// and the last.
std::string line_chart(const std::vector<ChartPoint>& points, const std::string& title, const std::string& first,
                       const std::string& last);

}  // namespace shift311::reports
