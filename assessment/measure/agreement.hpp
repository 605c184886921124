// How far raters agree beyond chance: kappa, Fleiss' kappa, intraclass correlation.
#pragma once

#include "assessment/measure/interval.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// Square: rows what one rater said, columns what the other said of the same, in the same order of categories.
using Counts = std::vector<std::vector<std::int64_t>>;

enum class Weights { none, linear, quadratic };

struct Kappa {
    double kappa = 0;
    double observed = 0, expected = 0;  ///< agreement, weighted
    double error = 0;                   ///< asymptotic standard error (Fleiss, Cohen and Everitt 1969)
    double null_error = 0;              ///< the same if there were no agreement but chance
    double z = 0;                       ///< kappa / null_error
    Interval interval;                  ///< kappa +- z error, within [-1, 1]
    std::int64_t n = 0;
};
/// Empty for a table that is not square, below two categories, without counts, or when both raters used one and the
/// same category only.
std::optional<Kappa> kappa(const Counts& table, Weights weights = Weights::none, double confidence = 0.95);

/// Rows are subjects, columns categories, cells how many raters chose it; every row sums to the same number of raters,
/// at least 2. Empty otherwise, below two subjects, or when only one category was used.
std::optional<double> fleiss_kappa(const Counts& table);

struct Icc {
    double icc = 0;
    double df1 = 0, df2 = 0;
    std::optional<double> f;           ///< empty when the raters differ by nothing but a shift
    std::optional<Interval> interval;  ///< empty then too
};
/// Mean squares of targets by raters, each pair once.
struct MeanSquares {
    double targets = 0;   ///< how far the targets differ (MS_B, BMS)
    double within = 0;    ///< within a target, whoever rated (MS_W, WMS)
    double raters = 0;    ///< how far the raters differ in strictness (MS_J, JMS)
    double residual = 0;  ///< what neither explains (MS_E, EMS)
};
/// Shrout and Fleiss 1979. Rows are targets, columns raters; nothing missing.
struct IntraclassCorrelations {
    Icc one, two, three;        ///< ICC(1,1), ICC(2,1) absolute agreement, ICC(3,1) consistency
    Icc one_k, two_k, three_k;  ///< of the mean of all raters
    MeanSquares squares;
    std::int64_t targets = 0, raters = 0;
};
/// Empty below two targets or two raters, for ragged rows, or when the targets do not vary.
std::optional<IntraclassCorrelations> intraclass(const std::vector<std::vector<double>>& ratings,
                                                 double confidence = 0.95);

}  // namespace shift311::measure
