#include "sim/listen/spoken.hpp"

#include "assessment/text/normal.hpp"
#include "sim/listen/contractions.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace shift311::listen {

namespace {

constexpr std::size_t kLongNumber = 5;       // digits from which a number is a reference or a telephone number
constexpr std::size_t kStreetNameWords = 3;  // words at most between a house number and "street"

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 14> kAbbreviations{"st", "ave", "blvd", "rd", "dr",  "mr",   "mrs",
                                                          "ms", "apt", "no",   "sr", "sra", "srta", "pl"};
constexpr std::array<std::string_view, 18> kStreetWords{"street",    "st",      "avenue", "ave",   "road",    "rd",
                                                        "boulevard", "blvd",    "drive",  "court", "place",   "pl",
                                                        "lane",      "terrace", "plaza",  "pike",  "parkway", "ln"};
constexpr std::array<std::string_view, 20> kNeverStreetName{"is",  "it",   "the", "on",  "in",   "of",  "a",
                                                            "and", "near", "at",  "for", "days", "day", "es",
                                                            "la",  "el",   "en",  "de",  "to",   "or"};
constexpr std::array<std::string_view, 51> kNumberWords{
    "two",      "three",   "four",     "five",     "six",     "seven",   "eight",     "nine",     "ten",
    "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",   "thirty",  "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety",   "hundred",
    "thousand", "dos",     "tres",     "cuatro",   "cinco",   "seis",    "siete",     "ocho",     "nueve",
    "diez",     "doce",    "trece",    "catorce",  "quince",  "veinte",  "treinta",   "cuarenta", "cincuenta",
    "sesenta",  "setenta", "ochenta",  "noventa",  "cien",    "ciento"};
constexpr std::array<std::string_view, 22> kDays{"monday",    "tuesday", "wednesday", "thursday",  "friday", "saturday",
                                                 "sunday",    "lunes",   "martes",    "miercoles", "jueves", "viernes",
                                                 "sabado",    "domingo", "january",   "february",  "april",  "august",
                                                 "september", "october", "november",  "december"};
constexpr std::array<std::string_view, 19> kMonths{
    "june",       "july",    "enero",     "febrero",   "marzo", "abril", "mayo", "junio", "julio", "agosto",
    "septiembre", "octubre", "noviembre", "diciembre", "jan",   "feb",   "aug",  "sept",  "dec"};
constexpr std::array<std::string_view, 2> kMonthsThatAreWords{"may", "march"};  // months only beside a number

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_number(std::string_view word) {
    return !word.empty() && is_digit(word.front());
}

std::size_t digits_in(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
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

/// "3 1 1", "three one one" -> "311"; "e mail" -> "email".
void join_known(std::vector<Spoken>& words) {
    struct Join {
        std::array<std::string_view, 3> parts;
        std::string_view whole;
    };
    static constexpr std::array<Join, 12> kJoins{{{{"3", "1", "1"}, "311"},
                                                  {{"three", "one", "one"}, "311"},
                                                  {{"three", "eleven", ""}, "311"},
                                                  {{"tres", "once", ""}, "311"},
                                                  {{"9", "1", "1"}, "911"},
                                                  {{"nine", "one", "one"}, "911"},
                                                  {{"nine", "eleven", ""}, "911"},
                                                  {{"nueve", "once", ""}, "911"},
                                                  {{"9", "8", "8"}, "988"},
                                                  {{"e", "mail", ""}, "email"},
                                                  {{"e", "mails", ""}, "email"},
                                                  {{"l", "and", "i"}, "inspections"}}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Join& join : kJoins) {
            const std::size_t length = join.parts[2].empty() ? 2 : 3;
            if (i + length > words.size()) continue;
            bool same = true;
            for (std::size_t k = 0; k < length; ++k)
                same = same && words[i + k].word == join.parts[k];
            // A longer run of digits is a number of its own: 3 1 1 4 2.
            if (!same || (i > 0 && is_number(words[i - 1].word)) ||
                (i + length < words.size() && is_number(words[i + length].word) && is_number(join.whole))) {
                continue;
            }
            words[i].word = join.whole;
            words[i].end = words[i + length - 1].end;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        words.begin() + static_cast<std::ptrdiff_t>(i + length));
            break;
        }
    }
}

bool says_number(const std::string& word) {
    if (word == "311" || word == "911" || word == "988") return false;
    return is_number(word) || among(kNumberWords, word);
}

/// Numbers in digits or words, runs of them joined: "#", or "#long" from five digits on.
void class_numbers(std::vector<Spoken>& words) {
    std::vector<Spoken> out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!says_number(words[i].word)) {
            out.push_back(std::move(words[i]));
            continue;
        }
        Spoken number = words[i];
        std::size_t digits = 0;
        std::size_t last = i;
        for (std::size_t k = i; k < words.size(); ++k) {
            const std::string& word = words[k].word;
            const bool said = says_number(word);
            const bool inside =
                k > i && (word == "one" || word == "oh" || word == "zero" || word == "uno" || word == "cero");
            if ((!said && !inside) || (k > i && words[k].before == Pause::sentence)) break;
            digits += is_number(word) ? std::max<std::size_t>(digits_in(word), 1) : 1;
            last = k;
        }
        number.word = digits >= kLongNumber ? "#long" : "#";
        number.end = words[last].end;
        out.push_back(std::move(number));
        i = last;
    }
    words = std::move(out);
}

/// Days and months: "#day", with a number beside it swallowed.
void class_days(std::vector<Spoken>& words) {
    const auto is_plain_number = [&](std::size_t i) { return i < words.size() && words[i].word == "#"; };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool beside = is_plain_number(i + 1) || (i > 0 && is_plain_number(i - 1));
        const std::string& word = words[i].word;
        if (among(kDays, word) || among(kMonths, word) || (beside && among(kMonthsThatAreWords, word))) {
            words[i].word = "#day";
        }
    }
    for (std::size_t i = 0; i + 1 < words.size();) {
        const bool day_first = words[i].word == "#day" && (words[i + 1].word == "#" || words[i + 1].word == "#day");
        const bool number_first = words[i].word == "#" && words[i + 1].word == "#day";
        if ((day_first || number_first) && words[i + 1].before != Pause::sentence) {
            words[i].word = "#day";
            words[i].end = words[i + 1].end;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        } else {
            ++i;
        }
    }
}

/// "4208 spruce street" -> "#address".
void class_addresses(std::vector<Spoken>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].word != "#" && words[i].word != "#long") continue;
        for (std::size_t k = i + 1; k < words.size() && k <= i + kStreetNameWords + 1; ++k) {
            if (words[k].before == Pause::sentence || among(kNeverStreetName, words[k].word)) break;
            const bool numbered =
                k + 1 < words.size() && words[k].word == "#" && among(kStreetWords, words[k + 1].word);
            if (!among(kStreetWords, words[k].word) ||
                (k == i + 1 && !numbered && words[k].word != "street" && words[k].word != "st" &&
                 words[k].word != "ave" && words[k].word != "avenue")) {
                continue;
            }
            words[i].word = "#address";
            words[i].end = words[k].end;
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        words.begin() + static_cast<std::ptrdiff_t>(k) + 1);
            break;
        }
    }
}

}  // namespace

std::vector<Spoken> spoken_words(std::string_view text) {
    std::vector<Spoken> words = Cutter(text).cut();
    join_known(words);
    class_numbers(words);
    class_days(words);
    class_addresses(words);
    return words;
}

}  // namespace shift311::listen
