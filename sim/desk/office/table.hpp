// Lists with columns: names that line up, and rows that can be walked by arrow keys.
#pragma once

#include "sim/desk/controls/row.hpp"
#include "sim/desk/paint.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct Column {
    std::string_view title;
    float wide = 0;     ///< at 100 %; 0: shares what the others leave
    float least = 140;  ///< of a column that shares
    float share = 1;    ///< of what is left, against the other columns that share
    int rank = 0;       ///< where there is no room, columns of the highest rank go first; 0: never
    paint::Align align = paint::Align::left;
};

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
    Icon icon = Icon::none;
    bool mono = false;
    bool badge = false;  ///< a word in a quiet box of its tone
    std::string second = {};
};
// A cell whose neighbor at the right is empty has its room too.

/// The place of each column within a row; those left out are empty.
std::vector<Rect> column_places(const Ui& ui, const Rect& row, const std::vector<Column>& columns);
void table_head(Ui& ui, const Rect& rect, const std::vector<Column>& columns);

struct TableRow {
    std::string label;  ///< for the list of controls; told apart from every other row
    std::vector<Cell> cells;
    bool selected = false;
};
float table_row_height(const Ui& ui, const TableRow& row);
RowTouch table_row(Ui& ui, const Rect& rect, const std::vector<Column>& columns, const TableRow& row);

}  // namespace shift311::desk
