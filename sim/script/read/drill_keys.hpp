// The keys of the drills' files, by the record they belong to; schemas and format guide are tested against these.
#pragma once

#include <array>
#include <string_view>

namespace shift311::script::read::keys {

inline constexpr std::array<std::string_view, 1> kTriageFile{"triage"};
inline constexpr std::array<std::string_view, 7> kVignette{"id", "say", "answer", "accept", "hidden", "exam", "why"};
inline constexpr std::array<std::string_view, 2> kTypingFile{"copy", "dictations"};
inline constexpr std::array<std::string_view, 3> kCopyText{"id", "title", "text"};
inline constexpr std::array<std::string_view, 4> kDictation{"id", "title", "service", "lines"};
inline constexpr std::array<std::string_view, 4> kDictationLine{"say", "field", "value", "kind"};

}  // namespace shift311::script::read::keys
