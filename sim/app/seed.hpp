// A seed for a shift that asked for none: small enough to be read out and typed again.
#pragma once

#include <cstdint>
#include <random>

namespace shift311::app {

inline std::uint64_t new_seed() {
    std::random_device device;
    return 1 + device() % 999'999;
}

}  // namespace shift311::app
