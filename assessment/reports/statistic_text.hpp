// How statistics are written for people: with as many places as they bear.
#pragma once

#include "assessment/measure/interval.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shift311::reports {

/// 0.4164 -> "0.42"; never "-0.00". A dash when there is none.
std::string statistic_text(const std::optional<double>& value, int places = 2);
/// {0.121, 0.467} -> "0.12 to 0.47"
std::string interval_text(const std::optional<measure::Interval>& interval, int places = 2);
/// {0.121, 0.467} -> "12 to 47 %"
std::string share_interval_text(const std::optional<measure::Interval>& interval);
/// 0.0004 -> "less than 0.001"
std::string chance_text(double p);
/// "1 person", "34 people"
std::string people_text(std::int64_t number);
/// "7 of 12"
std::string of_text(std::int64_t part, std::int64_t whole);
/// "58 %", half up; a dash of nothing.
std::string rate_text(std::int64_t part, std::int64_t whole);
/// "field.cross_street" -> "Field: cross street"
std::string criterion_text(std::string_view criterion);

}  // namespace shift311::reports
