// Days and months of stamps, reckoned without any clock: when a certification expires, how long ago a contact was.
#pragma once

#include "assessment/standing/history.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace shift311::standing {

/// Days since 1970-01-01 of a stamp's date, UTC; none when it does not begin with a date that exists.
std::optional<std::int64_t> day_of(const Stamp& stamp);
/// "2026-11-21"
std::string date_text(std::int64_t day);
/// "November 21, 2026"; the text itself when it is no date.
std::string date_words(const Stamp& stamp);
/// So many seconds on, at most a day; the stamp itself when it is none of the form "2026-11-21T09:41:00Z".
Stamp seconds_later(const Stamp& stamp, std::int64_t seconds);
/// The same day and time so many months on; the last day of a shorter month. The stamp itself when it is no date.
Stamp months_later(const Stamp& stamp, int months);

}  // namespace shift311::standing
