// UTF-8 as the text controls need it: walk it by what a person sees as one character, and clean what comes from
// outside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shift311::desk {

/// The code point at `at`; `at` moves past it. A broken sequence gives U+FFFD and moves one byte.
char32_t decode(std::string_view text, std::size_t& at);
void append(std::string& text, char32_t c);
std::string encode(std::u32string_view text);

/// Next and previous place where a caret may stand: never inside a code point, never before a combining mark.
std::size_t next_stop(std::string_view text, std::size_t at);
std::size_t previous_stop(std::string_view text, std::size_t at);

/// How many code points.
std::size_t length(std::string_view text);

/// Text from outside (clipboard): broken bytes become U+FFFD, control characters go, tabs become spaces,
/// and line ends become "\n", or one space when `one_line`.
std::string clean(std::string_view text, bool one_line);

}  // namespace shift311::desk
