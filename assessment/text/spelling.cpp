#include "assessment/text/spelling.hpp"

#include "assessment/text/normal.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <hunspell/hunspell.hxx>
#include <iterator>
#include <system_error>

namespace shift311::text {

namespace {

/// The dictionary files of a language, without their extension; empty when none is installed.
std::string find_dictionary(const std::string& language) {
    std::vector<std::string> names{language};
    if (language == "es") names.insert(names.end(), {"es_US", "es_MX", "es_PR", "es_ES", "es_ANY"});
    if (language == "en") names.emplace_back("en_US");
    for (const char* folder : {"/usr/share/hunspell/", "/usr/share/myspell/dicts/"}) {
        for (const std::string& name : names) {
            std::error_code unreadable;
            const std::string stem = folder + name;
            if (std::filesystem::is_regular_file(stem + ".aff", unreadable) &&
                std::filesystem::is_regular_file(stem + ".dic", unreadable)) {
                return stem;
            }
        }
    }
    return {};
}

/// FNV-1a, 64 bits: tells one edition from another, no more.
std::string fingerprint(const std::string& stem) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char* extension : {".aff", ".dic"}) {
        std::ifstream file(stem + extension, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        for (const char c : bytes) {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001B3ULL;
        }
    }
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4)
        hex += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
    return hex;
}

/// A character of the text: where it stands and what it is to a speller.
struct Character {
    enum class Kind { other, letter, digit, apostrophe };
    Kind kind = Kind::other;
    std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t i) {
    using Kind = Character::Kind;
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                         static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (length <= 0) return {};
    const auto bytes = static_cast<std::size_t>(length);
    if (point == '\'' || point == 0x2019) return {Kind::apostrophe, bytes};
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
            return {Kind::letter, bytes};
        case UTF8PROC_CATEGORY_ND:
            return {Kind::digit, bytes};
        default:
            return {Kind::other, bytes};
    }
}

/// Latin-1 for the older dictionaries; empty when a character has no place in it.
std::string latin1(std::string_view word) {
    std::string out;
    for (const char32_t point : code_points(word)) {
        if (point > 0xFF) return {};
        out += static_cast<char>(point);
    }
    return out;
}

}  // namespace

struct Speller::Dictionary {
    explicit Dictionary(const std::string& stem) : checker((stem + ".aff").c_str(), (stem + ".dic").c_str()) {
        const std::string& encoding = checker.get_dict_encoding();
        utf8 = encoding == "UTF-8" || encoding == "utf-8";
        usable = utf8 || encoding == "ISO8859-1" || encoding == "ISO-8859-1";
    }
    bool knows(const std::string& word) {
        if (utf8) return checker.spell(word);
        const std::string bytes = latin1(word);
        return bytes.empty() || checker.spell(bytes);
    }

    Hunspell checker;
    bool utf8 = true;
    bool usable = false;
    std::vector<std::string> own;  // folded, ascending
};

Speller::Speller(const std::string& language) {
    const std::string stem = find_dictionary(language);
    if (stem.empty()) return;
    dictionary_ = std::make_unique<Dictionary>(stem);
    if (dictionary_->usable)
        name_ = std::filesystem::path(stem).filename().string() + " " + fingerprint(stem);
    else
        dictionary_.reset();
}

Speller::~Speller() = default;

bool Speller::available() const {
    return dictionary_ != nullptr;
}

const std::string& Speller::name() const {
    return name_;
}

void Speller::know(const std::vector<std::string>& words) {
    if (!dictionary_) return;
    for (const std::string& entry : words) {
        for (std::string& word : text::words(entry))
            dictionary_->own.push_back(std::move(word));
        dictionary_->own.push_back(folded(entry));
    }
    std::sort(dictionary_->own.begin(), dictionary_->own.end());
    dictionary_->own.erase(std::unique(dictionary_->own.begin(), dictionary_->own.end()), dictionary_->own.end());
}

std::vector<Speller::Misspelling> Speller::check(std::string_view text) const {
    using Kind = Character::Kind;
    std::vector<Misspelling> found;
    if (!dictionary_) return found;
    for (std::size_t i = 0; i < text.size();) {
        const Character first = character_at(text, i);
        if (first.kind != Kind::letter && first.kind != Kind::digit) {
            i += first.length;
            continue;
        }
        // A word runs on over apostrophes inside it; one that holds a digit is a number or a code, not spelling.
        const std::size_t start = i;
        std::size_t letters = 0;
        bool has_digit = false;
        std::string word;
        while (i < text.size()) {
            const Character next = character_at(text, i);
            if (next.kind == Kind::apostrophe) {
                const std::size_t after = i + next.length;
                if (after >= text.size() || character_at(text, after).kind != Kind::letter) break;
                word += '\'';
            } else if (next.kind == Kind::letter || next.kind == Kind::digit) {
                has_digit = has_digit || next.kind == Kind::digit;
                ++letters;
                word.append(text.substr(i, next.length));
            } else {
                break;
            }
            i += next.length;
        }
        if (has_digit || letters < 2) continue;
        if (std::binary_search(dictionary_->own.begin(), dictionary_->own.end(), folded(word))) continue;
        if (!dictionary_->knows(word)) found.push_back({std::string(text.substr(start, i - start)), start});
    }
    return found;
}

}  // namespace shift311::text
