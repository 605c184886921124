// Whether results get better from one try to the next: Bayesian knowledge tracing and performance factors. For mending
// what is taught, never for judging a person.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// One person's results on one kind of task, oldest first; true: passed.
using Results = std::vector<bool>;

/// Bayesian knowledge tracing (Corbett and Anderson 1995): somebody can do a thing or cannot; who cannot learns it at
/// a try with one chance that is the same every time, and nobody forgets. All four are shares in [0, 1].
struct KnowledgeTracing {
    double known = 0.5;  ///< can do it before the first try
    double learn = 0.4;  ///< of those who cannot: can after one try more
    double slip = 0.2;   ///< of those who can: fail a try all the same
    double guess = 0.2;  ///< of those who cannot: pass a try all the same

    /// P(passed) of somebody who can do it with the chance `now`.
    double predict(double now) const { return now * (1 - slip) + (1 - now) * guess; }
    /// The chance that they can do it after this result and what the try taught; `now` unchanged for a result that the
    /// model holds impossible.
    double update(double now, bool passed) const;
};

/// Natural logarithm of the likelihood; -infinity for results that the model holds impossible, 0 of none.
double log_likelihood(const KnowledgeTracing& model, const Results& results);

/// What all results of a person say of every try (forward and backward over the two states).
struct Traced {
    std::vector<double> known;    ///< could do it at this try
    std::vector<double> learned;  ///< learned it between this try and the next: one shorter
    double log_likelihood = 0;
};
/// Empty for no results, and for results that the model holds impossible.
std::optional<Traced> traced(const KnowledgeTracing& model, const Results& results);

/// Above these no estimate goes. Slip and guess as hmm-scalable caps them: beyond, "can" and "cannot" change places.
struct TracingLimits {
    double learn = 1, slip = 0.3, guess = 0.3;
};
struct TracingFit {
    KnowledgeTracing model;
    double log_likelihood = 0;  ///< of all sequences
    int iterations = 0;
    bool converged = false;  ///< the last iteration moved no parameter by `tolerance` or more
};
/// Baum-Welch on two states, nothing forgotten; every iteration raises the likelihood or leaves it. Starts at `start`,
/// cut down to the limits. Sequences without results count nothing; empty when no results are left or the start holds
/// them impossible. Wants hundreds of sequences: on few it finds figures, and they mean nothing.
std::optional<TracingFit> fit_tracing(const std::vector<Results>& people, const KnowledgeTracing& start = {},
                                      const TracingLimits& limits = {}, double tolerance = 1e-4, int iterations = 500);

/// Performance factors (Pavlik, Cen and Koedinger 2009) of one kind of task: what every try passed and failed before
/// adds to the chance of the next, in logits.
struct PerformanceFactors {
    double base = 0, pass = 0, fail = 0;

    double logit(std::int64_t passed, std::int64_t failed) const {
        return base + pass * static_cast<double>(passed) + fail * static_cast<double>(failed);
    }
    double predict(std::int64_t passed, std::int64_t failed) const;
};

enum class Settled {
    yes,
    separated,     ///< some combination of tries before foretells every result: the best figures are infinite
    undetermined,  ///< the results do not tell the factors apart, such as when nobody failed and went on
    no,            ///< not within the iterations
};
struct FactorsFit {
    Settled settled = Settled::no;
    PerformanceFactors model;  ///< only of use when settled
    PerformanceFactors error;  ///< standard errors of the three, from the information at the top
    double log_likelihood = 0;
    int iterations = 0;
    std::int64_t tries = 0;
};
/// Logistic regression of every result on the numbers passed and failed before it, by Newton's method with halved
/// steps; settled when no coefficient moves by `tolerance`.
FactorsFit fit_factors(const std::vector<Results>& people, double tolerance = 1e-9, int iterations = 50);

}  // namespace shift311::measure
