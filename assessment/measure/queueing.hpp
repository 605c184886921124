// Waiting lines in the long run: how many callers are answered at once, within a limit, or not at all.
#pragma once

#include <cstdint>
#include <optional>

namespace shift311::measure {

// Load is in erlangs: arrivals in one mean handle time. 0 <= load, 0 <= servers, else std::invalid_argument.

/// Erlang B: the share that finds every server taken where nobody can wait. B(0) = 1, B(n) = aB / (n + aB).
double erlang_b(double load, std::int64_t servers);
/// Erlang C: the share that has to wait where everybody waits. C = cB / (c - a(1 - B)); 1 where load >= servers.
double erlang_c(double load, std::int64_t servers);

/// Callers come at random (Poisson), are helped for an exponential time and wait with exponential patience: Erlang C
/// (M/M/c), Erlang-A (M/M/c+M), M/M/c/K and M/M/c/c. One unit of time for all of it.
struct Line {
    double arrivals = 0;                      ///< callers per unit of time, > 0
    double handle = 0;                        ///< mean handle time, > 0
    std::int64_t servers = 1;                 ///< >= 1
    std::optional<double> patience = {};      ///< mean, > 0; empty: nobody gives up
    std::optional<std::int64_t> places = {};  ///< of callers helped and waiting, >= servers; empty: without limit
};

/// Shares are of all callers who come, those among them who give up or find no place.
struct Steady {
    double waits = 0;      ///< finds every server busy, and a place to wait
    double abandons = 0;   ///< gives up: waiting / patience / arrivals
    double blocked = 0;    ///< finds no place
    double occupancy = 0;  ///< of one server: arrivals (1 - abandons - blocked) handle / servers
    double waiting = 0;    ///< callers in line, mean
    double present = 0;    ///< callers helped and in line, mean
    double mean_wait = 0;  ///< of all who found a place, answered or given up: waiting / arrivals (1 - blocked)
};

/// Empty where the numbers make no line, where it grows without end (load >= servers, and neither patience nor places
/// to bound it), and where it spreads over more than a million lengths.
std::optional<Steady> steady(const Line& line);

/// The share of ALL callers that is answered within `limit`; who gives up in that time counts against it. It is the
/// service level of pyworkforce's Erlang-A. Of those answered, as a telephone system shows it: divided by
/// 1 - abandons - blocked. Empty as above, and for a limit below 0.
std::optional<double> answered_within(const Line& line, double limit);

}  // namespace shift311::measure
