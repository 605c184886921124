// FSRS-6, the published model of forgetting: how well something practiced is still remembered, and when it is due
// again.
#pragma once

#include <cstdint>

namespace shift311::standing::fsrs {

enum class Grade { again = 1, hard, good, easy };

/// What is remembered of one thing: after `stability` days the chance to recall it has fallen to 0.90.
struct Memory {
    double stability = 0;
    double difficulty = 0;  ///< 1 .. 10
};

/// After it was practiced for the first time.
Memory first(Grade grade);
/// After it was practiced again, so many whole days later; 0: on the same day.
Memory again(const Memory& before, std::int64_t days, Grade grade);
/// Chance to recall it after so many days.
double retrievability(const Memory& memory, std::int64_t days);
/// Days until the chance has fallen to `retention`, rounded half up, 1 .. `most`.
std::int64_t interval(const Memory& memory, double retention = 0.9, std::int64_t most = 36'500);

}  // namespace shift311::standing::fsrs
