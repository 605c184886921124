#include "assessment/text/spelling.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <filesystem>
#include <hunspell/hunspell.hxx>
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

bool is_letter_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
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

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

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
    if (!dictionary_->usable) dictionary_.reset();
}

Speller::~Speller() = default;

bool Speller::available() const {
    return dictionary_ != nullptr;
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
    std::vector<Misspelling> found;
    if (!dictionary_ || !valid_utf8(text)) return found;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter_byte(text[i]) && !is_digit(text[i])) {
            ++i;
            continue;
        }
        // A word runs on over apostrophes inside it; one that holds a digit is a number or a code, not spelling.
        const std::size_t start = i;
        bool has_digit = false;
        std::string word;
        while (i < text.size()) {
            const bool curly = text.substr(i, kCurlyApostrophe.size()) == kCurlyApostrophe;
            const std::size_t width = curly ? kCurlyApostrophe.size() : 1;
            if (curly || text[i] == '\'') {
                if (i + width >= text.size() || !is_letter_byte(text[i + width])) break;
                word += '\'';
            } else if (is_letter_byte(text[i]) || is_digit(text[i])) {
                has_digit = has_digit || is_digit(text[i]);
                word += text[i];
            } else {
                break;
            }
            i += width;
        }
        const std::size_t length = i - start;
        if (length == 0) {  // an apostrophe alone
            i += kCurlyApostrophe.size();
            continue;
        }
        if (has_digit || code_points(word).size() < 2 || plain(word).empty()) continue;
        if (std::binary_search(dictionary_->own.begin(), dictionary_->own.end(), folded(word))) continue;
        if (!dictionary_->knows(word)) found.push_back({std::string(text.substr(start, length)), start});
    }
    return found;
}

}  // namespace shift311::text
