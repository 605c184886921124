// A number out of a seed and a name: draws that anybody can repeat, whatever else is drawn.
#pragma once

#include <cstdint>
#include <string_view>

namespace shift311::standing {

/// splitmix64's last step over FNV-1a: the same on every compiler.
constexpr std::uint64_t seeded(std::uint64_t seed, std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    std::uint64_t z = hash + (seed + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

}  // namespace shift311::standing
