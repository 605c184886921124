#include "sim/city/calendar.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::city {

namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

constexpr std::int64_t kDaysBeforeEpoch = 719'162;  // from 0001-01-01 to 1970-01-01

bool leap(std::int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(std::int64_t year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Days from 0001-01-01 to January 1 of the year.
std::int64_t days_before_year(std::int64_t year) {
    const std::int64_t past = year - 1;
    const auto floor_div = [](std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); };
    return past * 365 + floor_div(past, 4) - floor_div(past, 100) + floor_div(past, 400);
}

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string_view month_name(Date date) {
    return kMonths[static_cast<std::size_t>(std::clamp(date.month, 1, 12) - 1)];
}

}  // namespace

std::int64_t day_number(Date date) {
    std::int64_t days = days_before_year(date.year) - kDaysBeforeEpoch;
    for (int month = 1; month < std::min(date.month, 13); ++month)
        days += days_in_month(date.year, month);
    return days + date.day - 1;
}

Date date_of(std::int64_t day_number) {
    const std::int64_t days = day_number + kDaysBeforeEpoch;
    std::int64_t year = days / 366 + 1;  // never too late for years from 1 on
    if (days < 0) year = days / 365 - 1;
    while (days_before_year(year + 1) <= days)
        ++year;
    int rest = static_cast<int>(days - days_before_year(year));
    int month = 1;
    while (rest >= days_in_month(year, month))
        rest -= days_in_month(year, month++);
    return {static_cast<int>(year), month, rest + 1};
}

int weekday(Date date) {
    constexpr int kEpochWeekday = 4;  // 1970-01-01 was a Thursday
    const std::int64_t day = (day_number(date) + kEpochWeekday) % 7;
    return static_cast<int>(day < 0 ? day + 7 : day);
}

bool valid(Date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

bool is_business_day(Date date, const std::vector<Date>& holidays) {
    const int day = weekday(date);
    return day != 0 && day != 6 && std::find(holidays.begin(), holidays.end(), date) == holidays.end();
}

Date add_business_days(Date from, int days, const std::vector<Date>& holidays) {
    std::int64_t day = day_number(from);
    while (!is_business_day(date_of(day), holidays)) {
        ++day;
        // A weekend or holiday is no day to count from: the first business day after it is day one.
        if (is_business_day(date_of(day), holidays)) --days;
    }
    for (; days > 0; --days) {
        do
            ++day;
        while (!is_business_day(date_of(day), holidays));
    }
    return date_of(day);
}

std::string written(Date date) {
    std::string out(kWeekdays[static_cast<std::size_t>(weekday(date))].substr(0, 3));
    out.append(" ").append(month_name(date).substr(0, 3));
    return out + " " + std::to_string(date.day) + ", " + std::to_string(date.year);
}

std::string spoken(Date date) {
    std::string out(kWeekdays[static_cast<std::size_t>(weekday(date))]);
    out.append(", ").append(month_name(date));
    return out + " " + std::to_string(date.day);
}

std::string iso(Date date) {
    std::string year = std::to_string(date.year);
    if (date.year >= 0) year.insert(0, 4 - std::min<std::size_t>(4, year.size()), '0');
    return year + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

bool parse_iso(const std::string& text, Date& date) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const Date read{number(0, 4), number(5, 2), number(8, 2)};
    if (!valid(read)) return false;
    date = read;
    return true;
}

}  // namespace shift311::city
