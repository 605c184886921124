// Text on its way into a page: nothing in it can become markup or style.
#pragma once

#include <string>
#include <string_view>

namespace shift311::reports {

/// For element content and quoted attributes. Bytes that are no text, and control characters, become U+FFFD.
std::string html(std::string_view text);
/// The same, with line ends kept as <br>.
std::string html_lines(std::string_view text);
/// A name or quotation, set apart so that right-to-left writing does not turn what stands around it.
std::string html_name(std::string_view text);
/// What may stand between double quotes in a style sheet.
std::string css_string(std::string_view text);
/// Words that were meant against words that were written: <del> only meant, <ins> only written. Where little agrees,
/// all of `written` is <ins>.
std::string html_diff(std::string_view expected, std::string_view written);

}  // namespace shift311::reports
