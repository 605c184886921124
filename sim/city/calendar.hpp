// Business days: due dates counted as the city counts them, skipping weekends and city holidays.
#pragma once

#include "sim/city/city.hpp"

#include <string>
#include <vector>

namespace shift311::city {

/// Days since 1970-01-01; inverse of `date_of`.
std::int64_t day_number(Date date);
Date date_of(std::int64_t day_number);
/// 0 Sunday .. 6 Saturday.
int weekday(Date date);
bool valid(Date date);
bool is_business_day(Date date, const std::vector<Date>& holidays);
/// The date `days` business days after `from` (0: `from` itself, or the next business day when it is none).
Date add_business_days(Date from, int days, const std::vector<Date>& holidays);
/// "Thu Jan 28, 2027": how the desk writes a day.
std::string written(Date date);
/// "Thursday, January 28": how a call taker says a day.
std::string spoken(Date date);
/// "2027-01-28"; `parse_iso` says false, and leaves the date alone, when the text is no date.
std::string iso(Date date);
bool parse_iso(const std::string& text, Date& date);

}  // namespace shift311::city
