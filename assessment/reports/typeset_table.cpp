#include "assessment/reports/typeset.hpp"

#include <algorithm>
#include <utility>

namespace shift311::reports {
namespace {

constexpr double kPadX = 4;
constexpr double kPadY = 3.25;
constexpr Type kCell{8.5, 11.5};
constexpr Type kHead{8.25, 11, color(Ink::quiet)};
constexpr Type kCaption{9.5, 13.5, color(Ink::text), true};

}  // namespace

/// What every column must have, what it would like, and what is over shared out by weight among those that hold text.
std::vector<double> Typesetter::widths(const Table& table) {
    const std::size_t columns = table.columns.size();
    std::vector<double> least(columns, 0);
    std::vector<double> liked(columns, 0);
    for (std::size_t i = 0; i < columns; ++i) {
        const Paper::Breadth head = paper_.breadth(plain(table.columns[i].name), kHead);
        least[i] = head.least;
        // A column of figures is as wide as its figures; its name may stand on two lines.
        liked[i] = table.columns[i].number ? std::max(head.least, head.natural * 0.45) : head.natural;
        for (const auto& row : table.rows) {
            if (i >= row.size()) continue;
            const Paper::Breadth cell = paper_.breadth(row[i], kCell);
            least[i] = std::max(least[i], table.columns[i].number ? cell.natural : cell.least);
            liked[i] = std::max(liked[i], cell.natural);
        }
    }
    // No single word takes more than half of the paper; a date, a name or a word or two stays on one line.
    const double half = column_.wide / 2;
    const double brief = column_.wide * 0.16;
    double all_brief = 0;
    for (std::size_t i = 0; i < columns; ++i)
        all_brief += (liked[i] <= brief ? liked[i] : std::min(least[i], half)) + 2 * kPadX + 0.5;
    for (std::size_t i = 0; i < columns && all_brief <= column_.wide * 0.8; ++i) {
        if (liked[i] <= brief) least[i] = liked[i];
    }
    double all_least = 0, all_liked = 0, weights = 0, wants = 0;
    const auto want = [&](std::size_t i) { return (liked[i] - least[i]) * std::max(1, table.columns[i].weight); };
    for (std::size_t i = 0; i < columns; ++i) {
        least[i] = std::min(least[i], half) + 2 * kPadX + 0.5;
        liked[i] = std::max(liked[i] + 2 * kPadX + 0.5, least[i]);
        all_least += least[i];
        all_liked += liked[i];
        weights += table.columns[i].number ? 0 : std::max(1, table.columns[i].weight);
        wants += want(i);
    }
    std::vector<double> out(columns, 0);
    for (std::size_t i = 0; i < columns; ++i) {
        const double weight = table.columns[i].number ? 0 : std::max(1, table.columns[i].weight);
        if (all_liked <= column_.wide) {
            const double over = column_.wide - all_liked;
            out[i] = liked[i] + (weights > 0 ? over * weight / weights : over / static_cast<double>(columns));
        } else if (all_least <= column_.wide) {
            out[i] = least[i] + (column_.wide - all_least) * want(i) / wants;
        } else {
            out[i] = column_.wide * least[i] / all_least;
        }
    }
    return out;
}

void Typesetter::operator()(const Table& table) {
    if (table.columns.empty()) return;
    if (table.rows.empty()) {
        if (!table.empty.empty()) (*this)(Paragraph{plain(table.empty), false});
        return;
    }
    if (!table.caption.empty()) {
        const std::size_t first = parts_.size();
        flow(paper_.words(table.caption, kCaption, column_.wide), column_.x, 9, {{"P", tag()}}, 0, false, 0);
        for (std::size_t i = first; i < parts_.size(); ++i)
            parts_[i].piece.keep = true;
    }
    const std::vector<double> wide = widths(table);
    const std::vector<Tag> tags{{"Table", tag()}};
    const auto cells_of = [&](const std::vector<Line>& lines, const Type& type, bool head) {
        std::vector<Cell> cells;
        double x = column_.x;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            Cell cell;
            const auto align = table.columns[i].number ? Words::Align::right : Words::Align::left;
            cell.words = paper_.words(i < lines.size() ? lines[i] : Line{}, type, wide[i] - 2 * kPadX, align);
            cell.x = x + kPadX;
            cell.tag = head || i == 0 ? "TH" : "TD";
            cells.push_back(std::move(cell));
            x += wide[i];
        }
        return cells;
    };
    std::vector<Line> names;
    std::size_t lines = 1;
    for (const Table::Column& column : table.columns)
        names.push_back(plain(column.name));
    std::vector<Cell> head_cells = cells_of(names, kHead, true);
    for (const Cell& cell : head_cells)
        lines = std::max(lines, cell.words.lines());
    const double high = std::min(room_ / 2, static_cast<double>(lines) * kHead.lead + 2 * kPadY);
    const Column column = column_;
    const int head = static_cast<int>(parts_.size());
    // The names stand at the foot of the head, close to what they name.
    Part& part = add(high, table.caption.empty() ? 6 : 1, tags, [=](Paper& paper, double y) {
        paper.rule(column.x, y + high, column.wide, color(Ink::quiet), 0.75);
        paper.open("TR");
        for (const Cell& cell : head_cells) {
            paper.open(cell.tag);
            paper.set(cell.words, cell.x, y + high - kPadY - cell.words.high());
            paper.close(cell.tag);
        }
        paper.close("TR");
    });
    part.piece.keep = true;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        // Two rows at least on either side of a sheet's end.
        const bool keep = table.rows.size() > 1 && (i == 0 || i + 2 == table.rows.size());
        row(cells_of(table.rows[i], kCell, false), 0, kPadY, tags, head, color(Ink::line), keep);
    }
    add(5, 0, {}, [](Paper&, double) {});
}

}  // namespace shift311::reports
