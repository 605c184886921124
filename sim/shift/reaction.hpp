// How a caller reacts: to what was said, to what was done, to silence. Reads the cast, never changes anything.
#pragma once

#include "sim/script/cast.hpp"
#include "sim/shift/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::shift {

/// What the caller does next in answer to something pending.
struct Reaction {
    std::vector<journal::Act> acts;  ///< MoodChanged and CallerSaid, in order
};

/// The reaction to the first pending phrase or act that brings one about; none when nothing does.
std::optional<Reaction> react(const script::Cast& cast, const script::Manners& manners, const Contact& contact);

/// What a beat does when it is played.
Reaction play(const script::Beat& beat, const Contact& contact);

/// True when the beat may be played now: not played yet (or repeats) and its conditions hold.
bool may_play(const script::Beat& beat, const Contact& contact);

/// A line of the common manners in the caller's language; the wording turns with `turn`. None when there is no such
/// line.
std::optional<journal::CallerSaid> manner(const script::Cast& cast, const script::Manners& manners,
                                          const std::string& id, std::size_t turn);

journal::Mood moved(journal::Mood mood, int steps);

}  // namespace shift311::shift
