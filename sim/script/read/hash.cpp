#include "sim/script/read/draft.hpp"

#include <sodium.h>

#include <array>

namespace shift311::script::read {

namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

std::string hex(const Digest& digest) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

}  // namespace

std::string hash_of(const std::vector<const Document*>& documents) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    for (const Document* document : documents) {
        // The length goes in first, so that moving a line from one file to the next changes the hash.
        const std::string size = std::to_string(document->bytes.size()) + ":";
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(size.data()), size.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(document->bytes.data()),
                                  document->bytes.size());
    }
    Digest digest{};
    crypto_generichash_final(&state, digest.data(), digest.size());
    return hex(digest);
}

std::string hash_of_bytes(std::string_view bytes) {
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hex(digest);
}

}  // namespace shift311::script::read
