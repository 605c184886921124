// Whether a rule selects one group less often than another: four-fifths by whole numbers, Fisher's exact test, z.
#pragma once

#include <cstdint>
#include <optional>

namespace shift311::measure {

/// How many of a group were selected. 0 <= selected <= all.
struct Selected {
    std::int64_t selected = 0, all = 0;
};

/// Rate of `group` below four fifths of the rate of `reference`: 5 a n2 < 4 b n1, in whole numbers, so that exactly
/// four fifths is not below. Empty when either is empty or nobody of the reference was selected.
std::optional<bool> below_four_fifths(Selected group, Selected reference);
/// Rate over rate, for print; never compared. Empty as above.
std::optional<double> impact_ratio(Selected group, Selected reference);
/// How many more of `group` would have had to be selected for four fifths; 0 when it is there.
std::optional<std::int64_t> shortfall(Selected group, Selected reference);

/// Fisher's exact test of [[a, b], [c, d]], two-sided: all tables no likelier than this one, by a factor of 1 + 1e-7
/// (R's rule). Empty for negative counts or an empty table.
std::optional<double> fisher_two_sided(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);
std::optional<double> fisher_two_sided(Selected group, Selected reference);

/// Difference of two rates over its pooled standard error. Empty when a group is empty or nobody, or everybody, was
/// selected.
std::optional<double> two_proportion_z(Selected group, Selected reference);

/// Fewer than 30 in either group, or an expected count below 5 in any of the four cells: too few to conclude from.
bool too_few_to_conclude(Selected group, Selected reference);

}  // namespace shift311::measure
