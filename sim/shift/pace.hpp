// Time for players without a clock of their own: speech and typing last as long as they would, nothing else takes any.
#pragma once

#include "sim/shift/run.hpp"

#include <optional>
#include <string>

namespace shift311::shift {

inline constexpr Millis kKeyTakes = 200;  ///< one character of typing, in milliseconds

/// Lets time pass until everybody with the active contact has finished speaking, answers included; gives the time then.
Millis listen(Run& run, Millis now);

/// Types `text` into a field of the active contact, one edit a character, and moves `now` along. With `append` it goes
/// on after a space behind what stands there; without, what stands there is replaced. Stops at the first refusal.
std::optional<Refusal> type(Run& run, const std::string& field, const std::string& text, bool append, Millis& now);

/// Picks a value of a list; takes as long as typing it would.
std::optional<Refusal> choose(Run& run, const std::string& field, const std::string& value, Millis& now);

}  // namespace shift311::shift
