// How well signals are told from noise: emergencies from everything else.
#pragma once

#include <cstdint>
#include <optional>

namespace shift311::measure {

struct Detections {
    std::int64_t hits = 0, signals = 0;        ///< 0 <= hits <= signals
    std::int64_t false_alarms = 0, noise = 0;  ///< 0 <= false_alarms <= noise
};

struct Sensitivity {
    double hit_rate = 0, false_alarm_rate = 0;  ///< as used below
    double d_prime = 0;                         ///< z(H) - z(F)
    double criterion = 0;                       ///< c = -(z(H) + z(F)) / 2; below 0: calls it a signal readily
    double beta = 1, ln_beta = 0;               ///< likelihood ratio at the criterion; ln beta = c d'
    double a_prime = 0.5;                       ///< Grier 1971, for small samples
    double b_double_prime = 0;                  ///< Grier 1971
};

/// With the log-linear correction of Hautus 1995 for everybody, (hits + 1/2) / (signals + 1), so that nobody is ranked
/// by the size of the set. Empty without a signal, without noise, or with counts that cannot be.
std::optional<Sensitivity> sensitivity(const Detections& counts);
/// From rates as they are; empty unless both lie within (0, 1).
std::optional<Sensitivity> sensitivity_of_rates(double hit_rate, double false_alarm_rate);

/// (w_m misses + w_f false alarms) / (w_m signals + w_f noise); 0 is best, 1 worst. A missed emergency weighs 20
/// unneeded transfers unless a center says otherwise (practice value). Empty when there was nothing to tell apart.
std::optional<double> cost_weighted_error(const Detections& counts, int miss_weight = 20, int false_alarm_weight = 1);

/// The best that a detector of this d' can do (Green and Swets): `prior` the share of signals, `cost_ratio` the cost of
/// a miss over that of a false alarm. Empty unless prior lies in (0, 1) and cost_ratio and d_prime are above 0.
struct BestCriterion {
    double beta = 1, criterion = 0, hit_rate = 0, false_alarm_rate = 0;
};
std::optional<BestCriterion> best_criterion(double prior, double cost_ratio, double d_prime);

}  // namespace shift311::measure
