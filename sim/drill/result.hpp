// What came of a drill, as lines to be shown: every figure with its name and its definition.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <string>
#include <vector>

namespace shift311::drill {

struct Line {
    enum class Mark { plain, good, careful, bad };
    std::string label, value, definition;
    Mark mark = Mark::plain;
};
/// The most telling first. `events` add the evenness of the pace; without them it is left out.
std::vector<Line> result_lines(const scoring::Scorecard& card, const std::vector<journal::Event>& events = {});
/// One sentence that says what it comes to: counted, passed, broken off.
std::string verdict(const scoring::Scorecard& card, bool qualification);

/// A vignette that was answered wrongly, for going over the block again.
struct Wrong {
    std::string text, given, meant;  ///< ids of the answers
    bool missed = false;             ///< an emergency
};
std::vector<Wrong> wrong_ones(const scoring::Scorecard& card);

}  // namespace shift311::drill
