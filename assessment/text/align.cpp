#include "assessment/text/align.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <cstdint>

namespace shift311::text {

namespace {

/// The text cut into characters; a byte that is no UTF-8 is a character of its own, so that the parts rebuild the text.
std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (wanted > 1 && i + wanted <= text.size() && valid_utf8(text.substr(i, wanted))) length = wanted;
        out.push_back(text.substr(i, length));
        i += length;
    }
    return out;
}

void append(std::vector<DiffPart>& parts, DiffPart::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (parts.empty() || parts.back().kind != kind) parts.push_back({kind, {}});
    parts.back().text.append(text);
}

// A service request's description holds 4,000 characters; beyond that the middle is shown as replaced whole.
constexpr std::size_t kLargestTable = 4'096 * 4'096;

}  // namespace

std::vector<DiffPart> diff(std::string_view expected, std::string_view written) {
    using Kind = DiffPart::Kind;
    const std::vector<std::string_view> a = characters(expected);
    const std::vector<std::string_view> b = characters(written);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (head + tail < a.size() && head + tail < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const std::size_t rows = a.size() - head - tail;
    const std::size_t columns = b.size() - head - tail;

    std::vector<DiffPart> parts;
    // Within one changed place, what is missing comes before what is extra.
    std::string missing;
    std::string extra;
    const auto flush = [&] {
        append(parts, Kind::missing, missing);
        append(parts, Kind::extra, extra);
        missing.clear();
        extra.clear();
    };
    for (std::size_t i = 0; i < head; ++i)
        append(parts, Kind::same, a[i]);

    std::size_t i = 0;
    std::size_t j = 0;
    if (rows > 0 && columns > 0 && rows <= kLargestTable / columns) {
        // Longest common subsequence, from the end, so that walking forward keeps the earliest match.
        enum : std::uint8_t { kMatch, kSkipExpected, kSkipWritten };
        std::vector<std::uint8_t> move(rows * columns);
        std::vector<std::uint32_t> below(columns + 1);
        std::vector<std::uint32_t> row(columns + 1);
        for (std::size_t r = rows; r-- > 0;) {
            row[columns] = 0;
            for (std::size_t c = columns; c-- > 0;) {
                if (a[head + r] == b[head + c]) {
                    row[c] = below[c + 1] + 1;
                    move[r * columns + c] = kMatch;
                } else {
                    const bool skip_expected = below[c] >= row[c + 1];
                    row[c] = skip_expected ? below[c] : row[c + 1];
                    move[r * columns + c] = skip_expected ? kSkipExpected : kSkipWritten;
                }
            }
            std::swap(row, below);
        }
        while (i < rows && j < columns) {
            switch (move[i * columns + j]) {
                case kMatch:
                    flush();
                    append(parts, Kind::same, a[head + i]);
                    ++i;
                    ++j;
                    break;
                case kSkipExpected:
                    missing.append(a[head + i++]);
                    break;
                default:
                    extra.append(b[head + j++]);
                    break;
            }
        }
    }
    while (i < rows)
        missing.append(a[head + i++]);
    while (j < columns)
        extra.append(b[head + j++]);
    flush();
    for (std::size_t t = 0; t < tail; ++t)
        append(parts, Kind::same, a[a.size() - tail + t]);
    return parts;
}

AlignmentFacts alignments(std::string_view presented, std::string_view transcribed) {
    constexpr std::size_t kMostCounted = 10'000;
    constexpr double kRescaleAbove = 1e200;
    const std::u32string a = code_points(presented);
    const std::u32string b = code_points(transcribed);
    struct Cell {
        std::size_t distance = 0;
        std::size_t count = 0;  // optimal alignments up to here, capped
        double weight = 0;      // the same uncapped, scaled down row by row: only ratios matter
        double mean_size = 0;
    };
    std::vector<Cell> above(b.size() + 1);
    std::vector<Cell> row(b.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            Cell& cell = row[j];
            if (i == 0 && j == 0) {
                cell = {0, 1, 1.0, 0.0};
                continue;
            }
            const Cell* ways[3] = {};
            std::size_t costs[3] = {};
            if (i > 0 && j > 0) {
                ways[0] = &above[j - 1];
                costs[0] = above[j - 1].distance + (a[i - 1] == b[j - 1] ? 0u : 1u);
            }
            if (i > 0) {
                ways[1] = &above[j];
                costs[1] = above[j].distance + 1;
            }
            if (j > 0) {
                ways[2] = &row[j - 1];
                costs[2] = row[j - 1].distance + 1;
            }
            std::size_t best = a.size() + b.size() + 1;
            for (std::size_t way = 0; way < 3; ++way) {
                if (ways[way] != nullptr) best = std::min(best, costs[way]);
            }
            Cell sum{best, 0, 0.0, 0.0};
            for (std::size_t way = 0; way < 3; ++way) {
                if (ways[way] == nullptr || costs[way] != best) continue;
                sum.count = std::min(kMostCounted, sum.count + ways[way]->count);
                sum.weight += ways[way]->weight;
                sum.mean_size += ways[way]->weight * (ways[way]->mean_size + 1.0);
            }
            if (sum.weight > 0) sum.mean_size /= sum.weight;
            cell = sum;
        }
        const auto heaviest =
            std::max_element(row.begin(), row.end(), [](const Cell& x, const Cell& y) { return x.weight < y.weight; });
        if (heaviest->weight > kRescaleAbove) {
            for (Cell& cell : row)
                cell.weight /= kRescaleAbove;
        }
        std::swap(row, above);
    }
    const Cell& last = above[b.size()];
    return {last.distance, last.count, last.mean_size};
}

}  // namespace shift311::text
