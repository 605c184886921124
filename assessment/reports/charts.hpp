// The charts of the reports, each as one drawing for screen and paper.
#pragma once

#include "assessment/reports/drawing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::reports {

/// One finished attempt, oldest first.
struct TrendMark {
    int percent = 0;
    bool passed = false;  ///< filled when passed, hollow when not
    std::string label;    ///< what the mark is, for whoever rests on it
};
/// Percentages over time; the axis names the first and the last. At least two marks.
Drawing trend_drawing(const std::vector<TrendMark>& marks, const std::string& first, const std::string& last);

/// A mean in percent with what it may be off by, against the least that is asked.
struct MeanMark {
    std::string name;
    double mean = 0;              ///< percent
    std::optional<double> error;  ///< standard error, percentage points; none: one contact bears none
    std::optional<int> floor;     ///< percent
};
/// One line for each; the bar reaches from one standard error below to one above.
Drawing means_drawing(const std::vector<MeanMark>& marks);

/// How likely somebody is to pass, by how often they handle a contact rightly.
struct OddsMark {
    double skill = 0;   ///< 0..1
    double passes = 0;  ///< 0..1
};
/// The rule's own curve, and beside it, dashed, one to compare with.
Drawing odds_drawing(const std::vector<OddsMark>& rule, const std::vector<OddsMark>& beside,
                     const std::string& rule_name, const std::string& beside_name);

}  // namespace shift311::reports
