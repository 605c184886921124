#include "assessment/records/digest.hpp"

#include <sodium.h>

#include <stdexcept>

namespace shift311::records {
namespace {

const unsigned char* bytes_at(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void begin_sodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("The system's cryptography (libsodium) does not start.");
}

}  // namespace

Digest digest(std::string_view bytes) {
    begin_sodium();
    Digest out{};
    crypto_generichash(out.data(), out.size(), bytes_at(bytes), bytes.size(), nullptr, 0);
    return out;
}

std::string hex(const Digest& digest) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    out.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        out += kHex[byte >> 4U];
        out += kHex[byte & 0x0fU];
    }
    return out;
}

struct Digester::State {
    crypto_generichash_state state{};
};

Digester::Digester() : state_(std::make_unique<State>()) {
    begin_sodium();
    crypto_generichash_init(&state_->state, nullptr, 0, std::tuple_size_v<Digest>);
}
Digester::~Digester() = default;

void Digester::add(std::string_view bytes) {
    crypto_generichash_update(&state_->state, bytes_at(bytes), bytes.size());
}

Digest Digester::done() {
    Digest out{};
    crypto_generichash_final(&state_->state, out.data(), out.size());
    return out;
}

}  // namespace shift311::records
