#include "assessment/reports/html_columns.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace shift311::reports {
namespace {

constexpr double kWide = 112;  // characters in a row of Letter paper, at the size of a table
constexpr double kPad = 1.6;   // beside a cell, both sides together
constexpr double kHalf = 56;   // no single word takes more
constexpr double kBrief = 16;  // a date, a name or a word or two
constexpr int kStep = 2, kMost = 76;

/// Taken span by span, so that a long table is measured without being copied.
struct Breadth {
    int least = 0;    ///< the longest word
    int natural = 0;  ///< the longest line

    void add(std::string_view text) {
        for (const char c : text) {
            if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // counted with its letter's first byte
            line_ = c == '\n' ? 0 : line_ + 1;
            word_ = c == '\n' || c == ' ' ? 0 : word_ + 1;
            least = std::max(least, word_);
            natural = std::max(natural, line_);
        }
    }

  private:
    int word_ = 0, line_ = 0;
};

Breadth breadth(std::string_view text) {
    Breadth out;
    out.add(text);
    return out;
}

Breadth breadth(const Line& cell) {
    Breadth out;
    for (const Span& span : cell)
        out.add(span.text);
    return out;
}

}  // namespace

std::vector<ColumnWidth> column_widths(const Table& table) {
    const std::size_t columns = table.columns.size();
    std::vector<double> least(columns, 0), liked(columns, 0);
    double brief = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        const Breadth head = breadth(std::string_view(table.columns[i].name));
        least[i] = head.least;
        // A column of figures is as wide as its figures; its name may stand on two lines.
        liked[i] = table.columns[i].number ? std::max<double>(head.least, head.natural * 0.5) : head.natural;
        for (const auto& row : table.rows) {
            if (i >= row.size()) continue;
            const Breadth cell = breadth(row[i]);
            least[i] = std::max<double>(least[i], table.columns[i].number ? cell.natural : cell.least);
            liked[i] = std::max<double>(liked[i], cell.natural);
        }
        brief += (liked[i] <= kBrief ? liked[i] : std::min(least[i], kHalf)) + kPad;
    }
    double all_least = 0, all_liked = 0, weights = 0, wants = 0;
    const auto weight = [&](std::size_t i) {
        return table.columns[i].number ? 0.0 : static_cast<double>(std::max(1, table.columns[i].weight));
    };
    const auto want = [&](std::size_t i) { return (liked[i] - least[i]) * std::max(1, table.columns[i].weight); };
    std::vector<ColumnWidth> out(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        out[i].brief = brief <= kWide * 0.92 && liked[i] <= kBrief && !table.columns[i].number;
        if (out[i].brief) least[i] = liked[i];
        least[i] = std::min(least[i], kHalf) + kPad;
        liked[i] = std::max(liked[i] + kPad, least[i]);
        all_least += least[i];
        all_liked += liked[i];
        weights += weight(i);
        wants += want(i);
    }
    for (std::size_t i = 0; i < columns; ++i) {
        double wide = 0;
        if (all_liked <= kWide) {
            const double over = kWide - all_liked;
            wide = liked[i] + (weights > 0 ? over * weight(i) / weights : over / static_cast<double>(columns));
        } else if (all_least <= kWide) {
            wide = least[i] + (kWide - all_least) * want(i) / wants;
        } else {
            wide = kWide * least[i] / all_least;
        }
        const auto steps = static_cast<int>(std::lround(wide * 100 / kWide / kStep));
        out[i].percent = std::clamp(kStep * steps, kStep, kMost);
    }
    return out;
}

}  // namespace shift311::reports
