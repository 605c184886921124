// BLAKE2b-256, the one hash of the records, and how it is written.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace shift311::records {

using Digest = std::array<unsigned char, 32>;

Digest digest(std::string_view bytes);
/// 64 small hexadecimal digits.
std::string hex(const Digest& digest);

/// The same in pieces: for a file that is larger than memory should be.
class Digester {
  public:
    Digester();
    Digester(const Digester&) = delete;
    Digester& operator=(const Digester&) = delete;
    ~Digester();
    void add(std::string_view bytes);
    Digest done();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shift311::records
