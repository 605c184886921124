// The rules of a shift as pure functions: what an intent brings about, and what happens by itself.
#pragma once

#include "sim/shift/floor.hpp"
#include "sim/shift/intent.hpp"
#include "sim/shift/state.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace shift311::shift {

/// Speech at 150 words a minute: 400 ms a word, at least one word.
Millis speech_time(const std::string& text);

/// Something to be appended: the events carry no number yet.
struct Decision {
    std::vector<Event> events;  ///< seq 0; at and contact set
    std::optional<Refusal> refusal;
};

/// May say no, and says why. Never changes anything by itself.
Decision decide(const Floor& floor, const State& state, const Intent& intent, Millis at);

/// The next thing that happens without the trainee, or nothing.
struct Due {
    Millis at = 0;
    std::vector<Event> events;
};
std::optional<Due> due(const Floor& floor, const State& state);

}  // namespace shift311::shift
