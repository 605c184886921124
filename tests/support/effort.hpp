// How often a random property is tried: all of it as built for use, a part of it under sanitizers, which take many times as long.
#pragma once

namespace shift311::tests {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHIFT311_SLOW_TESTS
#endif
#endif

constexpr int effort(int rounds) {
#ifdef SHIFT311_SLOW_TESTS
    return rounds < 8 ? 1 : rounds / 8;
#else
    return rounds;
#endif
}

}  // namespace shift311::tests
