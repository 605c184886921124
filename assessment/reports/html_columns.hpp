// How wide the columns of a table are on a page: shared out as on paper, by what they hold.
#pragma once

#include "assessment/reports/document.hpp"

#include <vector>

namespace shift311::reports {

struct ColumnWidth {
    int percent = 0;     ///< even, at least 2; together about 100
    bool brief = false;  ///< its cells stay on one line
};
/// Figures, dates and a word or two stay on one line where there is room, and long texts share what is left by the
/// columns' weights. Measured in characters, so the percentage is a wish: no word is broken for it.
std::vector<ColumnWidth> column_widths(const Table& table);

}  // namespace shift311::reports
