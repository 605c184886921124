// Angoff's cut score: what judges expect of somebody who is just competent, and how far the judges agree.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// One row a judge, one column an item: what part of the item somebody just competent is expected to earn, in whole
/// percent. Of an item that is right or wrong this is the chance of getting it right; of one with many points it is the
/// expected share of them, which is what such chances add up to.
using Estimates = std::vector<std::vector<int>>;

/// What one sheet may hold; within it every sum is exact.
inline constexpr std::size_t kMostJudges = 100;
inline constexpr int kMostItems = 1000;

struct CutScore {
    struct Item {
        double mean = 0;        ///< percent, over the judges
        int low = 0, high = 0;  ///< percent: the least and the most that a judge gave
    };
    std::int64_t judges = 0;
    std::int64_t items = 0;        ///< with an item that counts several times, so many
    double cut = 0;                ///< mean of the judges' sums, in items
    double percent = 0;            ///< the same of all items
    std::vector<double> sums;      ///< of each judge, in items
    double low = 0, high = 0;      ///< the least and the greatest of them
    std::optional<double> sd;      ///< among the judges' sums, n - 1, in items; empty for one judge
    std::optional<double> error;   ///< standard error of the cut by the choice of judges: sd / sqrt(judges), in items
    std::vector<Item> of_items{};  ///< one a column

    /// The same as points of a hundred.
    double in_percent(double of_items_) const { return 100 * of_items_ / static_cast<double>(items); }
};

/// Each judge's estimates are added up; the cut is the mean of these sums. `times`: how often each item counts, once
/// where it is empty. Empty without a judge or an item, for a ragged sheet, for an estimate outside 0 to 100, and
/// beyond what a sheet may hold.
std::optional<CutScore> cut_score(const Estimates& estimates, const std::vector<int>& times = {});

/// The cut in whole percent, less so many standard errors, rounded half up and not below 0. In whole numbers
/// throughout, so that every machine finds the same. Empty where cut_score is, for a negative `less_errors`, and when
/// an error is to be taken off that one judge does not have.
std::optional<int> whole_cut(const Estimates& estimates, const std::vector<int>& times = {}, int less_errors = 0);

}  // namespace shift311::measure
