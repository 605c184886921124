// Does the written value say what was meant? One rule per kind of field, in halves, never a floating number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

enum class FieldKind { address, phone, name, date, choice, number, text };

/// Credit in halves: none 0, spelling 1 (half), full 2.
enum class Credit { none = 0, half = 1, full = 2 };

struct Comparison {
    Credit credit = Credit::none;
    std::string why;  ///< one plain sentence when credit is not full: "House number: 4280 written, 4208 said."
};

/// Reference: assessment 2.2. `real_streets` are other streets of the city: a misspelling that hits one of them earns
/// nothing. `accept` are further right values.
Comparison compare(FieldKind kind, std::string_view expected, std::string_view written,
                   const std::vector<std::string>& accept = {}, const std::vector<std::string>& real_streets = {});

}  // namespace shift311::text
