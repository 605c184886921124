#include "assessment/reports/name_uuid.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace shift311::reports {
namespace {

std::uint32_t turned(std::uint32_t word, unsigned by) {
    return word << by | word >> (32 - by);
}

/// SHA-1 (FIPS 180-4). For names only: nothing here rests on its strength.
std::array<std::uint32_t, 5> sha1(std::string bytes) {
    std::array<std::uint32_t, 5> h{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    bytes += '\x80';
    while (bytes.size() % 64 != 56)
        bytes += '\0';
    for (unsigned shift = 64; shift > 0; shift -= 8)
        bytes += static_cast<char>(bits >> (shift - 8) & 0xff);
    for (std::size_t at = 0; at < bytes.size(); at += 64) {
        std::array<std::uint32_t, 80> w{};
        for (std::size_t i = 0; i < 64; ++i)
            w[i / 4] = w[i / 4] << 8 | static_cast<unsigned char>(bytes[at + i]);
        for (std::size_t i = 16; i < 80; ++i)
            w[i] = turned(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
        auto [a, b, c, d, e] = h;
        for (std::size_t i = 0; i < 80; ++i) {
            const std::uint32_t f = i < 20              ? (b & c) | (~b & d)
                                    : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d)
                                                        : b ^ c ^ d;
            const std::uint32_t k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
            const std::uint32_t next = turned(a, 5) + f + e + k + w[i];
            e = d, d = c, c = turned(b, 30), b = a, a = next;
        }
        h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
    }
    return h;
}

std::string bytes_of(std::string_view uuid) {
    std::string out;
    unsigned digits = 0;
    unsigned value = 0;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        const char c = uuid[i];
        if (c == '-' && (i == 8 || i == 13 || i == 18 || i == 23)) continue;
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) throw std::invalid_argument("no UUID: " + std::string(uuid));
        value = value << 4 | static_cast<unsigned>(digit);
        if (++digits % 2 == 0) out += static_cast<char>(value & 0xff);
    }
    if (uuid.size() != 36 || out.size() != 16) throw std::invalid_argument("no UUID: " + std::string(uuid));
    return out;
}

}  // namespace

std::string name_uuid(std::string_view space, std::string_view name) {
    auto h = sha1(bytes_of(space) + std::string(name));
    h[1] = (h[1] & 0xffff0fff) | 0x5000;
    h[2] = (h[2] & 0x3fffffff) | 0x80000000;
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:04x}{:08x}", h[0], h[1] >> 16, h[1] & 0xffff, h[2] >> 16,
                       h[2] & 0xffff, h[3]);
}

}  // namespace shift311::reports
