#include "assessment/reports/sheets.hpp"

namespace shift311::reports {
namespace {

/// From `at` to the end of its run of pieces kept together.
std::size_t end_of_run(const std::vector<Piece>& pieces, std::size_t at) {
    while (at + 1 < pieces.size() && pieces[at].keep && !pieces[at + 1].new_sheet)
        ++at;
    return at + 1;
}

double height(const std::vector<Piece>& pieces, std::size_t from, std::size_t to, bool at_top) {
    double out = 0;
    for (std::size_t i = from; i < to; ++i)
        out += pieces[i].high + (i == from && at_top ? 0 : pieces[i].before);
    return out;
}

}  // namespace

std::vector<Sheet> place(const std::vector<Piece>& pieces, double first, double room) {
    std::vector<Sheet> out(1);
    double left = first;
    double y = 0;
    const auto turn = [&] {
        out.emplace_back();
        left = room;
        y = 0;
    };
    const auto set = [&](std::size_t i) {
        const bool top = out.back().empty();
        if (top && pieces[i].head >= 0 && static_cast<std::size_t>(pieces[i].head) != i) {
            const auto head = static_cast<std::size_t>(pieces[i].head);
            out.back().push_back({head, y});
            y += pieces[head].high;
            left -= pieces[head].high;
        }
        const double before = top ? 0 : pieces[i].before;
        out.back().push_back({i, y + before});
        y += before + pieces[i].high;
        left -= before + pieces[i].high;
    };
    std::size_t at = 0;
    while (at < pieces.size()) {
        if (pieces[at].new_sheet && !out.back().empty()) turn();
        const std::size_t end = end_of_run(pieces, at);
        const bool fits = height(pieces, at, end, out.back().empty()) <= left;
        const bool fits_alone = height(pieces, at, end, true) <= room;
        if (!fits && fits_alone && !out.back().empty()) turn();
        if (fits || fits_alone) {
            for (; at < end; ++at)
                set(at);
            continue;
        }
        // A run longer than a sheet is cut where it must be.
        for (; at < end; ++at) {
            const double needed = pieces[at].high + (out.back().empty() ? 0 : pieces[at].before);
            if (needed > left && !out.back().empty()) turn();
            set(at);
        }
    }
    return out;
}

}  // namespace shift311::reports
