// How often a random property is tried: all of it as built for use, a part of it under sanitizers, which take many
// times as long. SHIFT311_EFFORT=20 in the environment tries everything 20 times as often.
#pragma once

#include <algorithm>
#include <cstdlib>

namespace shift311::tests {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHIFT311_SLOW_TESTS
#endif
#endif

#ifdef SHIFT311_SLOW_TESTS
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

inline int effort(int rounds) {
    static const int wanted = [] {
        const char* const text = std::getenv("SHIFT311_EFFORT");
        return text == nullptr ? 1 : std::clamp(std::atoi(text), 1, 1'000);
    }();
    return wanted * (kSanitized ? std::max(1, rounds / 8) : rounds);
}

}  // namespace shift311::tests
