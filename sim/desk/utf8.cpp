#include "sim/desk/utf8.hpp"

namespace shift311::desk {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool combining(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || c == 0x200D;
}

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

}  // namespace

char32_t decode(std::string_view text, std::size_t& at) {
    const unsigned lead = byte_at(text, at++);
    if (lead < 0x80) return lead;
    int more = 0;
    char32_t c = 0;
    char32_t least = 0;
    if ((lead & 0xE0U) == 0xC0U) {
        more = 1, c = lead & 0x1FU, least = 0x80;
    } else if ((lead & 0xF0U) == 0xE0U) {
        more = 2, c = lead & 0x0FU, least = 0x800;
    } else if ((lead & 0xF8U) == 0xF0U) {
        more = 3, c = lead & 0x07U, least = 0x10000;
    } else {
        return kReplacement;
    }
    std::size_t p = at;
    for (; more > 0; --more, ++p) {
        if (p >= text.size() || (byte_at(text, p) & 0xC0U) != 0x80U) return kReplacement;
        c = (c << 6U) | (byte_at(text, p) & 0x3FU);
    }
    if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kReplacement;
    at = p;
    return c;
}

void append(std::string& text, char32_t c) {
    const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U)), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3FU)), put(0x80U | ((c >> 6U) & 0x3FU)),
            put(0x80U | (c & 0x3FU));
    }
}

std::string encode(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text)
        append(out, c);
    return out;
}

std::size_t next_stop(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    decode(text, at);
    while (at < text.size()) {
        std::size_t after = at;
        if (!combining(decode(text, after))) break;
        at = after;
    }
    return at;
}

std::size_t previous_stop(std::string_view text, std::size_t at) {
    while (at > 0) {
        --at;
        while (at > 0 && (byte_at(text, at) & 0xC0U) == 0x80U)
            --at;
        std::size_t after = at;
        if (!combining(decode(text, after))) break;
    }
    return at;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        decode(text, at);
    return count;
}

std::string clean(std::string_view text, bool one_line) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = decode(text, at);
        if (c == U'\r') {
            if (at < text.size() && text[at] == '\n') ++at;
            c = U'\n';
        }
        if (c == U'\t' || (c == U'\n' && one_line)) c = U' ';
        if ((c < 0x20 && c != U'\n') || c == 0x7F) continue;
        append(out, c);
    }
    while (one_line && !out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

}  // namespace shift311::desk
