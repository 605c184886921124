// Days named in writing or speech: "January 28", "1/28", "28 de enero", "Thursday the 28th".
#pragma once

#include <string_view>
#include <vector>

namespace shift311::text {

struct NamedDay {
    int year = 0;      ///< 0 when none was named
    int month = 0;     ///< 1..12; 0 when only a weekday and a day were named
    int day = 0;       ///< 1..31
    int weekday = -1;  ///< 0 Sunday .. 6 Saturday; -1 when none was named
};

/// Every day that the text names, in order of appearance by way of naming.
std::vector<NamedDay> named_days(std::string_view text);
/// True when `named` can mean this day. A weekday counts only where no month was named: a slip of the weekday is no
/// other day.
bool names(const NamedDay& named, int year, int month, int day);

}  // namespace shift311::text
