#include "sim/script/read/values.hpp"

#include "sim/city/calendar.hpp"

#include <algorithm>
#include <array>

namespace shift311::script::read {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Plain texts that other YAML tools read as something else: their meaning must not depend on the reader.
std::string_view why_quotes(std::string_view text) {
    for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
        if (text == word) return "YAML reads this as a yes or no";
    }
    for (const std::string_view word : {".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "-.inf", "+.inf"}) {
        if (text == word) return "YAML reads this as a number";
    }
    if (text.size() > 1 && text[0] == '0' && std::all_of(text.begin(), text.end(), is_digit)) {
        return "YAML drops the leading 0 or reads an octal number";
    }
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o') &&
        std::all_of(text.begin() + 2, text.end(),
                    [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); })) {
        return "YAML reads this as a number";
    }
    return {};
}

}  // namespace

std::string_view kind_name(const Node& node) {
    switch (node.kind) {
        case Node::Kind::nothing:
            return "nothing";
        case Node::Kind::text:
            return "a text";
        case Node::Kind::list:
            return "a list";
        case Node::Kind::map:
            return "keys with values";
    }
    return "nothing";
}

std::string read_text(Report& report, const Node& node) {
    if (node.kind == Node::Kind::nothing) {
        report.unread(node, "a text is missing here");
        return {};
    }
    if (node.kind != Node::Kind::text) {
        report.unread(node, "expected a text here, found " + std::string(kind_name(node)));
        return {};
    }
    if (node.text.find_first_not_of(" \n\t\r") == std::string::npos) {
        report.unread(node, "the text is empty");
        return {};
    }
    if (!node.quoted) {
        if (const std::string_view why = why_quotes(node.text); !why.empty()) {
            report.error(node, std::string(why) + ": put it in quotes", "write \"" + node.text + "\"");
        }
    }
    for (const char c : node.text) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) continue;
        if (c == '\n' || c == '\t') continue;
        report.error(node, "the text holds a control character: delete it");
        break;
    }
    // A block text (`|` or `>`) ends with a line break that nobody means.
    const std::size_t first = node.text.find_first_not_of(" \n\t\r");
    return node.text.substr(first, node.text.find_last_not_of(" \n\t\r") - first + 1);
}

bool few(Report& report, const Node& node, std::size_t most) {
    const std::size_t entries = node.kind == Node::Kind::map ? node.children.size() / 2 : node.children.size();
    if (entries <= most) return true;
    report.unread(
        node, "there are " + std::to_string(entries) + " entries here; a script has at most " + std::to_string(most));
    return false;
}

std::vector<const Node*> items_or_one(const Node& node) {
    if (node.kind == Node::Kind::list) return {node.children.begin(), node.children.end()};
    return {&node};
}

std::vector<std::string> read_texts(Report& report, const Node& node) {
    std::vector<std::string> texts;
    for (const Node* item : items_or_one(node))
        texts.push_back(read_text(report, *item));
    return texts;
}

std::int64_t read_integer(Report& report, const Node& node, std::int64_t low, std::int64_t high) {
    const std::string range = std::to_string(low) + " to " + std::to_string(high);
    if (node.kind != Node::Kind::text) {
        report.unread(node, "expected a whole number from " + range + " here, found " + std::string(kind_name(node)));
        return low;
    }
    const std::string& text = node.text;
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    const bool digits =
        text.size() > first && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(), is_digit);
    if (node.quoted || !digits) {
        report.unread(node, "expected a whole number from " + range + ", found " + named(text),
                      node.quoted && digits && text.size() < 20 ? "write " + text + " without quotes" : "");
        return low;
    }
    if (text.size() > first + 1 && text[first] == '0') {
        report.unread(node, "the number " + named(text) + " begins with 0, which YAML may read as octal",
                      "leave the leading 0 out");
        return low;
    }
    std::int64_t value = 0;
    for (std::size_t i = first; i < text.size(); ++i) {
        value = value * 10 + (text[i] - '0');
        if (value > 1'000'000'000'000) break;
    }
    if (first == 1) value = -value;
    if (value < low || value > high) {
        report.unread(node, "the number " + named(text) + " is out of range: " + range);
        return low;
    }
    return value;
}

bool read_flag(Report& report, const Node& node) {
    if (node.kind == Node::Kind::text && !node.quoted) {
        if (node.text == "true") return true;
        if (node.text == "false") return false;
    }
    std::string suggestion;
    if (node.kind == Node::Kind::text) {
        for (const std::string_view word : {"yes", "Yes", "YES", "on", "On", "True", "TRUE", "true", "y"}) {
            if (node.text == word) suggestion = "write true";
        }
        for (const std::string_view word : {"no", "No", "NO", "off", "Off", "False", "FALSE", "false", "n"}) {
            if (node.text == word) suggestion = "write false";
        }
    }
    const std::string found = node.kind == Node::Kind::text ? named(node.text) : std::string(kind_name(node));
    report.unread(node, "expected `true` or `false`, found " + found, suggestion);
    return false;
}

std::optional<Millis> read_duration(Report& report, const Node& node, Millis low, Millis high) {
    const auto refuse = [&](const std::string& suggestion) {
        const std::string found = node.kind == Node::Kind::text ? named(node.text) : std::string(kind_name(node));
        report.unread(node, "expected a length of time such as `90s`, `2m` or `1m30s`, found " + found, suggestion);
        return std::nullopt;
    };
    if (node.kind != Node::Kind::text) return refuse({});
    struct Unit {
        std::string_view name;
        Millis millis;
    };
    static constexpr std::array<Unit, 4> kUnits{{{"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}}};
    const std::string_view text = node.text;
    std::size_t i = 0;
    std::size_t unit = 0;
    Millis total = 0;
    while (i < text.size()) {
        Millis value = 0;
        std::size_t digits = 0;
        for (; i < text.size() && is_digit(text[i]) && digits < 10; ++i, ++digits)
            value = value * 10 + (text[i] - '0');
        std::size_t letters = i;
        while (letters < text.size() && text[letters] >= 'a' && text[letters] <= 'z')
            ++letters;
        const std::string_view name = text.substr(i, letters - i);
        while (unit < kUnits.size() && kUnits[unit].name != name)
            ++unit;
        if (digits == 0 || unit == kUnits.size()) {
            const bool number = std::all_of(text.begin(), text.end(), is_digit);
            return refuse(number ? "write the unit: `" + node.text.substr(0, 12) + "s` for seconds" : "");
        }
        total += value * kUnits[unit++].millis;
        i = letters;
    }
    if (text.empty()) return refuse({});
    const auto shown = [](Millis millis) {
        if (millis % 60'000 == 0 && millis != 0) return std::to_string(millis / 60'000) + "m";
        if (millis % 1000 == 0) return std::to_string(millis / 1000) + "s";
        return std::to_string(millis) + "ms";
    };
    if (total < low || total > high) {
        report.unread(node, "the time " + named(text) + " is out of range: " + shown(low) + " to " + shown(high));
        return std::nullopt;
    }
    return total;
}

std::size_t read_word(Report& report, const Node& node, const std::vector<std::string_view>& words,
                      std::size_t fallback) {
    if (node.kind == Node::Kind::text) {
        const auto found = std::find(words.begin(), words.end(), node.text);
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    }
    const std::string found = node.kind == Node::Kind::text ? named(node.text) : std::string(kind_name(node));
    report.unread(node, "expected " + one_of_words(words) + ", found " + found,
                  node.kind == Node::Kind::text ? did_you_mean(node.text, words) : "");
    return fallback;
}

std::optional<city::Date> read_date(Report& report, const Node& node) {
    city::Date date;
    if (node.kind == Node::Kind::text && node.text.size() == 10 && city::parse_iso(node.text, date) &&
        city::valid(date) && date.year >= 2000 && date.year <= 2099) {
        return date;
    }
    const std::string found = node.kind == Node::Kind::text ? named(node.text) : std::string(kind_name(node));
    report.unread(node, "expected a day such as `2026-11-24`, found " + found);
    return std::nullopt;
}

bool check_id(Report& report, const Node& node, std::string_view id, bool dashes) {
    if (node.told || node.unread) return false;
    const auto is_joint = [&](char c) { return c == '_' || (dashes && c == '-'); };
    bool good = !id.empty() && id.size() <= 64 && !is_joint(id.front()) && !is_joint(id.back());
    for (const char c : id)
        good = good && (is_digit(c) || (c >= 'a' && c <= 'z') || is_joint(c));
    if (!good) {
        report.unread(node,
                      named(id) + (dashes ? " is no id: use small letters, digits and dashes, as in `pothole-tire`"
                                          : " is no id: use small letters, digits and underscores, as in `ask_name`"));
    }
    return good;
}

void for_each_entry(Report& report, const Node& node, const std::function<void(const Node&, const Node&)>& use) {
    if (node.kind != Node::Kind::map) {
        report.unread(node, "expected keys with values here, found " + std::string(kind_name(node)));
        return;
    }
    for (std::size_t i = 0; i < node.children.size() && !report.full(); i += 2) {
        const Node& key = *node.children[i];
        if (key.told) continue;
        if (key.kind != Node::Kind::text) {
            report.unread(key, "a key must be a word, found " + std::string(kind_name(key)));
            continue;
        }
        use(key, *node.children[i + 1]);
    }
}

void for_each_item(Report& report, const Node& node, const std::function<void(const Node&)>& use) {
    if (node.kind != Node::Kind::list) {
        report.unread(node, "expected a list here, found " + std::string(kind_name(node)));
        return;
    }
    for (const Node* item : node.children)
        use(*item);
}

}  // namespace shift311::script::read
