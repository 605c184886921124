// Blanks in texts: finding {where.address} and filling it.
#pragma once

#include "sim/script/script.hpp"

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script {

struct Blanks {
    std::vector<std::string_view> names;  ///< in the order written, without the braces
    bool whole = true;                    ///< false: a brace stands alone, or holds no name
};
Blanks blanks_in(std::string_view text);

/// Blanks that are filled when a call taker's phrase is spoken.
inline constexpr std::array<std::string_view, 7> kLineBlanks{"trainee", "reference", "due_date", "target",
                                                             "number",  "caller",    "address"};
bool is_line_blank(std::string_view name);

/// What may stand after the dot in the blanks of one kind of draw: `spoken` for {where.spoken}. Empty: only {size}
/// itself.
std::span<const std::string_view> parts_of(Vary::From from);

/// Every blank whose name is in `drawn` filled; others stay as they are.
std::string fill(std::string_view text, const std::map<std::string, std::string>& drawn);

}  // namespace shift311::script
