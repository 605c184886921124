#include "assessment/text/compare_rules.hpp"
#include "assessment/text/date_words.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/number_words.hpp"
#include "assessment/text/street_tokens.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

const Comparison kFull{Credit::full, {}};

/// Minutes since midnight of a time in the text ("14:30", "2:30 pm", "2 p.m."); -1 when it names none.
int time_of_day(std::string_view text) {
    const std::string lower = folded(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        if (!is_digit(lower[i]) || (i > 0 && is_digit(lower[i - 1]))) continue;
        std::size_t end = i;
        while (end < lower.size() && is_digit(lower[end]))
            ++end;
        if (end - i > 2) continue;
        int hour = std::stoi(lower.substr(i, end - i));
        int minute = 0;
        bool clock = false;
        if (end + 2 < lower.size() && lower[end] == ':' && is_digit(lower[end + 1]) && is_digit(lower[end + 2])) {
            minute = std::stoi(lower.substr(end + 1, 2));
            clock = true;
            end += 3;
        }
        while (end < lower.size() && lower[end] == ' ')
            ++end;
        const std::string_view rest = std::string_view(lower).substr(end);
        const bool am = rest.substr(0, 2) == "am" || rest.substr(0, 3) == "a.m";
        const bool pm = rest.substr(0, 2) == "pm" || rest.substr(0, 3) == "p.m";
        if ((!clock && !am && !pm) || hour > 23 || minute > 59) continue;
        if ((am || pm) && hour == 12) hour = 0;
        return (hour + (pm && hour < 12 ? 12 : 0)) * 60 + minute;
    }
    return -1;
}

struct Quantity {
    std::string value;  ///< "12", "-3.5"; empty when there is none
    char unit = 0;      ///< first letter of the unit's word: "ft" and "feet" are the same, "days" and "weeks" are not
};

Quantity quantity(std::string_view text) {
    const std::string lower = folded(text);
    Quantity out;
    std::size_t i = 0;
    while (i < lower.size() && !is_digit(lower[i]))
        ++i;
    if (i < lower.size()) {
        const bool minus = i > 0 && lower[i - 1] == '-' && (i == 1 || lower[i - 2] == ' ');
        std::string whole;
        const auto grouped = [&](std::size_t at) {  // a comma before exactly three digits
            return at + 3 < lower.size() && is_digit(lower[at + 1]) && is_digit(lower[at + 2]) &&
                   is_digit(lower[at + 3]) && (at + 4 == lower.size() || !is_digit(lower[at + 4]));
        };
        while (i < lower.size() && (is_digit(lower[i]) || (lower[i] == ',' && grouped(i)))) {
            if (lower[i] != ',') whole += lower[i];
            ++i;
        }
        whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
        std::string fraction;
        if (i + 1 < lower.size() && lower[i] == '.' && is_digit(lower[i + 1])) {
            for (++i; i < lower.size() && is_digit(lower[i]); ++i)
                fraction += lower[i];
            while (!fraction.empty() && fraction.back() == '0')
                fraction.pop_back();
        }
        out.value = whole + (fraction.empty() ? "" : "." + fraction);
        if (minus && out.value != "0") out.value.insert(0, "-");
        const std::vector<std::string> rest = words(std::string_view(lower).substr(i));
        if (!rest.empty()) out.unit = rest.front().front();
        return out;
    }
    const std::vector<std::string> spoken = words(text);
    for (std::size_t at = 0; at < spoken.size(); ++at) {
        const std::size_t run = number_run(spoken, at);
        if (run == 0) continue;
        out.value = number_digits(spoken, at, run);
        out.value.erase(0, std::min(out.value.find_first_not_of('0'), out.value.size() - 1));
        if (at + run < spoken.size()) out.unit = spoken[at + run].front();
        break;
    }
    return out;
}

}  // namespace

Comparison compare_dates(std::string_view expected, std::string_view written) {
    const std::vector<NamedDay> theirs = named_days(expected);
    const std::vector<NamedDay> ours = named_days(written);
    const bool same_time = time_of_day(expected) == time_of_day(written);
    for (const NamedDay& their : theirs) {
        for (const NamedDay& our : ours) {
            const bool same = their.year > 0
                                  ? names(our, their.year, their.month, their.day)
                                  : their.month == our.month && their.day == our.day && their.weekday == our.weekday;
            if (!same) continue;
            if (same_time) return kFull;
            return {Credit::none, differ("Time", written, expected)};
        }
    }
    if (theirs.empty() && ours.empty() && same_time && time_of_day(expected) >= 0) return kFull;
    if (theirs.empty() && words(expected) == words(written) && !words(expected).empty()) return kFull;
    return {Credit::none, differ("Date", written, expected)};
}

Comparison compare_numbers(std::string_view expected, std::string_view written) {
    const Quantity theirs = quantity(expected);
    const Quantity ours = quantity(written);
    const bool same_unit = theirs.unit == 0 || ours.unit == 0 || theirs.unit == ours.unit;
    if (!theirs.value.empty() && theirs.value == ours.value && same_unit) return kFull;
    return {Credit::none, differ("Number", written, expected)};
}

}  // namespace shift311::text
