// Repeatable random texts for property tests: an own generator, since the library's differ between compilers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text::testing {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}

    std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_;
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }
    /// Bytes of every kind, valid UTF-8 or not.
    std::string bytes(std::size_t longest) {
        std::string out(below(longest + 1), '\0');
        for (char& c : out)
            c = static_cast<char>(next() & 0xFF);
        return out;
    }
    /// Text from the characters given.
    std::string from(std::string_view alphabet, std::size_t longest) {
        std::string out(below(longest + 1), ' ');
        for (char& c : out)
            c = alphabet[below(alphabet.size())];
        return out;
    }
    /// Words of addresses, separators and stray bytes in any order.
    std::string address_soup() {
        static const std::vector<std::string> kPieces = {"4208",
                                                         "42",
                                                         "nd",
                                                         "st",
                                                         "St.",
                                                         "Ave",
                                                         "north",
                                                         "N",
                                                         "broad",
                                                         "&",
                                                         "and",
                                                         "#",
                                                         "apt",
                                                         "2F",
                                                         "-",
                                                         "1/2",
                                                         ",",
                                                         "forty",
                                                         "two",
                                                         "oh",
                                                         "eight",
                                                         "second",
                                                         "hundred",
                                                         "thousand",
                                                         "to",
                                                         "y",
                                                         "the",
                                                         "corner",
                                                         "of",
                                                         "between",
                                                         "rear",
                                                         "floor",
                                                         "\xC2\xBD",
                                                         "\xE2\x80\x99",
                                                         "Pe\xC3\xB1"
                                                         "a",
                                                         "\xFF",
                                                         "0",
                                                         "00012",
                                                         "99999999999999999999",
                                                         "calle",
                                                         "block",
                                                         "half",
                                                         "a",
                                                         "double",
                                                         "oh",
                                                         "zero",
                                                         "saint",
                                                         "mount",
                                                         "front",
                                                         "number",
                                                         "streets",
                                                         "avenida",
                                                         "first",
                                                         "thousand",
                                                         "key",
                                                         "near",
                                                         "in",
                                                         "its",
                                                         "09",
                                                         "43th",
                                                         "pike",
                                                         "west",
                                                         "triple",
                                                         "doble",
                                                         "fl",
                                                         "lot"};
        std::string out;
        for (std::size_t n = below(9); n > 0; --n) {
            out += pick(kPieces);
            if (below(4) != 0) out += ' ';
        }
        return out;
    }

  private:
    std::uint64_t state_;
};

}  // namespace shift311::text::testing
