#include "assessment/text/compare.hpp"

#include "assessment/text/date_words.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/number_words.hpp"
#include "assessment/text/street_address.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

const Comparison kFull{Credit::full, {}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

std::string shown(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    if (text.empty()) return "none";
    const std::u32string points = code_points(text);
    return points.size() <= kLongest ? std::string(text) : utf8(points.substr(0, kLongest)) + "...";
}

/// "House number: 4280 written, 4208 said."
std::string differ(std::string_view what, std::string_view written, std::string_view expected) {
    return std::string(what) + ": " + shown(written) + " written, " + shown(expected) + " said.";
}

/// A slip of the keyboard in a word of this length: one edit from four letters on, two from eight on; never a digit.
bool misspelled(std::string_view expected, std::string_view written) {
    if (has_digit(expected) || has_digit(written)) return false;
    const std::size_t length = code_points(expected).size();
    const std::size_t allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0;
    return allowed > 0 && osa(expected, written) <= allowed;
}

Comparison compare_streets(const StreetAddress& expected, const StreetAddress& written,
                           const std::vector<std::string>& real_streets) {
    const auto wrong = [](std::string_view what, std::string_view is, std::string_view was) {
        return Comparison{Credit::none, differ(what, is, was)};
    };
    if (written.number != expected.number) return wrong("House number", written.number, expected.number);
    Comparison result = kFull;
    if (written.name != expected.name) {
        if (!misspelled(expected.name, written.name)) return wrong("Street", written.name, expected.name);
        for (const std::string& street : real_streets) {
            const std::string real = parse_location(street).first.name;
            if (real == written.name && real != expected.name) {
                return {Credit::none,
                        "Street: " + written.name + " written, which is another street; " + expected.name + " said."};
            }
        }
        result = {Credit::half, "Street name: spelled " + written.name + ", " + expected.name + " said."};
    }
    if (written.direction != expected.direction) return wrong("Direction", written.direction, expected.direction);
    if (written.suffix != expected.suffix) return wrong("Street type", written.suffix, expected.suffix);
    if (written.post_direction != expected.post_direction) {
        return wrong("Direction after the street", written.post_direction, expected.post_direction);
    }
    if (written.unit != expected.unit) {
        if (!written.unit.empty() && !expected.unit.empty()) return wrong("Unit", written.unit, expected.unit);
        if (result.credit == Credit::full) result = {Credit::half, differ("Unit", written.unit, expected.unit)};
    }
    return result;
}

Comparison compare_addresses(std::string_view expected_text, std::string_view written_text,
                             const std::vector<std::string>& real_streets) {
    const Location expected = parse_location(expected_text);
    const Location written = parse_location(written_text);
    if (expected == written) return kFull;
    if (expected.cross.empty() && written.cross.empty())
        return compare_streets(expected.first, written.first, real_streets);
    if (expected.cross.size() != written.cross.size()) {
        const std::string what = expected.cross.empty()  ? "Address: a corner written, one street said: "
                                 : written.cross.empty() ? "Corner: one street written, a corner said: "
                                                         : "Corner: another number of streets written than said: ";
        return {Credit::none, what + shown(written_text) + " for " + shown(expected_text) + "."};
    }
    // A corner is the same place in either order: the best pairing counts.
    std::vector<StreetAddress> ours{written.first};
    ours.insert(ours.end(), written.cross.begin(), written.cross.end());
    std::vector<StreetAddress> theirs{expected.first};
    theirs.insert(theirs.end(), expected.cross.begin(), expected.cross.end());
    Comparison best{Credit::none, {}};
    std::size_t best_right = 0;
    for (std::size_t turn = 0; turn < ours.size(); ++turn) {
        Comparison worst = kFull;
        std::size_t right = 0;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const Comparison street = compare_streets(theirs[i], ours[(i + turn) % ours.size()], real_streets);
            if (street.credit != Credit::none) ++right;
            if (street.credit < worst.credit) worst = street;
        }
        const bool better =
            turn == 0 || worst.credit > best.credit || (worst.credit == best.credit && right > best_right);
        if (!better) continue;
        best = worst;
        best_right = right;
    }
    return best;
}

std::string shown_phone(const std::string& digits) {
    if (digits.size() != 10) return digits;
    return digits.substr(0, 3) + "-" + digits.substr(3, 3) + "-" + digits.substr(6);
}

Comparison compare_phones(std::string_view expected, std::string_view written) {
    const std::string ours = phone_digits(written);
    const std::string theirs = phone_digits(expected);
    if (!theirs.empty() && ours == theirs) return kFull;
    return {Credit::none, differ("Phone number", ours.empty() ? std::string(written) : shown_phone(ours),
                                 theirs.empty() ? std::string(expected) : shown_phone(theirs))};
}

/// The words of a person's name in speaking order, without titles: "Rivera, Dr. Ana" -> ana rivera.
std::vector<std::string> name_words(std::string_view text) {
    std::string ordered(text);
    if (const std::size_t comma = ordered.find(','); comma != std::string::npos) {
        ordered = ordered.substr(comma + 1) + " " + ordered.substr(0, comma);
    }
    std::string bare;
    for (const char c : ordered) {
        if (c != '\'') bare += c;  // "O'Neil" is one word
    }
    std::vector<std::string> out = words(bare);
    static constexpr std::string_view kTitles[] = {"mr", "mrs", "ms", "miss", "dr", "sr", "sra", "srta"};
    while (out.size() > 1 && std::find(std::begin(kTitles), std::end(kTitles), out.front()) != std::end(kTitles)) {
        out.erase(out.begin());
    }
    return out;
}

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& word : list)
        out += word;
    return out;
}

std::vector<std::string> without_initials(std::vector<std::string> list) {
    list.erase(std::remove_if(list.begin(), list.end(), [](const std::string& word) { return word.size() == 1; }),
               list.end());
    return list;
}

/// Same number of words, each the same or misspelled.
bool words_misspelled(const std::vector<std::string>& expected, const std::vector<std::string>& written) {
    if (expected.size() != written.size() || expected.empty()) return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (expected[i] != written[i] && !misspelled(expected[i], written[i])) return false;
    }
    return true;
}

Comparison compare_names(std::string_view expected, std::string_view written) {
    const std::vector<std::string> theirs = name_words(expected);
    const std::vector<std::string> ours = name_words(written);
    if (!theirs.empty() && joined(theirs) == joined(ours)) return kFull;
    const std::vector<std::string> their_core = without_initials(theirs);
    const std::vector<std::string> our_core = without_initials(ours);
    const bool initial_left_out = their_core.size() == theirs.size() || our_core.size() == ours.size();
    if (initial_left_out && !their_core.empty() && joined(their_core) == joined(our_core)) return kFull;
    if (words_misspelled(theirs, ours) || words_misspelled(their_core, our_core) ||
        (theirs.size() != ours.size() && misspelled(joined(theirs), joined(ours)))) {
        return {Credit::half, "Name: spelled " + shown(written) + ", " + shown(expected) + " said."};
    }
    return {Credit::none, differ("Name", written, expected)};
}

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

/// The chosen values, order-free: several are separated by commas or semicolons.
std::vector<std::string> choices(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(",;", start), text.size());
        std::string one = plain(text.substr(start, end - start));
        if (!one.empty()) out.push_back(std::move(one));
        start = end + 1;
    }
    std::sort(out.begin(), out.end());
    return out;
}

Comparison compare_choices(std::string_view expected, std::string_view written) {
    const std::vector<std::string> theirs = choices(expected);
    if (!theirs.empty() && (theirs == choices(written) || plain(expected) == plain(written))) return kFull;
    return {Credit::none, differ("Choice", written, expected)};
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

Comparison compare_numbers(std::string_view expected, std::string_view written) {
    const Quantity theirs = quantity(expected);
    const Quantity ours = quantity(written);
    const bool same_unit = theirs.unit == 0 || ours.unit == 0 || theirs.unit == ours.unit;
    if (!theirs.value.empty() && theirs.value == ours.value && same_unit) return kFull;
    return {Credit::none, differ("Number", written, expected)};
}

std::vector<std::string> without_articles(std::vector<std::string> list) {
    static constexpr std::string_view kArticles[] = {"a", "an", "the", "el", "la", "un", "una"};
    std::vector<std::string> kept;
    for (std::string& word : list) {
        if (std::find(std::begin(kArticles), std::end(kArticles), word) == std::end(kArticles))
            kept.push_back(std::move(word));
    }
    return kept.empty() ? words("a") : kept;
}

Comparison compare_texts(std::string_view expected, std::string_view written) {
    const std::vector<std::string> theirs = words(expected);
    const std::vector<std::string> ours = words(written);
    const std::vector<std::string> their_core = without_articles(theirs);
    const std::vector<std::string> our_core = without_articles(ours);
    if (!theirs.empty() && (theirs == ours || their_core == our_core)) return kFull;
    const auto found = std::search(our_core.begin(), our_core.end(), their_core.begin(), their_core.end());
    if (!theirs.empty() && found != our_core.end()) {
        // More may be written around what was said, unless it takes it back.
        static constexpr std::string_view kDenials[] = {"not",  "no",      "never", "isn", "wasn",
                                                        "aren", "without", "nunca", "sin"};
        const auto past = found + static_cast<std::ptrdiff_t>(their_core.size());
        const auto denies = [](const std::string& word) {
            return std::find(std::begin(kDenials), std::end(kDenials), word) != std::end(kDenials);
        };
        if (!std::any_of(our_core.begin(), found, denies) && !std::any_of(past, our_core.end(), denies)) return kFull;
    }
    if (words_misspelled(their_core, our_core)) {
        return {Credit::half, "Spelling: " + shown(written) + " written, " + shown(expected) + " said."};
    }
    return {Credit::none, differ("Text", written, expected)};
}

Comparison compare_one(FieldKind kind, std::string_view expected, std::string_view written,
                       const std::vector<std::string>& real_streets) {
    if (folded(expected) == folded(written)) return kFull;
    if (folded(written).empty()) return {Credit::none, "Nothing written, " + shown(expected) + " said."};
    if (folded(expected).empty()) return {Credit::none, shown(written) + " written, nothing said."};
    switch (kind) {
        case FieldKind::address:
            return compare_addresses(expected, written, real_streets);
        case FieldKind::phone:
            return compare_phones(expected, written);
        case FieldKind::name:
            return compare_names(expected, written);
        case FieldKind::date:
            return compare_dates(expected, written);
        case FieldKind::choice:
            return compare_choices(expected, written);
        case FieldKind::number:
            return compare_numbers(expected, written);
        case FieldKind::text:
            break;
    }
    return compare_texts(expected, written);
}

}  // namespace

Comparison compare(FieldKind kind, std::string_view expected, std::string_view written,
                   const std::vector<std::string>& accept, const std::vector<std::string>& real_streets) {
    Comparison best = compare_one(kind, expected, written, real_streets);
    for (const std::string& other : accept) {
        if (best.credit == Credit::full) break;
        Comparison next = compare_one(kind, other, written, real_streets);
        if (next.credit > best.credit) best = std::move(next);
    }
    return best;
}

}  // namespace shift311::text
