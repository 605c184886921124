#include "sim/script/read/draft.hpp"

#include <sodium.h>

#include <array>

namespace shift311::script::read {

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
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash_final(&state, digest.data(), digest.size());
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

}  // namespace shift311::script::read
