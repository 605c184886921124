// The words that content files choose from, and what they stand for.
#pragma once

#include "sim/script/read/record.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace shift311::script::read {

inline const std::vector<std::string_view> kLanguages{"english", "spanish"};
inline const std::vector<std::string_view> kDispositions{"file", "add_to_existing", "inform", "transfer", "end"};
inline const std::vector<std::string_view> kTransfers{"cold", "warm"};
inline const std::vector<std::string_view> kStatuses{"open", "closed"};
inline const std::vector<std::string_view> kMaintainers{"city", "state", "private", "parks"};
inline const std::vector<std::string_view> kActs{"filed", "added", "transfer", "hold", "resumed"};
inline const std::vector<std::string_view> kFieldKinds{"address", "phone", "name", "date", "choice", "number", "text"};
/// In the order of journal::Channel and journal::Mood.
inline const std::vector<std::string_view> kChannels{"phone", "walk_in", "email", "fax", "web", "radio"};
inline const std::vector<std::string_view> kMoods{"furious", "angry", "annoyed", "uneasy", "calm", "content"};
/// What callers do apart from answering a phrase.
inline constexpr std::array<std::string_view, 10> kSpecialManners{
    "not_understood", "no_answer",   "again",    "not_right", "hold_thanks",
    "hold_return",    "still_there", "gives_up", "bye",       "bye_angry"};

/// `mood: better | worse | same` as a step; none when left out.
std::optional<int> read_mood_step(Report& report, const Record& record);

}  // namespace shift311::script::read
