#include "assessment/text/normal.hpp"

#include "assessment/text/date_words.hpp"
#include "assessment/text/number_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace shift311::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Length of the UTF-8 sequence that starts the text, its code point in `point`; 0 when the first byte starts none.
std::size_t decode(std::string_view text, char32_t& point) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : (lead & 0xF0) == 0xE0        ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || text.size() < length) return 0;
    point = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return 0;
        point = (point << 6) | (byte(i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return overlong || surrogate || point > 0x10FFFF ? 0 : length;
}

/// utf8proc's mapping of the text; bad bytes become U+FFFD first, so that it cannot fail on content.
std::string mapped(std::string_view text, int options) {
    const std::string clean = valid_utf8(text) ? std::string(text) : utf8(code_points(text));
    utf8proc_uint8_t* out = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                     static_cast<utf8proc_ssize_t>(clean.size()), &out, static_cast<utf8proc_option_t>(options));
    if (length < 0) return clean;
    std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
    std::free(out);
    return result;
}

bool is_word(char32_t point) {
    if (point < 0x80)
        return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default:
            return false;
    }
}

/// Copies what `keep` accepts, as it stands; every run of anything else becomes one space, none at the ends.
template <typename Keep>
std::string collapsed(std::string_view text, Keep keep) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        char32_t point = 0;
        const std::size_t length = std::max<std::size_t>(1, decode(text.substr(i), point));
        if (keep(point)) {
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out.append(text.substr(i, length));
        } else {
            gap = true;
        }
        i += length;
    }
    return out;
}

}  // namespace

bool is_space(char32_t point) {
    if (point <= 0x20) return true;
    if (point < 0x7F) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
           category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

bool valid_utf8(std::string_view text) {
    char32_t point = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = decode(text.substr(i), point);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        char32_t point = 0;
        const std::size_t length = decode(text.substr(i), point);
        points += length == 0 ? kReplacement : point;
        i += std::max<std::size_t>(1, length);
    }
    return points;
}

std::string utf8(std::u32string_view points) {
    std::string out;
    out.reserve(points.size());
    for (char32_t point : points) {
        if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = kReplacement;
        if (point < 0x80) {
            out += static_cast<char>(point);
        } else if (point < 0x800) {
            out += static_cast<char>(0xC0 | (point >> 6));
            out += static_cast<char>(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            out += static_cast<char>(0xE0 | (point >> 12));
            out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (point & 0x3F));
        } else {
            out += static_cast<char>(0xF0 | (point >> 18));
            out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
            out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (point & 0x3F));
        }
    }
    return out;
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) {
        std::string out;
        out.reserve(text.size());
        bool gap = false;
        for (const char c : text) {
            if (c <= ' ' || c == 0x7F) {
                gap = true;
                continue;
            }
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out += lower(c);
        }
        return out;
    }
    return collapsed(mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD),
                     [](char32_t point) { return !is_space(point); });
}

std::string plain(std::string_view text) {
    if (is_ascii(text)) {
        std::string out;
        out.reserve(text.size());
        bool gap = false;
        for (const char c : text) {
            if (!is_word(static_cast<unsigned char>(c))) {
                gap = true;
                continue;
            }
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out += lower(c);
        }
        return out;
    }
    return collapsed(mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK),
                     is_word);
}

std::vector<std::string> words(std::string_view text) {
    const std::string joined = plain(text);
    std::vector<std::string> out;
    for (std::size_t start = 0; start < joined.size();) {
        const std::size_t end = std::min(joined.find(' ', start), joined.size());
        out.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return out;
}

std::string phone_digits(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (is_digit(c)) digits += c;
    }
    if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
    return digits;
}

bool mentions_number(std::string_view text, std::string_view digits) {
    if (digits.empty()) return false;
    // A number may be spoken in several groups, but a group is never cut: "117346520" does not mention "17346520".
    const auto heard = [&](const std::vector<std::string>& groups) {
        for (std::size_t first = 0; first < groups.size(); ++first) {
            std::string joined;
            for (std::size_t last = first; last < groups.size() && joined.size() < digits.size(); ++last) {
                joined += groups[last];
                if (joined == digits) return true;
            }
            const bool country_code = digits.size() == 10 && groups[first].size() == 11 && groups[first][0] == '1';
            if (country_code && std::string_view(groups[first]).substr(1) == digits) return true;
        }
        return false;
    };
    std::vector<std::string> tokens;  // runs of digits and runs of letters
    for (const std::string& word : words(text)) {
        for (std::size_t start = 0; start < word.size();) {
            std::size_t end = start + 1;
            while (end < word.size() && is_digit(word[end]) == is_digit(word[start]))
                ++end;
            tokens.push_back(word.substr(start, end - start));
            start = end;
        }
    }
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < tokens.size();) {
        static constexpr std::string_view kJoiners[] = {"and", "then", "dash", "hyphen", "y", "guion", "luego"};
        if (is_digit(tokens[i][0])) {
            groups.push_back(tokens[i++]);
        } else if (const std::size_t run = number_run(tokens, i); run > 0) {
            for (std::string& group : number_groups(tokens, i, run))
                groups.push_back(std::move(group));
            i += run;
        } else {
            if (std::find(std::begin(kJoiners), std::end(kJoiners), tokens[i]) == std::end(kJoiners)) {
                if (heard(groups)) return true;
                groups.clear();
            }
            ++i;
        }
    }
    return heard(groups);
}

bool mentions_date(std::string_view text, int year, int month, int day) {
    const std::vector<NamedDay> days = named_days(text);
    return std::any_of(days.begin(), days.end(), [&](const NamedDay& named) { return names(named, year, month, day); });
}

}  // namespace shift311::text
