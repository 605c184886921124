#include "sim/listen/classes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::listen {

namespace {

constexpr std::size_t kLongNumber = 5;       // digits from which a number is a reference or a telephone number
constexpr std::size_t kStreetNameWords = 3;  // words at most between a house number and "street"

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 18> kStreetWords{"street",    "st",      "avenue", "ave",   "road",    "rd",
                                                        "boulevard", "blvd",    "drive",  "court", "place",   "pl",
                                                        "lane",      "terrace", "plaza",  "pike",  "parkway", "ln"};
constexpr std::array<std::string_view, 36> kNeverStreetName{
    "is",  "it",     "the", "on",   "in",   "of",   "a",  "and", "near",     "at",      "for",  "days",
    "day", "es",     "la",  "el",   "en",   "de",   "to", "or",  "i",        "may",     "can",  "we",
    "you", "please", "by",  "that", "this", "your", "my", "y",   "business", "habiles", "dias", "o"};
constexpr std::array<std::string_view, 51> kNumberWords{
    "two",      "three",   "four",     "five",     "six",     "seven",   "eight",     "nine",     "ten",
    "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",   "thirty",  "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety",   "hundred",
    "thousand", "dos",     "tres",     "cuatro",   "cinco",   "seis",    "siete",     "ocho",     "nueve",
    "diez",     "doce",    "trece",    "catorce",  "quince",  "veinte",  "treinta",   "cuarenta", "cincuenta",
    "sesenta",  "setenta", "ochenta",  "noventa",  "cien",    "ciento"};
constexpr std::array<std::string_view, 14> kDays{"monday",   "tuesday", "wednesday", "thursday", "friday",
                                                 "saturday", "sunday",  "lunes",     "martes",   "miercoles",
                                                 "jueves",   "viernes", "sabado",    "domingo"};
constexpr std::array<std::string_view, 27> kMonths{
    "january",  "february", "april", "june",  "july",   "august",     "september", "october",   "november",
    "december", "jan",      "feb",   "aug",   "sept",   "dec",        "enero",     "febrero",   "marzo",
    "abril",    "mayo",     "junio", "julio", "agosto", "septiembre", "octubre",   "noviembre", "diciembre"};
constexpr std::array<std::string_view, 2> kMonthsThatAreWords{"may", "march"};  // months only beside a number

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_number(std::string_view word) {
    return !word.empty() && is_digit(word.front());
}

std::size_t digits_in(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
}

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
            if (!same ||
                (i > 0 && words[i].before == Pause::none && is_number(words[i - 1].word) && is_number(words[i].word)) ||
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

bool is_month(std::string_view word) {
    return among(kMonths, word) || among(kMonthsThatAreWords, word);
}

/// "December 2, 2026" -> "December 2": the year would make a long number of the day.
void drop_years(std::vector<Spoken>& words) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const std::string_view day = words[i + 1].word, year = words[i + 2].word;
        const bool whole = is_number(day) && digits_in(day) <= 2 && year.size() == 4 && digits_in(year) == 4 &&
                           year.substr(0, 2) == "20" && words[i + 2].before != Pause::sentence;
        if (!whole || !is_month(words[i].word)) continue;
        words[i + 1].end = words[i + 2].end;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    }
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

/// How many words after the house number at `i` the street goes on ("4208 south 42nd street": 3); 0 when there is none.
std::size_t street_length(const std::vector<Spoken>& words, std::size_t i) {
    for (std::size_t k = i + 1; k < words.size() && k <= i + kStreetNameWords + 1; ++k) {
        if (words[k].before == Pause::sentence || among(kNeverStreetName, words[k].word)) return 0;
        // "4208 Spruce Place", but "3 place ..." is no street; "4208 street" is at least the start of one.
        const bool named = k > i + 1 || words[k].word == "street" || words[k].word == "st";
        if (named && among(kStreetWords, words[k].word)) return k - i;
    }
    return 0;
}

/// "4208 spruce street" -> "#address".
void class_addresses(std::vector<Spoken>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].word != "#" && words[i].word != "#long") continue;
        const std::size_t length = street_length(words, i);
        if (length == 0) continue;
        words[i].word = "#address";
        words[i].end = words[i + length].end;
        const auto first = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        words.erase(first, first + static_cast<std::ptrdiff_t>(length));
    }
}

}  // namespace

void put_in_classes(std::vector<Spoken>& words) {
    join_known(words);
    drop_years(words);
    class_numbers(words);
    class_days(words);
    class_addresses(words);
}

}  // namespace shift311::listen
