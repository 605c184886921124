#include "assessment/text/date_words.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/number_words.hpp"

#include <array>
#include <optional>
#include <string>

namespace shift311::text {

namespace {

struct Entry {
    std::string_view word;
    int value;
};

constexpr std::array kMonths = {
    Entry{"january", 1},   Entry{"jan", 1},        Entry{"enero", 1},     Entry{"ene", 1},      Entry{"february", 2},
    Entry{"feb", 2},       Entry{"febrero", 2},    Entry{"march", 3},     Entry{"mar", 3},      Entry{"marzo", 3},
    Entry{"april", 4},     Entry{"apr", 4},        Entry{"abril", 4},     Entry{"abr", 4},      Entry{"may", 5},
    Entry{"mayo", 5},      Entry{"june", 6},       Entry{"jun", 6},       Entry{"junio", 6},    Entry{"july", 7},
    Entry{"jul", 7},       Entry{"julio", 7},      Entry{"august", 8},    Entry{"aug", 8},      Entry{"agosto", 8},
    Entry{"ago", 8},       Entry{"september", 9},  Entry{"sept", 9},      Entry{"sep", 9},      Entry{"septiembre", 9},
    Entry{"setiembre", 9}, Entry{"october", 10},   Entry{"oct", 10},      Entry{"octubre", 10}, Entry{"november", 11},
    Entry{"nov", 11},      Entry{"noviembre", 11}, Entry{"december", 12}, Entry{"dec", 12},     Entry{"diciembre", 12},
    Entry{"dic", 12},
};
constexpr std::array kWeekdays = {
    Entry{"sunday", 0},    Entry{"sun", 0},     Entry{"domingo", 0},   Entry{"monday", 1},   Entry{"mon", 1},
    Entry{"lunes", 1},     Entry{"tuesday", 2}, Entry{"tue", 2},       Entry{"tues", 2},     Entry{"martes", 2},
    Entry{"wednesday", 3}, Entry{"wed", 3},     Entry{"miercoles", 3}, Entry{"thursday", 4}, Entry{"thu", 4},
    Entry{"thurs", 4},     Entry{"jueves", 4},  Entry{"friday", 5},    Entry{"fri", 5},      Entry{"viernes", 5},
    Entry{"saturday", 6},  Entry{"sat", 6},     Entry{"sabado", 6},
};

template <std::size_t N>
int value_of(const std::array<Entry, N>& table, std::string_view word, int none) {
    for (const Entry& entry : table) {
        if (entry.word == word) return entry.value;
    }
    return none;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Digits at the start of `text`, at most four; the number of digits in `length`.
int leading_number(std::string_view text, std::size_t& length) {
    int value = 0;
    length = 0;
    while (length < text.size() && length < 5 && is_digit(text[length]))
        value = value * 10 + (text[length++] - '0');
    return value;
}

int full_year(int year, std::size_t digits) {
    return digits == 2 ? 2000 + year : year;
}

bool plausible(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// 0 Sunday .. 6 Saturday (Zeller's congruence).
int weekday_of(int year, int month, int day) {
    const int m = month < 3 ? month + 12 : month;
    const int y = month < 3 ? year - 1 : year;
    return (((day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400 + 6) % 7) + 7) % 7;
}

/// Dates in digits: "2027-01-28", "1/28", "01/28/27", "1-28-2027".
void numeric_days(std::string_view text, std::vector<NamedDay>& out) {
    const auto joins = [](char c) { return c == '/' || c == '-'; };
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        // One chain of digit groups joined by one kind of separator.
        std::array<int, 4> part{};
        std::array<std::size_t, 4> length{};
        std::size_t parts = 0;
        char separator = 0;
        while (i < text.size() && is_digit(text[i])) {
            std::size_t digits = 0;
            const int value = leading_number(text.substr(i), digits);
            if (parts < 4) {
                part[parts] = value;
                length[parts] = digits;
            }
            ++parts;
            i += digits;
            if (digits == 5) parts = 9;  // too long for any part of a date
            const bool goes_on = i + 1 < text.size() && joins(text[i]) && is_digit(text[i + 1]) &&
                                 (separator == 0 || separator == text[i]);
            if (goes_on)
                separator = text[i++];
            else if (i < text.size() && is_digit(text[i]))
                continue;
            else
                break;
        }
        if (parts == 3 && length[0] == 4 && plausible(part[1], part[2])) {
            out.push_back({part[0], part[1], part[2], -1});
        } else if (parts == 3 && length[0] <= 2 && length[1] <= 2 && (length[2] == 2 || length[2] == 4) &&
                   plausible(part[0], part[1])) {
            out.push_back({full_year(part[2], length[2]), part[0], part[1], -1});
        } else if (parts == 2 && separator == '/' && length[0] <= 2 && length[1] <= 2 && plausible(part[0], part[1])) {
            out.push_back({0, part[0], part[1], -1});
        }
    }
}

/// A day of the month at `at`: "28", "28th", "twenty eighth", "veintiocho"; how many words it takes in `count`.
int day_at(const std::vector<std::string>& words, std::size_t at, std::size_t& count) {
    count = 0;
    if (at >= words.size()) return 0;
    const std::string& word = words[at];
    if (is_digit(word[0])) {
        std::size_t digits = 0;
        const int value = leading_number(word, digits);
        const std::string_view ending = std::string_view(word).substr(digits);
        const bool day = ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ||
                         ending == "o" || ending == "ro";
        count = digits <= 2 && day ? 1 : 0;
        return count == 1 ? value : 0;
    }
    if (const int value = ordinal_value(word); value > 0) {
        count = 1;
        return value;
    }
    const auto number = [&](std::size_t words_used) {
        const std::string digits = number_digits(words, at, words_used);
        return digits.size() <= 2 && !digits.empty() ? std::stoi(digits) : 0;
    };
    if (says_tens(word) && at + 1 < words.size()) {
        if (const int unit = ordinal_value(words[at + 1]); unit > 0 && unit < 10) {
            count = 2;
            return number(1) + unit;
        }
    }
    for (std::size_t used = std::min<std::size_t>(3, number_run(words, at)); used > 0; --used) {
        if (number_groups(words, at, used).size() != 1) continue;
        count = used;
        return number(used);
    }
    return 0;
}

/// A year of four digits at `at`, stepping over "of" and "de"; 0 when there is none.
int year_at(const std::vector<std::string>& words, std::size_t at) {
    while (at < words.size() && (words[at] == "of" || words[at] == "de" || words[at] == "del"))
        ++at;
    if (at >= words.size() || words[at].size() != 4) return 0;
    std::size_t digits = 0;
    const int value = leading_number(words[at], digits);
    return digits == 4 && value >= 1900 && value < 2200 ? value : 0;
}

}  // namespace

std::vector<NamedDay> named_days(std::string_view text) {
    std::vector<NamedDay> out;
    numeric_days(text, out);
    const std::vector<std::string> spoken = words(text);
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        std::size_t count = 0;
        if (const int month = value_of(kMonths, spoken[i], 0); month > 0) {  // "January the 28th, 2027"
            const std::size_t at =
                i + 1 < spoken.size() && (spoken[i + 1] == "the" || spoken[i + 1] == "el") ? i + 2 : i + 1;
            const int day = day_at(spoken, at, count);
            if (plausible(month, day)) out.push_back({year_at(spoken, at + count), month, day, -1});
        }
        const int day = day_at(spoken, i, count);
        if (day < 1 || day > 31) continue;
        std::size_t at = i + count;
        while (at < spoken.size() && (spoken[at] == "of" || spoken[at] == "de"))
            ++at;
        const int month = at < spoken.size() ? value_of(kMonths, spoken[at], 0) : 0;
        if (month > 0) {  // "28 de enero de 2027"
            out.push_back({year_at(spoken, at + 1), month, day, -1});
            continue;
        }
        const std::size_t before = i > 1 && (spoken[i - 1] == "the" || spoken[i - 1] == "el") ? i - 2
                                   : i > 0                                                    ? i - 1
                                                                                              : spoken.size();
        const int weekday = before < spoken.size() ? value_of(kWeekdays, spoken[before], -1) : -1;
        if (weekday >= 0) out.push_back({0, 0, day, weekday});  // "Thursday the 28th"
    }
    return out;
}

bool names(const NamedDay& named, int year, int month, int day) {
    if (named.day != day) return false;
    if (named.month == 0) return named.weekday == weekday_of(year, month, day);
    return named.month == month && (named.year == 0 || named.year == year);
}

}  // namespace shift311::text
