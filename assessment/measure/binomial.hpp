// Exact binomial sums, and what a fixed rule of so many out of so many lets through.
#pragma once

#include <cstdint>

namespace shift311::measure {

// `p` in [0, 1], 0 <= n, else std::invalid_argument.

/// P(exactly k of n).
double binomial_exactly(std::int64_t k, std::int64_t n, double p);
/// P(k or more of n): 1 for k <= 0, 0 for k > n.
double binomial_at_least(std::int64_t k, std::int64_t n, double p);
/// P(k or fewer of n).
double binomial_at_most(std::int64_t k, std::int64_t n, double p);

/// Passed at `pass` of the first block, failed at `fail` or fewer; in between a further block, and `total` of both
/// pass. The calls of CERT-20/30 as it stands; its emergencies are {30, 30, 28, 30, 59}.
struct TwoStage {
    std::int64_t first = 20, pass = 18, fail = 15, further = 10, total = 26;
};
/// What the rule does to somebody who handles each contact rightly with the same chance, one independent of the other.
struct Operating {
    double passes = 0;         ///< probability
    double mean_contacts = 0;  ///< how many are judged on average
};
Operating operating_characteristic(const TwoStage& rule, double p);

/// P(at least one pass in `allowed` independent tries).
double within_tries(double p, int allowed);
/// P(a run of `run` successes somewhere within `allowed` tries): why runs are no rule to certify by. run >= 1.
double run_within(int run, int allowed, double p);

}  // namespace shift311::measure
