#include "assessment/standing/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace shift311::standing {
namespace {

struct Date {
    std::int64_t year = 1970, month = 1, day = 1;
};

bool leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int64_t days_in(std::int64_t year, std::int64_t month) {
    constexpr std::array<std::int64_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> date_of(const Stamp& stamp) {
    if (stamp.size() < 10 || stamp[4] != '-' || stamp[7] != '-') return std::nullopt;
    const std::string_view text = stamp;
    const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    if (*day > days_in(*year, *month)) return std::nullopt;
    return Date{*year, *month, *day};
}

/// Days before January 1 of this year, counted from year 1.
std::int64_t before_year(std::int64_t year) {
    const std::int64_t whole = year - 1;
    return whole * 365 + whole / 4 - whole / 100 + whole / 400;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string text_of(const Date& date) {
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

}  // namespace

std::optional<std::int64_t> day_of(const Stamp& stamp) {
    const auto date = date_of(stamp);
    if (!date) return std::nullopt;
    std::int64_t days = before_year(date->year) - before_year(1970) + date->day - 1;
    for (std::int64_t month = 1; month < date->month; ++month)
        days += days_in(date->year, month);
    return days;
}

std::string date_text(std::int64_t day) {
    const std::int64_t from_year_1 = day + before_year(1970);
    Date date;
    date.year = std::max<std::int64_t>(1, from_year_1 / 366);
    while (before_year(date.year + 1) <= from_year_1)
        ++date.year;
    std::int64_t rest = from_year_1 - before_year(date.year);
    date.month = 1;
    for (; rest >= days_in(date.year, date.month); ++date.month)
        rest -= days_in(date.year, date.month);
    date.day = rest + 1;
    return text_of(date);
}

std::string date_words(const Stamp& stamp) {
    constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
    const auto date = date_of(stamp);
    if (!date) return stamp;
    return std::string(kMonths.at(static_cast<std::size_t>(date->month - 1))) + ' ' + std::to_string(date->day) + ", " +
           std::to_string(date->year);
}

Stamp seconds_later(const Stamp& stamp, std::int64_t seconds) {
    const auto day = day_of(stamp);
    if (!day || stamp.size() != 20 || stamp[10] != 'T' || stamp[13] != ':' || stamp[16] != ':') return stamp;
    const std::string_view text = stamp;
    const auto hour = number(text.substr(11, 2)), minute = number(text.substr(14, 2)),
               second = number(text.substr(17, 2));
    if (!hour || !minute || !second) return stamp;
    constexpr std::int64_t kDay = 24 * 60 * 60;
    const std::int64_t then = *hour * 3600 + *minute * 60 + *second + std::clamp<std::int64_t>(seconds, 0, kDay);
    const std::int64_t of_day = then % kDay;
    return date_text(*day + then / kDay) + 'T' + padded(of_day / 3600, 2) + ':' + padded(of_day / 60 % 60, 2) + ':' +
           padded(of_day % 60, 2) + 'Z';
}

Stamp months_later(const Stamp& stamp, int months) {
    auto date = date_of(stamp);
    if (!date) return stamp;
    const std::int64_t count = date->year * 12 + (date->month - 1) + months;
    date->year = count / 12;
    date->month = count % 12 + 1;
    date->day = std::min(date->day, days_in(date->year, date->month));
    return text_of(*date) + stamp.substr(10);
}

}  // namespace shift311::standing
