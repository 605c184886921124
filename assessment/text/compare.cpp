#include "assessment/text/compare.hpp"

#include "assessment/text/compare_rules.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/street_tokens.hpp"

#include <algorithm>

namespace shift311::text {

namespace {

const Comparison kFull{Credit::full, {}};

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

std::string differ(std::string_view what, std::string_view written, std::string_view expected) {
    return std::string(what) + ": " + shown(written) + " written, " + shown(expected) + " said.";
}

std::string shown(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    if (text.empty()) return "none";
    const std::u32string points = code_points(text);
    return points.size() <= kLongest ? std::string(text) : utf8(points.substr(0, kLongest)) + "...";
}

bool misspelled(std::string_view expected, std::string_view written) {
    const auto has_digit = [](std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); };
    if (has_digit(expected) || has_digit(written)) return false;
    const std::size_t length = code_points(expected).size();
    const std::size_t allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0;
    return allowed > 0 && osa(expected, written) <= allowed;
}

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
