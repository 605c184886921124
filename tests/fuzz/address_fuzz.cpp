// Any bytes as an address: the form it is brought into is text, and, of plain words and numbers, is in that form
// already when read again.
#include "assessment/text/normal.hpp"
#include "assessment/text/street_address.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace text = shift311::text;
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const std::string once = text::written(text::parse_location(typed));
    if (!text::valid_utf8(once)) std::abort();
    const bool plain = std::all_of(typed.begin(), typed.end(),
                                   [](char c) { return c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    if (plain && text::written(text::parse_location(once)) != once) std::abort();
    if (!text::valid_utf8(text::spoken(once))) std::abort();
    return 0;
}
