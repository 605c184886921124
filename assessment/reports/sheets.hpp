// Which part of a report stands on which sheet, and where: headings with what follows, table heads again on a new
// sheet.
#pragma once

#include <cstddef>
#include <vector>

namespace shift311::reports {

/// What must not be cut: a line, a row, a picture. Lengths are points of paper.
struct Piece {
    double high = 0;
    double before = 0;       ///< space above; none at the top of a sheet
    bool keep = false;       ///< on the same sheet as the next piece, where one sheet can hold both
    bool new_sheet = false;  ///< begins a sheet
    int head = -1;           ///< piece that is set again above this one when it begins a sheet; -1: none
};

struct Placed {
    std::size_t piece = 0;
    double y = 0;  ///< from the top of the sheet's room
};
using Sheet = std::vector<Placed>;

/// At least one sheet. A piece higher than a sheet gets one to itself. `first`: room on the first sheet.
std::vector<Sheet> place(const std::vector<Piece>& pieces, double first, double room);

}  // namespace shift311::reports
