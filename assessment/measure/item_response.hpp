// How hard tasks are, with allowance for who tried them: Elo as results come in, Rasch and 2PL on many people at once.
// For mending tasks, never for judging a person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// 1 / (1 + exp(-x)): the chance of passing when ability lies so many logits above difficulty.
double logistic(double logits);

/// One meeting of a person and an item, by their places.
struct Meeting {
    std::size_t person = 0, item = 0;
    bool passed = false;
};
/// Abilities and difficulties in logits; everybody and everything starts at 0.
struct Ratings {
    std::vector<double> people, items;
    std::vector<double> steady;     ///< of each item: mean of its rating over the later half of its meetings
    std::vector<std::int64_t> met;  ///< meetings of each item
};
/// K of the n-th meeting, counted from 0: 0.8 / (1 + 0.05 n) (Pelanek 2016).
double rating_step(std::int64_t n);
/// Elo: after every meeting, in the order given, the person gains K (r - P) and the item loses as much, each with a K
/// of the meetings that it had itself. Places beyond `people` or `items` are not counted. Takes learning for ability,
/// and the order of results matters: a rating after few meetings is rough, and the last one always moves; `steady` lies
/// nearer to the truth.
Ratings rate(const std::vector<Meeting>& meetings, std::size_t people, std::size_t items);

enum class Answer : std::int8_t { missing = -1, wrong = 0, right = 1 };

/// The answers that some people share, one an item.
struct Pattern {
    std::vector<Answer> answers;
    std::int64_t people = 1;
};

/// P(right | ability) = logistic(slope ability + intercept). Difficulty: the ability with an even chance.
struct ItemCurve {
    double slope = 1, intercept = 0;

    double chance(double ability) const { return logistic(slope * ability + intercept); }
    double difficulty() const { return -intercept / slope; }
};

/// Abilities are taken for normal around 0, and the normal curve for so many points between -reach and +reach: with the
/// figures below it is exact to far more places than anybody prints. A fit ends when no estimate moves by `tolerance`.
struct Marginal {
    int points = 61;
    double reach = 6;
    double tolerance = 1e-4;
    int iterations = 1000;
};
struct CurvesFit {
    std::vector<ItemCurve> items;
    double spread = 1;  ///< standard deviation of ability: estimated by `fit_rasch`, fixed at 1 by `fit_curves`
    double log_likelihood = 0;
    int iterations = 0;
    /// False: out of iterations, or a slope went as far as it may (kSteepest), so that its figures mean nothing.
    bool converged = false;
};
inline constexpr double kSteepest = 8;  ///< no slope leaves [-kSteepest, kSteepest]

/// Marginal maximum likelihood by EM (Bock and Aitkin 1981); a missing answer says nothing. Both are empty when there
/// is no item, when a row has another length than the first, or when all answers of an item are alike: such an item
/// has no finite difficulty and has to be left out. Want one or two hundred people.
///
/// Rasch: all slopes 1, estimated are the intercepts and the spread of ability (as R's mirt has it).
std::optional<CurvesFit> fit_rasch(const std::vector<Pattern>& patterns, const Marginal& how = {});
/// 2PL: every item has a slope of its own, abilities have the spread 1. Wants three items or more.
std::optional<CurvesFit> fit_curves(const std::vector<Pattern>& patterns, const Marginal& how = {});

/// Of everybody's answers, one an item, under these curves: what a fit makes as large as it can.
double log_likelihood(const std::vector<Pattern>& patterns, const std::vector<ItemCurve>& items, double spread = 1,
                      const Marginal& how = {});

// Two questions before any of these figures is read, each answered by a likelihood ratio: how often chance alone would
// show as much.

/// That passing one item goes with passing others at all: Rasch against no spread of ability, one degree of freedom.
/// No spread lies on the edge of what can be, so the chance is rather over- than understated.
double ability_by_chance(const std::vector<Pattern>& patterns, const CurvesFit& rasch);
/// That items differ in how well they tell strong from weak: 2PL against Rasch, one degree of freedom less than items.
double slopes_by_chance(const CurvesFit& rasch, const CurvesFit& curves);

}  // namespace shift311::measure
