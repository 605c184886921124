#include "assessment/measure/learning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace shift311::measure {
namespace {

/// Chances of one result under either state.
struct Emission {
    double known, unknown;
};
Emission emission(const KnowledgeTracing& model, bool passed) {
    return passed ? Emission{1 - model.slip, model.guess} : Emission{model.slip, 1 - model.guess};
}

/// Forward and backward over one person's tries; `out` keeps its memory from one person to the next. False for
/// results that cannot be.
bool trace(const KnowledgeTracing& model, const Results& results, std::vector<double>& scale, Traced& out) {
    const std::size_t tries = results.size();
    out.known.resize(tries);
    out.learned.resize(tries - 1);
    scale.resize(tries);
    out.log_likelihood = 0;
    double now = model.known;
    for (std::size_t i = 0; i < tries; ++i) {
        const Emission it = emission(model, results[i]);
        scale[i] = now * it.known + (1 - now) * it.unknown;
        if (!(scale[i] > 0)) return false;
        out.log_likelihood += std::log(scale[i]);
        out.known[i] = now * it.known / scale[i];
        now = out.known[i] + (1 - out.known[i]) * model.learn;
    }
    // What is still to come, per state, divided by the same scales so that nothing runs out of range.
    double if_known = 1, if_not = 1;
    for (std::size_t i = tries - 1; i-- > 0;) {
        const Emission it = emission(model, results[i + 1]);
        const double known = it.known * if_known / scale[i + 1];
        out.learned[i] = (1 - out.known[i]) * model.learn * known;
        if_not = (1 - model.learn) * it.unknown * if_not / scale[i + 1] + model.learn * known;
        if_known = known;
        out.known[i] *= if_known;
    }
    return true;
}

/// Expected counts over everybody: what the next estimates are shares of.
struct Expected {
    double people = 0, known_first = 0;
    double could_learn = 0, learned = 0;
    double known = 0, slipped = 0, unknown = 0, guessed = 0;

    void add(const Results& results, const Traced& it, double times) {
        people += times;
        known_first += times * it.known.front();
        for (std::size_t i = 0; i < results.size(); ++i) {
            const double can = it.known[i], cannot = 1 - can;
            known += times * can;
            unknown += times * cannot;
            (results[i] ? guessed : slipped) += times * (results[i] ? cannot : can);
            if (i + 1 == results.size()) continue;
            could_learn += times * cannot;
            learned += times * it.learned[i];
        }
    }
};

double share(double part, double whole, double otherwise, double limit) {
    return std::clamp(whole > 0 ? part / whole : otherwise, 0.0, limit);
}

KnowledgeTracing estimated(const Expected& it, const KnowledgeTracing& before, const TracingLimits& limits) {
    return {share(it.known_first, it.people, before.known, 1),
            share(it.learned, it.could_learn, before.learn, limits.learn),
            share(it.slipped, it.known, before.slip, limits.slip),
            share(it.guessed, it.unknown, before.guess, limits.guess)};
}

double moved(const KnowledgeTracing& a, const KnowledgeTracing& b) {
    return std::max(std::max(std::abs(a.known - b.known), std::abs(a.learn - b.learn)),
                    std::max(std::abs(a.slip - b.slip), std::abs(a.guess - b.guess)));
}

/// How many tries there were after so many passed and failed before, and how many of them were passed.
struct Cell {
    double tries = 0, passed = 0;
};
using Cells = std::map<std::pair<std::int64_t, std::int64_t>, Cell>;

Cells cells_of(const std::vector<Results>& people) {
    Cells out;
    for (const Results& results : people) {
        std::pair<std::int64_t, std::int64_t> before{0, 0};
        for (const bool passed : results) {
            Cell& cell = out[before];
            cell.tries += 1;
            cell.passed += passed ? 1 : 0;
            ++(passed ? before.first : before.second);
        }
    }
    return out;
}

/// log(1 + exp(x)) without running out of range.
double softplus(double x) {
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

double log_likelihood_of(const Cells& cells, const PerformanceFactors& model) {
    double sum = 0;
    for (const auto& [before, cell] : cells) {
        const double x = model.logit(before.first, before.second);
        sum += cell.passed * x - cell.tries * softplus(x);
    }
    return sum;
}

using Three = std::array<double, 3>;

/// Solves the symmetric system by Cholesky's decomposition. Empty when it is not positive definite, measured against
/// its own diagonal.
std::optional<Three> solved(std::array<Three, 3> a, Three b) {
    constexpr double kRounding = 1e-10;
    for (std::size_t j = 0; j < 3; ++j) {
        const double whole = a[j][j];
        for (std::size_t k = 0; k < j; ++k)
            a[j][j] -= a[j][k] * a[j][k];
        if (!(a[j][j] > whole * kRounding)) return std::nullopt;
        a[j][j] = std::sqrt(a[j][j]);
        for (std::size_t i = j + 1; i < 3; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = 3; i-- > 0;) {
        for (std::size_t k = i + 1; k < 3; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

struct Slopes {
    Three slope{};
    std::array<Three, 3> information{};
};
Slopes slopes_at(const Cells& cells, const PerformanceFactors& model) {
    Slopes out;
    for (const auto& [before, cell] : cells) {
        const Three x{1, static_cast<double>(before.first), static_cast<double>(before.second)};
        const double p = model.predict(before.first, before.second);
        for (std::size_t i = 0; i < 3; ++i) {
            out.slope[i] += x[i] * (cell.passed - cell.tries * p);
            for (std::size_t j = 0; j < 3; ++j)
                out.information[i][j] += x[i] * x[j] * cell.tries * p * (1 - p);
        }
    }
    return out;
}

PerformanceFactors standard_errors(const std::array<Three, 3>& information) {
    Three out{};
    for (std::size_t i = 0; i < 3; ++i) {
        Three unit{};
        unit[i] = 1;
        const auto column = solved(information, unit);
        out[i] = column ? std::sqrt((*column)[i]) : std::numeric_limits<double>::infinity();
    }
    return {out[0], out[1], out[2]};
}

}  // namespace

double KnowledgeTracing::update(double now, bool passed) const {
    const Emission it = emission(*this, passed);
    const double both = now * it.known + (1 - now) * it.unknown;
    if (!(both > 0)) return now;
    const double then = now * it.known / both;
    return then + (1 - then) * learn;
}

double log_likelihood(const KnowledgeTracing& model, const Results& results) {
    double sum = 0, now = model.known;
    for (const bool passed : results) {
        const double p = model.predict(now);
        sum += std::log(passed ? p : 1 - p);
        now = model.update(now, passed);
    }
    return sum;
}

std::optional<Traced> traced(const KnowledgeTracing& model, const Results& results) {
    if (results.empty()) return std::nullopt;
    Traced out;
    std::vector<double> scale;
    if (!trace(model, results, scale, out)) return std::nullopt;
    return out;
}

std::optional<TracingFit> fit_tracing(const std::vector<Results>& people, const KnowledgeTracing& start,
                                      const TracingLimits& limits, double tolerance, int iterations) {
    // Who has the same results says the same: each row of results is gone through once.
    std::map<Results, double> rows;
    for (const Results& results : people) {
        if (!results.empty()) rows[results] += 1;
    }
    if (rows.empty()) return std::nullopt;
    TracingFit out;
    out.model = {start.known, std::min(start.learn, limits.learn), std::min(start.slip, limits.slip),
                 std::min(start.guess, limits.guess)};
    Traced one;
    std::vector<double> scale;
    for (;; ++out.iterations) {
        Expected expected;
        out.log_likelihood = 0;
        for (const auto& [results, times] : rows) {
            if (!trace(out.model, results, scale, one)) return std::nullopt;
            expected.add(results, one, times);
            out.log_likelihood += times * one.log_likelihood;
        }
        if (out.converged || out.iterations >= iterations) return out;
        const KnowledgeTracing next = estimated(expected, out.model, limits);
        out.converged = moved(next, out.model) < tolerance;
        out.model = next;
    }
}

double PerformanceFactors::predict(std::int64_t passed, std::int64_t failed) const {
    return 1 / (1 + std::exp(-logit(passed, failed)));
}

FactorsFit fit_factors(const std::vector<Results>& people, double tolerance, int iterations) {
    // Logits beyond this are a certainty in all but name: whoever reaches them is on the way to infinity.
    constexpr double kCertain = 20;
    const Cells cells = cells_of(people);
    FactorsFit out;
    double passed = 0, tries = 0;
    for (const auto& [before, cell] : cells) {
        passed += cell.passed;
        tries += cell.tries;
    }
    out.tries = std::llround(tries);
    out.log_likelihood = log_likelihood_of(cells, out.model);
    if (passed <= 0 || passed >= tries) {
        out.settled = tries > 0 ? Settled::separated : Settled::undetermined;
        return out;
    }
    for (; out.iterations < iterations; ++out.iterations) {
        const Slopes here = slopes_at(cells, out.model);
        const auto step = solved(here.information, here.slope);
        if (!step) {
            // At the start all weights are alike, so only the counts themselves can be to blame; later it is that
            // every result has become certain.
            out.settled = out.iterations == 0 ? Settled::undetermined : Settled::separated;
            return out;
        }
        double part = 1, reached = 0;
        PerformanceFactors next;
        for (int halved = 0; halved < 30; ++halved, part /= 2) {
            next = {out.model.base + part * (*step)[0], out.model.pass + part * (*step)[1],
                    out.model.fail + part * (*step)[2]};
            reached = log_likelihood_of(cells, next);
            if (reached >= out.log_likelihood) break;
        }
        const double far = part * std::max({std::abs((*step)[0]), std::abs((*step)[1]), std::abs((*step)[2])});
        if (reached >= out.log_likelihood) {
            out.model = next;
            out.log_likelihood = reached;
        }
        if (std::max({std::abs(out.model.base), std::abs(out.model.pass), std::abs(out.model.fail)}) > kCertain) {
            out.settled = Settled::separated;
            return out;
        }
        if (far < tolerance) {
            out.settled = Settled::yes;
            out.error = standard_errors(here.information);
            ++out.iterations;
            return out;
        }
    }
    return out;
}

}  // namespace shift311::measure
