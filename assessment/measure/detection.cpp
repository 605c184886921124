#include "assessment/measure/detection.hpp"

#include <boost/math/distributions/normal.hpp>

#include <cmath>

namespace shift311::measure {
namespace {

const boost::math::normal_distribution<double> kNormal;

bool can_be(const Detections& counts) {
    return counts.hits >= 0 && counts.hits <= counts.signals && counts.false_alarms >= 0 &&
           counts.false_alarms <= counts.noise;
}

bool inside(double rate) {
    return rate > 0 && rate < 1;
}

double a_prime(double h, double f) {
    const double apart = std::abs(h - f);
    const double below = h >= f ? 4 * h * (1 - f) : 4 * f * (1 - h);
    return 0.5 + (h >= f ? 1 : -1) * apart * (1 + apart) / below;
}

double b_double_prime(double h, double f) {
    const double hits = h * (1 - h), alarms = f * (1 - f);
    return (h >= f ? 1 : -1) * (hits - alarms) / (hits + alarms);
}

}  // namespace

std::optional<Sensitivity> sensitivity_of_rates(double hit_rate, double false_alarm_rate) {
    if (!inside(hit_rate) || !inside(false_alarm_rate)) return std::nullopt;
    const double zh = boost::math::quantile(kNormal, hit_rate);
    const double zf = boost::math::quantile(kNormal, false_alarm_rate);
    Sensitivity out;
    out.hit_rate = hit_rate;
    out.false_alarm_rate = false_alarm_rate;
    out.d_prime = zh - zf;
    out.criterion = -(zh + zf) / 2;
    out.ln_beta = (zf * zf - zh * zh) / 2;
    out.beta = std::exp(out.ln_beta);
    out.a_prime = a_prime(hit_rate, false_alarm_rate);
    out.b_double_prime = b_double_prime(hit_rate, false_alarm_rate);
    return out;
}

std::optional<Sensitivity> sensitivity(const Detections& counts) {
    if (!can_be(counts) || counts.signals == 0 || counts.noise == 0) return std::nullopt;
    return sensitivity_of_rates(
        (static_cast<double>(counts.hits) + 0.5) / (static_cast<double>(counts.signals) + 1),
        (static_cast<double>(counts.false_alarms) + 0.5) / (static_cast<double>(counts.noise) + 1));
}

std::optional<double> cost_weighted_error(const Detections& counts, int miss_weight, int false_alarm_weight) {
    if (!can_be(counts) || miss_weight < 0 || false_alarm_weight < 0) return std::nullopt;
    const std::int64_t most = miss_weight * counts.signals + false_alarm_weight * counts.noise;
    if (most == 0) return std::nullopt;
    const std::int64_t lost = miss_weight * (counts.signals - counts.hits) + false_alarm_weight * counts.false_alarms;
    return static_cast<double>(lost) / static_cast<double>(most);
}

std::optional<BestCriterion> best_criterion(double prior, double cost_ratio, double d_prime) {
    if (!inside(prior) || !(cost_ratio > 0) || !(d_prime > 0)) return std::nullopt;
    BestCriterion out;
    out.beta = (1 - prior) / prior / cost_ratio;
    out.criterion = std::log(out.beta) / d_prime;
    out.hit_rate = boost::math::cdf(kNormal, d_prime / 2 - out.criterion);
    out.false_alarm_rate = boost::math::cdf(kNormal, -d_prime / 2 - out.criterion);
    return out;
}

}  // namespace shift311::measure
