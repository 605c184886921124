// Where two texts differ: the character diff that the debrief shows, and the alignment facts behind typing rates.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

struct DiffPart {
    enum class Kind { same, missing, extra };
    Kind kind = Kind::same;
    std::string text;  ///< `missing`: only in the expected text; `extra`: only in the written one
};

/// Smallest edit from `expected` to `written`, neighbors of a kind joined.
std::vector<DiffPart> diff(std::string_view expected, std::string_view written);

struct AlignmentFacts {
    std::size_t distance = 0;    ///< minimum string distance
    std::size_t alignments = 0;  ///< number of optimal alignments (capped at 10,000)
    double mean_size = 0;        ///< their mean length
};
/// Soukoreff & MacKenzie 2001; oracle golfers/gofpiers: 3, 4, 8.25.
AlignmentFacts alignments(std::string_view presented, std::string_view transcribed);

}  // namespace shift311::text
