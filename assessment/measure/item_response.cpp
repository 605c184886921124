#include "assessment/measure/item_response.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::measure {
namespace {

struct Grid {
    std::vector<double> ability, weight;  ///< weights add up to 1
};

Grid grid_of(const Marginal& how, double spread) {
    const int points = std::max(how.points, 2);
    Grid out;
    double sum = 0;
    for (int i = 0; i < points; ++i) {
        const double at = how.reach * (2.0 * i / (points - 1) - 1);
        out.ability.push_back(at);
        out.weight.push_back(std::exp(-at * at / (2 * spread * spread)));
        sum += out.weight.back();
    }
    for (double& weight : out.weight)
        weight /= sum;
    return out;
}

/// Expected at every point of the grid: who tried each item there, who was right, and who was there at all.
struct Expected {
    std::vector<std::vector<double>> tried, right;  ///< by item, by point
    std::vector<double> people;
    double log_likelihood = 0;
};

/// Chances of a right and of a wrong answer: by item, by point.
struct Chances {
    std::vector<std::vector<double>> right, wrong;
};

Chances chances_of(const std::vector<ItemCurve>& items, const Grid& grid) {
    Chances out;
    for (const ItemCurve& item : items) {
        std::vector<double> right, wrong;
        for (const double ability : grid.ability) {
            // The chance of a wrong answer from the other side, so that it keeps its places where it is small.
            right.push_back(item.chance(ability));
            wrong.push_back(logistic(-(item.slope * ability + item.intercept)));
        }
        out.right.push_back(std::move(right));
        out.wrong.push_back(std::move(wrong));
    }
    return out;
}

/// How likely a pattern is at every point, times the weight of the point; returns the sum.
double likely(const Pattern& pattern, const Chances& chances, const Grid& grid, std::vector<double>& at) {
    at = grid.weight;
    for (std::size_t item = 0; item < pattern.answers.size(); ++item) {
        if (pattern.answers[item] == Answer::missing) continue;
        const auto& chance = pattern.answers[item] == Answer::right ? chances.right[item] : chances.wrong[item];
        for (std::size_t q = 0; q < at.size(); ++q)
            at[q] *= chance[q];
    }
    double sum = 0;
    for (const double one : at)
        sum += one;
    return sum;
}

Expected expected(const std::vector<Pattern>& patterns, const std::vector<ItemCurve>& items, const Grid& grid) {
    const std::size_t points = grid.ability.size();
    const Chances chances = chances_of(items, grid);
    Expected out;
    out.tried.assign(items.size(), std::vector<double>(points));
    out.right = out.tried;
    out.people.assign(points, 0);
    std::vector<double> at;
    for (const Pattern& pattern : patterns) {
        const double sum = likely(pattern, chances, grid, at);
        const auto people = static_cast<double>(pattern.people);
        out.log_likelihood += people * std::log(sum);
        for (double& one : at)
            one *= people / sum;
        for (std::size_t q = 0; q < points; ++q)
            out.people[q] += at[q];
        for (std::size_t item = 0; item < items.size(); ++item) {
            if (pattern.answers[item] == Answer::missing) continue;
            for (std::size_t q = 0; q < points; ++q)
                out.tried[item][q] += at[q];
            if (pattern.answers[item] == Answer::wrong) continue;
            for (std::size_t q = 0; q < points; ++q)
                out.right[item][q] += at[q];
        }
    }
    return out;
}

/// The curve that fits what is expected of one item best: Newton's method on a likelihood with a single peak.
ItemCurve best(ItemCurve item, const std::vector<double>& tried, const std::vector<double>& right, const Grid& grid,
               bool own_slope) {
    constexpr int kSteps = 25;
    constexpr double kEnough = 1e-10, kStride = 1;  // no step is longer: far out the curve bends away from its tangent
    for (int step = 0; step < kSteps; ++step) {
        double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
        for (std::size_t q = 0; q < grid.ability.size(); ++q) {
            const double at = grid.ability[q], p = item.chance(at);
            const double off = right[q] - tried[q] * p, weight = tried[q] * p * (1 - p);
            g0 += off;
            g1 += off * at;
            h00 += weight;
            h01 += weight * at;
            h11 += weight * at * at;
        }
        double up = 0, steeper = 0;
        const double det = h00 * h11 - h01 * h01;
        if (own_slope && det > h00 * h11 * 1e-12) {
            up = (h11 * g0 - h01 * g1) / det;
            steeper = (h00 * g1 - h01 * g0) / det;
        } else if (h00 > 0) {
            up = g0 / h00;
        }
        const double longest = std::max(std::abs(up), std::abs(steeper));
        const double part = longest > kStride ? kStride / longest : 1;
        item.intercept += part * up;
        item.slope = std::clamp(item.slope + part * steeper, -kSteepest, kSteepest);
        if (longest < kEnough) break;
    }
    return item;
}

bool sound(const std::vector<Pattern>& patterns) {
    if (patterns.empty() || patterns.front().answers.empty()) return false;
    const std::size_t items = patterns.front().answers.size();
    std::vector<bool> right(items), wrong(items);
    for (const Pattern& pattern : patterns) {
        if (pattern.answers.size() != items || pattern.people < 1) return false;
        for (std::size_t i = 0; i < items; ++i) {
            right[i] = right[i] || pattern.answers[i] == Answer::right;
            wrong[i] = wrong[i] || pattern.answers[i] == Answer::wrong;
        }
    }
    for (std::size_t i = 0; i < items; ++i) {
        if (!right[i] || !wrong[i]) return false;
    }
    return true;
}

/// How often a model with so many figures more gains this much in log likelihood by chance alone.
double by_chance(double gained, double figures) {
    if (!(gained > 0)) return 1;
    return boost::math::cdf(
        boost::math::complement(boost::math::chi_squared_distribution<double>(figures), 2 * gained));
}

std::optional<CurvesFit> fitted(const std::vector<Pattern>& patterns, const Marginal& how, bool own_slopes) {
    if (!sound(patterns)) return std::nullopt;
    CurvesFit out;
    out.items.resize(patterns.front().answers.size());
    Grid grid = grid_of(how, out.spread);
    for (;; ++out.iterations) {
        const Expected now = expected(patterns, out.items, grid);
        out.log_likelihood = now.log_likelihood;
        if (out.converged || out.iterations >= how.iterations) break;
        double moved = 0;
        for (std::size_t i = 0; i < out.items.size(); ++i) {
            const ItemCurve next = best(out.items[i], now.tried[i], now.right[i], grid, own_slopes);
            moved = std::max(
                {moved, std::abs(next.slope - out.items[i].slope), std::abs(next.intercept - out.items[i].intercept)});
            out.items[i] = next;
        }
        if (!own_slopes) {
            double people = 0, square = 0;
            for (std::size_t q = 0; q < grid.ability.size(); ++q) {
                people += now.people[q];
                square += now.people[q] * grid.ability[q] * grid.ability[q];
            }
            // mirt looks at the variance when it asks whether anything still moves.
            moved = std::max(moved, std::abs(square / people - out.spread * out.spread));
            out.spread = std::sqrt(square / people);
            grid = grid_of(how, out.spread);
        }
        out.converged = moved < how.tolerance;
    }
    for (const ItemCurve& item : out.items)
        out.converged = out.converged && std::abs(item.slope) < kSteepest;
    return out;
}

}  // namespace

double logistic(double logits) {
    return 1 / (1 + std::exp(-logits));
}

double rating_step(std::int64_t n) {
    return 0.8 / (1 + 0.05 * static_cast<double>(n));
}

Ratings rate(const std::vector<Meeting>& meetings, std::size_t people, std::size_t items) {
    Ratings out;
    out.people.assign(people, 0);
    out.items.assign(items, 0);
    out.steady.assign(items, 0);
    out.met.assign(items, 0);
    const auto counts = [&](const Meeting& it) { return it.person < people && it.item < items; };
    std::vector<std::int64_t> met(people), half(items);
    for (const Meeting& it : meetings) {
        if (counts(it)) ++half[it.item];
    }
    for (std::int64_t& one : half)
        one /= 2;
    for (const Meeting& it : meetings) {
        if (!counts(it)) continue;
        double& ability = out.people[it.person];
        double& difficulty = out.items[it.item];
        const double surprise = (it.passed ? 1 : 0) - logistic(ability - difficulty);
        ability += rating_step(met[it.person]++) * surprise;
        difficulty -= rating_step(out.met[it.item]++) * surprise;
        if (out.met[it.item] > half[it.item]) out.steady[it.item] += difficulty;
    }
    for (std::size_t item = 0; item < items; ++item) {
        if (out.met[item] > 0) out.steady[item] /= static_cast<double>(out.met[item] - half[item]);
    }
    return out;
}

std::optional<CurvesFit> fit_rasch(const std::vector<Pattern>& patterns, const Marginal& how) {
    return fitted(patterns, how, false);
}

std::optional<CurvesFit> fit_curves(const std::vector<Pattern>& patterns, const Marginal& how) {
    return fitted(patterns, how, true);
}

double log_likelihood(const std::vector<Pattern>& patterns, const std::vector<ItemCurve>& items, double spread,
                      const Marginal& how) {
    const Grid grid = grid_of(how, spread);
    const Chances chances = chances_of(items, grid);
    std::vector<double> at;
    double sum = 0;
    for (const Pattern& pattern : patterns)
        sum += static_cast<double>(pattern.people) * std::log(likely(pattern, chances, grid, at));
    return sum;
}

double ability_by_chance(const std::vector<Pattern>& patterns, const CurvesFit& rasch) {
    std::vector<ItemCurve> flat;
    for (std::size_t item = 0; item < rasch.items.size(); ++item) {
        double right = 0, wrong = 0;
        for (const Pattern& pattern : patterns) {
            right += pattern.answers[item] == Answer::right ? static_cast<double>(pattern.people) : 0;
            wrong += pattern.answers[item] == Answer::wrong ? static_cast<double>(pattern.people) : 0;
        }
        flat.push_back({0, std::log(right / wrong)});
    }
    return by_chance(rasch.log_likelihood - log_likelihood(patterns, flat), 1);
}

double slopes_by_chance(const CurvesFit& rasch, const CurvesFit& curves) {
    if (curves.items.size() < 2) return 1;
    return by_chance(curves.log_likelihood - rasch.log_likelihood, static_cast<double>(curves.items.size() - 1));
}

}  // namespace shift311::measure
