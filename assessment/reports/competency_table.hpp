// Competencies in the order and under the names that every report uses, as blocks of a document.
#pragma once

#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/document.hpp"

#include <vector>

namespace shift311::reports {

/// A table, a chart of the means against their floors, and what they mean. Says so when nothing was judged, or little.
std::vector<Block> means_blocks(const std::vector<CompetencyMean>& means, const std::string& of_what);

}  // namespace shift311::reports
