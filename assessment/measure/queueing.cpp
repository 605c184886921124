#include "assessment/measure/queueing.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace shift311::measure {
namespace {

constexpr std::size_t kMostLengths = 1'000'000;
constexpr double kNothing = 1e-30;  ///< beside the likeliest number of callers, which is 1 before the sum is taken

void demand_load(double load, std::int64_t servers) {
    if (!(load >= 0) || !std::isfinite(load)) throw std::invalid_argument("A load is 0 erlangs or more.");
    if (servers < 0) throw std::invalid_argument("There cannot be fewer than 0 servers.");
}

bool sound(const Line& line) {
    const auto more_than_none = [](double value) { return value > 0 && std::isfinite(value); };
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    return more_than_none(line.arrivals) && more_than_none(line.handle) &&
           more_than_none(line.arrivals * line.handle) && line.servers >= 1 && line.servers < kMost &&
           (!line.patience || more_than_none(*line.patience)) &&
           (!line.places || (*line.places >= line.servers && *line.places < kMost));
}

bool everybody_waits(const Line& line) {
    return !line.patience && !line.places;
}

/// How likely each number of callers is. Born at `arrivals`; n of them leave at min(n, servers) / handle +
/// (n - servers)+ / patience.
struct Numbers {
    std::int64_t first = 0;
    std::vector<double> chance;
};

/// Both ways from the likeliest number on, so that nothing overflows and whatever matters is kept.
std::optional<Numbers> numbers_of(const Line& line) {
    const auto leave = [&](std::int64_t n) {
        const auto helped = static_cast<double>(std::min(n, line.servers));
        const auto waiting = static_cast<double>(std::max<std::int64_t>(n - line.servers, 0));
        return helped / line.handle + (line.patience ? waiting / *line.patience : 0);
    };
    const double full = static_cast<double>(line.servers) / line.handle;
    double likeliest = line.arrivals * line.handle;
    if (line.arrivals >= full) {
        constexpr double kFar = 1e15;  // the last place, where there is no patience
        likeliest = static_cast<double>(line.servers) +
                    (line.patience ? std::min((line.arrivals - full) * *line.patience, kFar) : kFar);
    }
    auto mode = static_cast<std::int64_t>(likeliest);
    if (line.places) mode = std::min(mode, *line.places);

    std::vector<double> below, above;
    double chance = 1;
    for (std::int64_t n = mode; n > 0; --n) {
        chance *= leave(n) / line.arrivals;
        if (chance < kNothing) break;
        below.push_back(chance);
        if (below.size() > kMostLengths) return std::nullopt;
    }
    chance = 1;
    for (std::int64_t n = mode + 1; !line.places || n <= *line.places; ++n) {
        chance *= line.arrivals / leave(n);
        if (chance < kNothing) break;
        above.push_back(chance);
        if (above.size() > kMostLengths) return std::nullopt;
    }
    Numbers out;
    out.first = mode - static_cast<std::int64_t>(below.size());
    out.chance.assign(below.rbegin(), below.rend());
    out.chance.push_back(1);
    out.chance.insert(out.chance.end(), above.begin(), above.end());
    double sum = 0;
    for (const double one : out.chance)
        sum += one;
    for (double& one : out.chance)
        one /= sum;
    return out;
}

/// P(a caller who finds `ahead` others waiting, and every server busy, is answered within `limit`).
///
/// He is next after ahead + 1 departures, at rates c/handle + j/patience for j = ahead, ..., 0. That sum V of
/// exponential times is -patience ln B, where B is a Beta(a, ahead + 1) variable and a = c patience / handle; and he is
/// still there then with probability e^(-V / patience) = B. So it is the mean of B where B >= e^(-limit / patience):
/// a / (a + ahead + 1) times the upper tail of Beta(a + 1, ahead + 1).
double reached(const Line& line, std::int64_t ahead, double limit) {
    const auto steps = static_cast<double>(ahead) + 1;
    const auto servers = static_cast<double>(line.servers);
    if (!line.patience) return boost::math::gamma_p(steps, servers / line.handle * limit);
    const double a = servers * *line.patience / line.handle;
    const double left = std::exp(-limit / *line.patience);
    return a / (a + steps) * boost::math::ibetac(a + 1, steps, left);
}

}  // namespace

double erlang_b(double load, std::int64_t servers) {
    demand_load(load, servers);
    double blocked = 1;
    for (std::int64_t n = 1; n <= servers && blocked > 0; ++n)
        blocked = load * blocked / (static_cast<double>(n) + load * blocked);
    return blocked;
}

double erlang_c(double load, std::int64_t servers) {
    demand_load(load, servers);
    const auto c = static_cast<double>(servers);
    if (load >= c) return 1;
    const double b = erlang_b(load, servers);
    return c * b / (c - load * (1 - b));
}

std::optional<Steady> steady(const Line& line) {
    if (!sound(line)) return std::nullopt;
    const double load = line.arrivals * line.handle;
    const auto c = static_cast<double>(line.servers);
    Steady out;
    if (everybody_waits(line)) {
        if (load >= c) return std::nullopt;
        out.waits = erlang_c(load, line.servers);
        out.occupancy = load / c;
        out.mean_wait = out.waits * line.handle / (c - load);
        out.waiting = line.arrivals * out.mean_wait;
        out.present = out.waiting + load;
        return out;
    }
    const auto numbers = numbers_of(line);
    if (!numbers) return std::nullopt;
    double busy = 0;
    for (std::size_t i = 0; i < numbers->chance.size(); ++i) {
        const std::int64_t n = numbers->first + static_cast<std::int64_t>(i);
        const double chance = numbers->chance[i];
        busy += chance * static_cast<double>(std::min(n, line.servers));
        out.present += chance * static_cast<double>(n);
        if (n < line.servers) continue;
        out.waiting += chance * static_cast<double>(n - line.servers);
        (line.places && n == *line.places ? out.blocked : out.waits) += chance;
    }
    out.abandons = line.patience ? out.waiting / *line.patience / line.arrivals : 0;
    out.occupancy = busy / c;
    const double let_in = line.arrivals * (1 - out.blocked);
    out.mean_wait = let_in > 0 ? out.waiting / let_in : 0;
    return out;
}

std::optional<double> answered_within(const Line& line, double limit) {
    if (!sound(line) || !(limit >= 0)) return std::nullopt;
    const double load = line.arrivals * line.handle;
    const auto c = static_cast<double>(line.servers);
    if (everybody_waits(line)) {
        if (load >= c) return std::nullopt;
        return 1 - erlang_c(load, line.servers) * std::exp(-(c - load) * limit / line.handle);
    }
    const auto numbers = numbers_of(line);
    if (!numbers) return std::nullopt;
    double share = 0;
    for (std::size_t i = 0; i < numbers->chance.size(); ++i) {
        const std::int64_t n = numbers->first + static_cast<std::int64_t>(i);
        if (line.places && n == *line.places) break;  // blocked
        share += numbers->chance[i] * (n < line.servers ? 1 : reached(line, n - line.servers, limit));
    }
    return std::clamp(share, 0.0, 1.0);
}

}  // namespace shift311::measure
