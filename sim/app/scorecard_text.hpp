// A scorecard in plain lines, for the text desk and the demonstration.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <string>

namespace shift311::app {

std::string scorecard_text(const scoring::Scorecard& card);

}  // namespace shift311::app
