#include "sim/listen/spoken.hpp"

#include "assessment/text/normal.hpp"
#include "sim/listen/classes.hpp"
#include "sim/listen/contractions.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace shift311::listen {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 13> kAbbreviations{"st", "ave", "blvd", "rd",  "dr",   "mr", "mrs",
                                                          "ms", "apt", "sr",   "sra", "srta", "pl"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A mark of more than one byte that is no part of a word: its length, and the pause it makes.
struct Mark {
    std::size_t length = 0;
    Pause pause = Pause::none;
    bool apostrophe = false;
};

Mark wide_mark(std::string_view rest) {
    const auto starts = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
    if (starts("\xE2\x80\x99") || starts("\xE2\x80\x98")) return {3, Pause::none, true};
    if (starts("\xE2\x80\xA6")) return {3, Pause::sentence, false};                          // ellipsis
    if (starts("\xE2\x80\x93") || starts("\xE2\x80\x94")) return {3, Pause::clause, false};  // dashes
    if (starts("\xE2\x80\x9C") || starts("\xE2\x80\x9D")) return {3, Pause::none, false};    // quotation marks
    if (starts("\xC2\xBF") || starts("\xC2\xA1")) return {2, Pause::sentence, false};        // inverted ? and !
    if (starts("\xC2\xA0")) return {2, Pause::none, false};                                  // no-break space
    return {};
}

std::optional<std::string_view> blank_class(std::string_view name) {
    if (name == "reference" || name == "number") return "#long";
    if (name == "due_date") return "#day";
    if (name == "address") return "#address";
    if (name == "target") return "#agency";
    if (name == "trainee" || name == "caller") return "#name";
    return std::nullopt;
}

class Cutter {
  public:
    explicit Cutter(std::string_view text) : text_(text) {}

    std::vector<Spoken> cut() {
        while (at_ < text_.size()) {
            if (read_blank() || read_word()) continue;
            read_mark();
        }
        return std::move(words_);
    }

  private:
    void pause(Pause pause) { pause_ = std::max(pause_, pause); }

    void add(std::string word, std::size_t begin, std::size_t end, bool capital) {
        words_.push_back({std::move(word), words_.empty() ? Pause::sentence : pause_, capital, begin, end});
        pause_ = Pause::none;
    }

    bool read_blank() {
        if (text_[at_] != '{') return false;
        const std::size_t close = text_.find('}', at_);
        if (close == std::string_view::npos) return false;
        if (const auto word = blank_class(text_.substr(at_ + 1, close - at_ - 1))) {
            add(std::string(*word), at_, close + 1, false);
        }
        at_ = close + 1;
        return true;
    }

    /// A run of letters, digits and inner apostrophes.
    bool read_word() {
        const std::size_t begin = at_;
        std::string letters;
        bool apostrophe = false;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_letter_or_digit(c)) {
                letters += c;
                ++at_;
            } else if (c == '\'' || c == '`') {
                if (letters.empty()) break;
                letters += '\'';
                apostrophe = true;
                ++at_;
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                const Mark mark = wide_mark(text_.substr(at_));
                if (mark.apostrophe && !letters.empty()) {
                    letters += '\'';
                    apostrophe = true;
                    at_ += mark.length;
                } else if (mark.length > 0) {
                    break;
                } else {
                    letters += c;
                    ++at_;
                }
            } else if (joins_number(c)) {
                ++at_;  // 215-555-0142, 1,000 and 7:30 are one number
            } else {
                break;
            }
        }
        if (at_ == begin) return false;
        const bool starts = words_.empty() || pause_ == Pause::sentence;
        const bool capital = !starts && letters.front() >= 'A' && letters.front() <= 'Z' && letters != "I" &&
                             letters.rfind("I'", 0) != 0;
        for (std::string& word : opened(letters, apostrophe))
            add(std::move(word), begin, at_, capital);
        return true;
    }

    bool joins_number(char c) const {
        if (c != '-' && c != ',' && c != ':' && c != '.') return false;
        return at_ > 0 && at_ + 1 < text_.size() && is_digit(text_[at_ - 1]) && is_digit(text_[at_ + 1]);
    }

    void read_mark() {
        const char c = text_[at_];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const Mark mark = wide_mark(text_.substr(at_));
            pause(mark.pause);
            at_ += std::max<std::size_t>(mark.length, 1);
            return;
        }
        const bool inside_word = at_ + 1 < text_.size() && is_letter_or_digit(text_[at_ + 1]);
        if (c == '!' || c == '?' || c == ';' || c == '\n') pause(Pause::sentence);
        if (c == ':' || (c == '.' && !inside_word && !after_abbreviation())) pause(Pause::sentence);
        if (c == ',' || c == '(' || c == ')') pause(Pause::clause);
        if (c == '-' && !inside_word) pause(Pause::clause);
        ++at_;
    }

    bool after_abbreviation() const {
        if (words_.empty()) return false;
        const std::string& last = words_.back().word;
        return words_.back().end == at_ && (among(kAbbreviations, last) || last.size() == 1);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Pause pause_ = Pause::none;
    std::vector<Spoken> words_;
};

}  // namespace

std::vector<Spoken> spoken_words(std::string_view text) {
    std::vector<Spoken> words = Cutter(text).cut();
    put_in_classes(words);
    return words;
}

}  // namespace shift311::listen
