// How alike two texts are, from 0 to 100: of whole texts, of texts whose words stand in another order, or with more.
#pragma once

#include <string_view>

namespace shift311::text {

// Over Unicode code points; letters count as they are written (use `plain` or `folded` first). The definitions and the
// scale are rapidfuzz's. For pointing things out to people, never for pass or fail.

/// 100 * 2 L / (|a| + |b|), where L is the length of the longest common subsequence; 100 for two empty texts.
double ratio(std::string_view a, std::string_view b);
/// `ratio` of the texts with their words, as white space parts them, in sorted order.
double token_sort(std::string_view a, std::string_view b);
/// Each word counts once, and what both have is compared with each text as well: 100 where one holds the other's words
/// and more. 0 where either has no word.
double token_set(std::string_view a, std::string_view b);

}  // namespace shift311::text
