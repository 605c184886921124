// How dates, points and states are written for people.
#pragma once

#include "assessment/records/rows.hpp"

#include <string>
#include <string_view>

namespace shift311::reports {

/// "2026-11-21T19:49:31Z" -> "Nov 21, 2026"; what is no date stays as it is.
std::string day_text(std::string_view stamp);
/// "Nov 21, 2026, 7:49 PM UTC"
std::string moment_text(std::string_view stamp);
/// "2026-11-24", 480 -> "Tuesday, Nov 24, 2026, from 8:00 AM"
std::string story_text(std::string_view date, int starts_at_minute);
/// 850 -> "8.5"
std::string points_text(scoring::Points hundredths);
/// "88 %" of what was possible, or a dash when nothing was.
std::string percent_text(scoring::Points points, scoring::Points possible);
/// 41500 -> "41.5 s", 72000 -> "1 min 12 s"
std::string duration_text(journal::Millis length);
/// 12340 -> "12,340"
std::string count_text(std::int64_t number);
/// "1 contact", "3 contacts"
std::string counted(std::int64_t number, std::string_view thing);
/// 2 -> "2, prompted"
std::string level_text(int level);
/// open | finished | quit | set_aside, in words
std::string state_text(const records::AttemptRow& row);
/// "philadelphia" -> "Philadelphia", "san-francisco" -> "San Francisco"
std::string city_text(std::string_view id);

}  // namespace shift311::reports
