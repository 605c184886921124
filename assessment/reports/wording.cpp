#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace shift311::reports {
namespace {

constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array kDays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return std::nullopt;
    int value = 0;
    const char* end = text.data() + at + count;
    const auto read = std::from_chars(text.data() + at, end, value);
    if (read.ec != std::errc() || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

std::optional<std::chrono::year_month_day> date_of(std::string_view stamp) {
    const auto year = digits(stamp, 0, 4);
    const auto month = digits(stamp, 5, 2);
    const auto day = digits(stamp, 8, 2);
    if (!year || !month || !day || stamp[4] != '-' || stamp[7] != '-') return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string day_of(const std::chrono::year_month_day& date) {
    return fmt::format("{} {}, {}", kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<unsigned>(date.day()),
                       static_cast<int>(date.year()));
}

std::string clock_of(int minute) {
    const int hour = minute / 60 % 24;
    return fmt::format("{}:{:02} {}", hour % 12 == 0 ? 12 : hour % 12, minute % 60, hour < 12 ? "AM" : "PM");
}

}  // namespace

std::string day_text(std::string_view stamp) {
    const auto date = date_of(stamp);
    return date ? day_of(*date) : std::string(stamp);
}

std::string moment_text(std::string_view stamp) {
    const auto date = date_of(stamp);
    const auto hour = digits(stamp, 11, 2);
    const auto minute = digits(stamp, 14, 2);
    if (!date || !hour || !minute) return std::string(stamp);
    return fmt::format("{}, {} UTC", day_of(*date), clock_of(*hour * 60 + *minute));
}

std::string story_text(std::string_view date, int starts_at_minute) {
    const auto day = date_of(date);
    if (!day) return std::string(date);
    const std::chrono::weekday weekday{std::chrono::sys_days(*day)};
    return fmt::format("{}, {}, from {}", kDays[weekday.c_encoding()], day_of(*day), clock_of(starts_at_minute));
}

std::string points_text(scoring::Points hundredths) {
    const char* sign = hundredths < 0 ? "\u2212" : "";
    const auto size = hundredths < 0 ? -hundredths : hundredths;
    std::string out = fmt::format("{}{}", sign, count_text(size / 100));
    if (size % 100 == 0) return out;
    out += fmt::format(".{:02}", size % 100);
    if (out.back() == '0') out.pop_back();
    return out;
}

std::string percent_text(scoring::Points points, scoring::Points possible) {
    return possible > 0 ? fmt::format("{}\u00a0%", scoring::percent(points, possible)) : "\u2013";
}

std::string duration_text(journal::Millis length) {
    if (length < 60'000 && length % 1000 / 100 == 0) return fmt::format("{}\u00a0s", length / 1000);
    if (length < 60'000) return fmt::format("{}.{}\u00a0s", length / 1000, length % 1000 / 100);
    const auto seconds = length / 1000;
    if (seconds < 3600) return fmt::format("{}\u00a0min {}\u00a0s", seconds / 60, seconds % 60);
    return fmt::format("{}\u00a0h {}\u00a0min", seconds / 3600, seconds / 60 % 60);
}

std::string count_text(std::int64_t number) {
    std::string out = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = out.size(); at > first + 3;) {
        at -= 3;
        out.insert(at, ",");
    }
    return out;
}

std::string counted(std::int64_t number, std::string_view thing) {
    return fmt::format("{} {}{}", count_text(number), thing, number == 1 ? "" : "s");
}

std::string level_text(int level) {
    switch (level) {
        case 1:
            return "1, guided";
        case 2:
            return "2, prompted";
        case 3:
            return "3, alone";
        case 4:
            return "4, exam";
        default:
            return std::to_string(level);
    }
}

std::string state_text(const records::AttemptRow& row) {
    if (row.why.empty()) return "not finished";
    if (row.why == "quit") return "ended early";
    if (row.why == "set_aside") return "set aside";
    return row.why;
}

std::string city_text(std::string_view id) {
    std::string out;
    bool start = true;
    for (const char c : id) {
        if (c == '-' || c == '_') {
            out += ' ';
            start = true;
            continue;
        }
        out += start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        start = false;
    }
    return out;
}

}  // namespace shift311::reports
