#include "assessment/text/number_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace shift311::text {

namespace {

enum class Kind { zero, unit, teen, tens, hundreds, hundred, thousand, repeat };

struct NumberWord {
    std::string_view word;
    Kind kind;
    int value;
};

// Ascending by word, for binary search. `teen` is any two-digit number that takes no unit.
constexpr std::array kNumberWords = {
    NumberWord{"catorce", Kind::teen, 14},
    NumberWord{"cero", Kind::zero, 0},
    NumberWord{"cien", Kind::hundreds, 100},
    NumberWord{"ciento", Kind::hundreds, 100},
    NumberWord{"cinco", Kind::unit, 5},
    NumberWord{"cincuenta", Kind::tens, 50},
    NumberWord{"cuarenta", Kind::tens, 40},
    NumberWord{"cuatro", Kind::unit, 4},
    NumberWord{"cuatrocientos", Kind::hundreds, 400},
    NumberWord{"diecinueve", Kind::teen, 19},
    NumberWord{"dieciocho", Kind::teen, 18},
    NumberWord{"dieciseis", Kind::teen, 16},
    NumberWord{"diecisiete", Kind::teen, 17},
    NumberWord{"diez", Kind::teen, 10},
    NumberWord{"doble", Kind::repeat, 2},
    NumberWord{"doce", Kind::teen, 12},
    NumberWord{"dos", Kind::unit, 2},
    NumberWord{"doscientos", Kind::hundreds, 200},
    NumberWord{"double", Kind::repeat, 2},
    NumberWord{"eight", Kind::unit, 8},
    NumberWord{"eighteen", Kind::teen, 18},
    NumberWord{"eighty", Kind::tens, 80},
    NumberWord{"eleven", Kind::teen, 11},
    NumberWord{"fifteen", Kind::teen, 15},
    NumberWord{"fifty", Kind::tens, 50},
    NumberWord{"five", Kind::unit, 5},
    NumberWord{"forty", Kind::tens, 40},
    NumberWord{"four", Kind::unit, 4},
    NumberWord{"fourteen", Kind::teen, 14},
    NumberWord{"fourty", Kind::tens, 40},
    NumberWord{"hundred", Kind::hundred, 100},
    NumberWord{"mil", Kind::thousand, 1000},
    NumberWord{"nine", Kind::unit, 9},
    NumberWord{"nineteen", Kind::teen, 19},
    NumberWord{"ninety", Kind::tens, 90},
    NumberWord{"novecientos", Kind::hundreds, 900},
    NumberWord{"noventa", Kind::tens, 90},
    NumberWord{"nueve", Kind::unit, 9},
    NumberWord{"ochenta", Kind::tens, 80},
    NumberWord{"ocho", Kind::unit, 8},
    NumberWord{"ochocientos", Kind::hundreds, 800},
    NumberWord{"oh", Kind::zero, 0},
    NumberWord{"once", Kind::teen, 11},
    NumberWord{"one", Kind::unit, 1},
    NumberWord{"quince", Kind::teen, 15},
    NumberWord{"quinientos", Kind::hundreds, 500},
    NumberWord{"seis", Kind::unit, 6},
    NumberWord{"seiscientos", Kind::hundreds, 600},
    NumberWord{"sesenta", Kind::tens, 60},
    NumberWord{"setecientos", Kind::hundreds, 700},
    NumberWord{"setenta", Kind::tens, 70},
    NumberWord{"seven", Kind::unit, 7},
    NumberWord{"seventeen", Kind::teen, 17},
    NumberWord{"seventy", Kind::tens, 70},
    NumberWord{"siete", Kind::unit, 7},
    NumberWord{"six", Kind::unit, 6},
    NumberWord{"sixteen", Kind::teen, 16},
    NumberWord{"sixty", Kind::tens, 60},
    NumberWord{"ten", Kind::teen, 10},
    NumberWord{"thirteen", Kind::teen, 13},
    NumberWord{"thirty", Kind::tens, 30},
    NumberWord{"thousand", Kind::thousand, 1000},
    NumberWord{"three", Kind::unit, 3},
    NumberWord{"trece", Kind::teen, 13},
    NumberWord{"treinta", Kind::tens, 30},
    NumberWord{"tres", Kind::unit, 3},
    NumberWord{"trescientos", Kind::hundreds, 300},
    NumberWord{"triple", Kind::repeat, 3},
    NumberWord{"twelve", Kind::teen, 12},
    NumberWord{"twenty", Kind::tens, 20},
    NumberWord{"two", Kind::unit, 2},
    NumberWord{"un", Kind::unit, 1},
    NumberWord{"una", Kind::unit, 1},
    NumberWord{"uno", Kind::unit, 1},
    NumberWord{"veinte", Kind::tens, 20},
    NumberWord{"veinticinco", Kind::teen, 25},
    NumberWord{"veinticuatro", Kind::teen, 24},
    NumberWord{"veintidos", Kind::teen, 22},
    NumberWord{"veintinueve", Kind::teen, 29},
    NumberWord{"veintiocho", Kind::teen, 28},
    NumberWord{"veintiseis", Kind::teen, 26},
    NumberWord{"veintisiete", Kind::teen, 27},
    NumberWord{"veintitres", Kind::teen, 23},
    NumberWord{"veintiun", Kind::teen, 21},
    NumberWord{"veintiuno", Kind::teen, 21},
    NumberWord{"zero", Kind::zero, 0},
};

struct Ordinal {
    std::string_view word;
    int value;
};

constexpr std::array kOrdinals = {
    Ordinal{"eighteenth", 18}, Ordinal{"eighth", 8},       Ordinal{"eightieth", 80}, Ordinal{"eleventh", 11},
    Ordinal{"fifteenth", 15},  Ordinal{"fifth", 5},        Ordinal{"fiftieth", 50},  Ordinal{"first", 1},
    Ordinal{"fortieth", 40},   Ordinal{"fourteenth", 14},  Ordinal{"fourth", 4},     Ordinal{"nineteenth", 19},
    Ordinal{"ninetieth", 90},  Ordinal{"ninth", 9},        Ordinal{"primera", 1},    Ordinal{"primero", 1},
    Ordinal{"second", 2},      Ordinal{"seventeenth", 17}, Ordinal{"seventh", 7},    Ordinal{"seventieth", 70},
    Ordinal{"sixteenth", 16},  Ordinal{"sixth", 6},        Ordinal{"sixtieth", 60},  Ordinal{"tenth", 10},
    Ordinal{"third", 3},       Ordinal{"thirteenth", 13},  Ordinal{"thirtieth", 30}, Ordinal{"twelfth", 12},
    Ordinal{"twentieth", 20},
};

constexpr std::array<std::string_view, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                    "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> kSmallOrdinal = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> kTensOrdinal = {
    "", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};

std::optional<NumberWord> number_word(std::string_view word) {
    const auto* const found =
        std::lower_bound(kNumberWords.begin(), kNumberWords.end(), word,
                         [](const NumberWord& entry, std::string_view key) { return entry.word < key; });
    return found != kNumberWords.end() && found->word == word ? std::optional(*found) : std::nullopt;
}

std::string two_digits_in_words(int value) {
    if (value < 20) return std::string(kSmall[static_cast<std::size_t>(value)]);
    std::string out(kTens[static_cast<std::size_t>(value / 10)]);
    if (value % 10 != 0) out.append("-").append(kSmall[static_cast<std::size_t>(value % 10)]);
    return out;
}

/// The last two digits of a pair: 8 is "oh eight".
std::string pair_in_words(int value) {
    return value < 10 ? "oh " + two_digits_in_words(value) : two_digits_in_words(value);
}

/// Reads number words one by one.
class Reader {
  public:
    Reader(const std::vector<std::string>& words, std::size_t start, std::size_t end)
        : words_(words), at_(start), end_(std::min(end, words.size())) {}

    std::size_t at() const { return at_; }

    /// The next group, empty when the next word says no number.
    std::string group() {
        const auto word = peek(0);
        if (!word) return {};
        if (word->kind == Kind::zero) {
            ++at_;
            return "0";
        }
        if (word->kind == Kind::repeat) {
            const auto digit = peek(1);
            if (!digit || (digit->kind != Kind::unit && digit->kind != Kind::zero)) return {};
            at_ += 2;
            return std::string(static_cast<std::size_t>(word->value), static_cast<char>('0' + digit->value));
        }
        int value = below_thousand();
        if (is(0, Kind::thousand)) {
            ++at_;
            value = std::max(value, 1) * 1000;
            if (const std::size_t skip = and_before_number(); skip > 0 || peek(0)) {
                at_ += skip;
                value += rest(1000);
            }
        }
        return std::to_string(value);
    }

  private:
    std::optional<NumberWord> peek(std::size_t ahead) const {
        return at_ + ahead < end_ ? number_word(words_[at_ + ahead]) : std::nullopt;
    }
    bool is(std::size_t ahead, Kind kind) const {
        const auto word = peek(ahead);
        return word && word->kind == kind;
    }
    /// 1 when the next word is an "and" or "y" with a number word behind it, else 0.
    std::size_t and_before_number() const {
        return at_ + 1 < end_ && (words_[at_] == "and" || words_[at_] == "y") && peek(1) ? 1 : 0;
    }
    /// What follows "hundred" or "thousand": a smaller number, with or without "oh".
    int rest(int limit) {
        std::size_t skip = 0;
        while (is(skip, Kind::zero))
            ++skip;
        if (skip > 0 && !is(skip, Kind::unit)) return 0;
        at_ += skip;
        const auto word = peek(0);
        if (!word || word->kind == Kind::thousand || word->kind == Kind::repeat) return 0;
        if (limit <= 100 && (word->kind == Kind::hundreds || word->kind == Kind::hundred)) return 0;
        return limit <= 100 ? below_hundred() : below_thousand();
    }
    int below_hundred() {
        const auto word = peek(0);
        if (!word || (word->kind != Kind::unit && word->kind != Kind::teen && word->kind != Kind::tens)) return 0;
        ++at_;
        if (word->kind != Kind::tens) return word->value;
        const std::size_t skip = at_ < end_ && words_[at_] == "y" ? 1 : 0;
        if (!is(skip, Kind::unit)) return word->value;
        at_ += skip + 1;
        return word->value + number_word(words_[at_ - 1])->value;
    }
    int below_thousand() {
        int value = 0;
        if (is(0, Kind::hundreds)) {
            value = peek(0)->value;
            ++at_;
        } else {
            value = below_hundred();
            if (!is(0, Kind::hundred)) return value;
            ++at_;
            value = std::max(value, 1) * 100;
        }
        at_ += and_before_number();
        return value + rest(100);
    }

    const std::vector<std::string>& words_;
    std::size_t at_;
    std::size_t end_;
};

}  // namespace

std::size_t number_run(const std::vector<std::string>& words, std::size_t start) {
    Reader reader(words, start, words.size());
    while (!reader.group().empty()) {
    }
    return reader.at() - std::min(start, reader.at());
}

std::vector<std::string> number_groups(const std::vector<std::string>& words, std::size_t start, std::size_t count) {
    Reader reader(words, start, start + count);
    std::vector<std::string> groups;
    for (std::string group = reader.group(); !group.empty(); group = reader.group())
        groups.push_back(std::move(group));
    return groups;
}

std::string number_digits(const std::vector<std::string>& words, std::size_t start, std::size_t count) {
    std::string joined;
    for (const std::string& group : number_groups(words, start, count))
        joined += group;
    return joined;
}

bool says_tens(std::string_view word) {
    const auto found = number_word(word);
    return found && found->kind == Kind::tens;
}

bool says_zero(std::string_view word) {
    const auto found = number_word(word);
    return found && found->kind == Kind::zero;
}

int ordinal_value(std::string_view word) {
    const auto* const found =
        std::lower_bound(kOrdinals.begin(), kOrdinals.end(), word,
                         [](const Ordinal& entry, std::string_view key) { return entry.word < key; });
    return found != kOrdinals.end() && found->word == word ? found->value : 0;
}

std::string number_in_words(std::string_view digits) {
    const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.empty() || !all_digits || digits.size() > 5 || (digits.size() > 1 && digits[0] == '0')) {
        return std::string(digits);
    }
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    if (value < 100) return two_digits_in_words(value);
    if (value % 1000 == 0) return two_digits_in_words(value / 1000) + " thousand";
    if (value % 100 == 0 && value < 10000) return two_digits_in_words(value / 100) + " hundred";
    if (value < 10000) return two_digits_in_words(value / 100) + " " + pair_in_words(value % 100);
    std::string out;
    for (const char c : digits) {
        if (!out.empty()) out += ' ';
        out += c == '0' ? std::string_view("oh") : kSmall[static_cast<std::size_t>(c - '0')];
    }
    return out;
}

std::string ordinal_in_words(int number) {
    if (number <= 0 || number >= 100) return ordinal_digits(number);
    if (number < 20) return std::string(kSmallOrdinal[static_cast<std::size_t>(number)]);
    if (number % 10 == 0) return std::string(kTensOrdinal[static_cast<std::size_t>(number / 10)]);
    return std::string(kTens[static_cast<std::size_t>(number / 10)]) + "-" +
           std::string(kSmallOrdinal[static_cast<std::size_t>(number % 10)]);
}

std::string ordinal_digits(int number) {
    const int last_two = number % 100;
    const bool teen = last_two >= 11 && last_two <= 13;
    const int last = teen ? 0 : number % 10;
    return std::to_string(number) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

}  // namespace shift311::text
