// Chance from a seed, the same on every compiler: splitmix64.
#pragma once

#include <cstdint>

namespace shift311::script {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 .. n-1, every value equally likely; n must be at least 1.
    std::uint64_t below(std::uint64_t n) {
        const std::uint64_t limit = UINT64_MAX - UINT64_MAX % n;
        std::uint64_t value = next();
        while (value >= limit)
            value = next();
        return value % n;
    }

  private:
    std::uint64_t state_;
};

}  // namespace shift311::script
