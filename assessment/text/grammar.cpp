#include "assessment/text/grammar.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace shift311::text {
namespace {

using namespace std::string_view_literals;

struct Token {
    enum class Kind { word, number, mark, space, line_end };
    Kind kind = Kind::word;
    std::string_view raw;
    std::size_t offset = 0;
};

bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}
bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

/// The UTF-8 marks that are no letters: inverted marks, quotation marks, dashes, the ellipsis, the hard space.
std::size_t wide_mark(std::string_view rest) {
    for (const std::string_view mark :
         {"\xC2\xBF"sv, "\xC2\xA1"sv, "\xC2\xAB"sv, "\xC2\xBB"sv, "\xC2\xB0"sv, "\xC2\xA0"sv, "\xE2\x80\x9C"sv,
          "\xE2\x80\x9D"sv, "\xE2\x80\x98"sv, "\xE2\x80\x93"sv, "\xE2\x80\x94"sv, "\xE2\x80\xA6"sv}) {
        if (rest.starts_with(mark)) return mark.size();
    }
    return 0;
}

/// An apostrophe of either shape that stands inside a word.
std::size_t inner_apostrophe(std::string_view rest) {
    const std::size_t size = rest.starts_with('\'') ? 1 : rest.starts_with("\xE2\x80\x99") ? 3 : 0;
    if (size == 0 || rest.size() <= size) return 0;
    return is_letter(static_cast<unsigned char>(rest[size])) && wide_mark(rest.substr(size)) == 0 ? size : 0;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        std::size_t end = i;
        Token token;
        token.offset = i;
        if (c == '\n' || c == '\r') {
            token.kind = Token::Kind::line_end;
            end = i + 1;
        } else if (c == ' ' || c == '\t') {
            token.kind = Token::Kind::space;
            while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
                ++end;
        } else if (const std::size_t wide = wide_mark(text.substr(i)); wide > 0) {
            token.kind = Token::Kind::mark;
            end = i + wide;
        } else if (is_letter(c) || is_digit(c)) {
            bool digits = false;
            while (end < text.size()) {
                const auto next = static_cast<unsigned char>(text[end]);
                if (const std::size_t apostrophe = inner_apostrophe(text.substr(end)); apostrophe > 0) {
                    end += apostrophe;
                } else if ((is_letter(next) && wide_mark(text.substr(end)) == 0) || is_digit(next)) {
                    digits = digits || is_digit(next);
                    ++end;
                } else {
                    break;
                }
            }
            token.kind = digits ? Token::Kind::number : Token::Kind::word;
        } else {
            token.kind = Token::Kind::mark;
            end = i + 1;
        }
        end = std::max(end, i + 1);
        token.raw = text.substr(i, end - i);
        tokens.push_back(token);
        i = end;
    }
    return tokens;
}

bool small(std::string_view word) {
    if (word[0] >= 'a' && word[0] <= 'z') return true;
    // Small accented letters of Spanish: C3 A0 ... C3 BF.
    return word.size() > 1 && static_cast<unsigned char>(word[0]) == 0xC3 &&
           static_cast<unsigned char>(word[1]) >= 0xA0;
}

bool ends_sentence(std::string_view mark) {
    return mark == "." || mark == "!" || mark == "?";
}

/// After these a point ends no sentence.
bool abbreviation(std::string_view lowered) {
    static constexpr std::array kShort{"st"sv,   "ave"sv,  "blvd"sv,   "rd"sv,  "dr"sv,  "ln"sv,  "ct"sv,  "pl"sv,
                                       "sq"sv,   "pkwy"sv, "hwy"sv,    "mr"sv,  "mrs"sv, "ms"sv,  "jr"sv,  "sr"sv,
                                       "apt"sv,  "no"sv,   "approx"sv, "ft"sv,  "in"sv,  "hr"sv,  "hrs"sv, "min"sv,
                                       "dept"sv, "ext"sv,  "vs"sv,     "etc"sv, "inc"sv, "am"sv,  "pm"sv,  "ud"sv,
                                       "uds"sv,  "sra"sv,  "srta"sv,   "av"sv,  "tel"sv, "jan"sv, "feb"sv, "aug"sv,
                                       "sept"sv, "oct"sv,  "nov"sv,    "dec"sv, "mon"sv, "tue"sv, "wed"sv, "thu"sv};
    return lowered.size() == 1 || std::find(kShort.begin(), kShort.end(), lowered) != kShort.end();
}

class Reader {
  public:
    Reader(std::string_view text, Language language) : text_(text), language_(language), tokens_(tokens_of(text)) {
        std::size_t letters = 0, smalls = 0;
        for (const char c : text) {
            if (c >= 'a' && c <= 'z') ++smalls;
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
        }
        capitals_ = letters > 0 && smalls == 0;
    }

    std::vector<Slip> read() {
        beginnings();
        ending();
        words();
        if (language_ == Language::spanish) inverted_marks();
        std::stable_sort(slips_.begin(), slips_.end(),
                         [](const Slip& a, const Slip& b) { return a.offset < b.offset; });
        return std::move(slips_);
    }

  private:
    void add(Slip::Kind kind, std::string_view found, std::string better, std::size_t offset) {
        slips_.push_back({kind, std::string(found), std::move(better), offset});
    }
    bool joined_to_next(std::size_t i) const {
        return i + 1 < tokens_.size() &&
               (tokens_[i + 1].kind == Token::Kind::word || tokens_[i + 1].kind == Token::Kind::number);
    }
    /// A mark that closes a sentence: not the point of an abbreviation, of a number or of an address in the net.
    bool closes(std::size_t i) const {
        const Token& mark = tokens_[i];
        if (mark.kind != Token::Kind::mark || !ends_sentence(mark.raw) || joined_to_next(i)) return false;
        if (mark.raw != "." || i == 0) return true;
        const Token& before = tokens_[i - 1];
        return before.kind != Token::Kind::word || !abbreviation(folded(before.raw));
    }

    void beginnings() {
        bool begins = true;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) {
                // "www.phila.gov" and "e-mail@example.org" are written as they are.
                const bool in_net = i + 2 < tokens_.size() &&
                                    (tokens_[i + 1].raw == "." || tokens_[i + 1].raw == "@") && joined_to_next(i + 1);
                if (begins && !capitals_ && token.kind == Token::Kind::word && small(token.raw) && !in_net) {
                    add(Slip::Kind::small_beginning, token.raw, {}, token.offset);
                }
                begins = false;
            } else if (closes(i)) {
                begins = true;
            }
        }
    }

    void ending() {
        // The last line that is more than a greeting or a signature must come to a stop.
        std::size_t words = 0, first = 0, best_first = 0;
        std::string_view last_mark, best_mark;
        std::size_t since_stop = 0;  // words after the last stop of the line
        bool any = false, had_stop = false, signed_off = false;
        const auto finish = [&] {
            constexpr std::size_t kSentence = 5, kName = 2;
            if (words >= kSentence || (!any && words > 0)) {
                any = true;
                best_first = first;
                best_mark = last_mark;
                signed_off = had_stop && since_stop <= kName;
            }
            words = since_stop = 0;
            had_stop = false;
            last_mark = {};
        };
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (token.kind == Token::Kind::line_end) {
                finish();
            } else if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) {
                if (words++ == 0) first = token.offset;
                ++since_stop;
                last_mark = {};
            } else if (token.kind == Token::Kind::mark) {
                // Quotation marks and brackets close behind the point.
                const bool closing = token.raw == "\"" || token.raw == ")" || token.raw == "'" ||
                                     token.raw == "\xE2\x80\x9D" || token.raw == "\xC2\xBB";
                if (!closing) last_mark = token.raw;
                if (closes(i)) had_stop = true, since_stop = 0;
            }
        }
        finish();
        const bool stopped = signed_off || ends_sentence(best_mark) || best_mark == ":" || best_mark == "\xE2\x80\xA6";
        if (any && !stopped) {
            const std::size_t end = std::min(text_.find('\n', best_first), text_.size());
            const std::string_view line = text_.substr(best_first, end - best_first);
            const std::size_t kept = std::min<std::size_t>(line.size(), 40);
            std::size_t cut = line.size() - kept;
            while (cut > 0 && cut < line.size() && line[cut - 1] != ' ')
                ++cut;
            add(Slip::Kind::no_end_mark, line.substr(std::min(cut, line.size())), {}, best_first + cut);
        }
    }

    void words() {
        const Token* before = nullptr;
        bool only_space = false;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (token.kind == Token::Kind::space) {
                const bool inside = i > 0 && i + 1 < tokens_.size() && tokens_[i - 1].kind != Token::Kind::line_end &&
                                    tokens_[i + 1].kind != Token::Kind::line_end;
                const bool after_stop = i > 0 && (ends_sentence(tokens_[i - 1].raw) || tokens_[i - 1].raw == ":");
                if (inside && token.raw.size() > 1 && !after_stop) {
                    const std::string_view found =
                        text_.substr(tokens_[i - 1].offset,
                                     tokens_[i + 1].offset + tokens_[i + 1].raw.size() - tokens_[i - 1].offset);
                    add(Slip::Kind::doubled_space, found, {}, token.offset);
                }
                continue;
            }
            if (token.kind != Token::Kind::word) {
                if (token.kind == Token::Kind::number) article(before, token, only_space);
                before = nullptr;
                only_space = false;
                continue;
            }
            const std::string word = folded(token.raw);
            if (before != nullptr && only_space && word.size() > 1 && folded(before->raw) == word &&
                may_not_double(word)) {
                add(Slip::Kind::doubled_word,
                    text_.substr(before->offset, token.offset + token.raw.size() - before->offset), word,
                    before->offset);
            }
            if (language_ == Language::english) {
                article(before, token, only_space);
                english(i, token, word);
            }
            before = &token;
            only_space = true;
        }
    }

    static bool may_not_double(std::string_view word) {
        static constexpr std::array kMay{"had"sv, "that"sv, "no"sv, "s\xC3\xAD"sv, "very"sv, "bye"sv, "muy"sv, "nos"sv};
        return std::find(kMay.begin(), kMay.end(), word) == kMay.end();
    }

    void english(std::size_t i, const Token& token, const std::string& word) {
        if (!capitals_ && token.raw[0] == 'i' &&
            (word == "i" || word == "i'm" || word == "i'll" || word == "i've" || word == "i'd")) {
            // "i.e." is an abbreviation.
            const bool abbreviated = word == "i" && i + 1 < tokens_.size() && tokens_[i + 1].raw == ".";
            if (!abbreviated) add(Slip::Kind::small_i, token.raw, "I" + std::string(token.raw.substr(1)), token.offset);
        }
        if (const std::string_view better = with_apostrophe(word); !better.empty())
            add(Slip::Kind::apostrophe, token.raw, std::string(better), token.offset);
    }

    void article(const Token* before, const Token& token, bool only_space) {
        if (language_ != Language::english || before == nullptr || !only_space) return;
        const std::string given = folded(before->raw);
        if (given != "a" && given != "an") return;
        if (given == "a" && before->raw == "A" && !begins_sentence(*before)) return;  // "Section A ends here"
        const int wants = sounds_open(token);
        if (wants < 0 || (wants == 1) == (given == "an")) return;
        const std::string right = wants == 1 ? "an " : "a ";
        add(Slip::Kind::article, text_.substr(before->offset, token.offset + token.raw.size() - before->offset),
            right + std::string(token.raw), before->offset);
    }
    bool begins_sentence(const Token& token) const {
        for (std::size_t i = token.offset; i-- > 0;) {
            if (text_[i] != ' ') return text_[i] == '.' || text_[i] == '!' || text_[i] == '?' || text_[i] == '\n';
        }
        return true;
    }
    /// 1: "an" belongs before it, 0: "a", -1: that cannot be said from the letters.
    int sounds_open(const Token& token) const {
        const std::string word = folded(token.raw);
        if (token.kind == Token::Kind::number) {
            if (!is_digit(static_cast<unsigned char>(word[0]))) return -1;
            std::size_t digits = 0;
            while (digits < word.size() && is_digit(static_cast<unsigned char>(word[digits])))
                ++digits;
            const std::string_view number = std::string_view(word).substr(0, digits);
            return number[0] == '8' || number == "11" || number == "18" ? 1 : 0;
        }
        const bool letters = token.raw.size() > 1 && token.raw[0] >= 'A' && token.raw[0] <= 'Z' &&
                             token.raw[1] >= 'A' && token.raw[1] <= 'Z';
        if (word.size() < 2 || letters) return -1;
        const auto begins = [&word](std::string_view with) { return std::string_view(word).starts_with(with); };
        for (const std::string_view silent : {"hour"sv, "honest"sv, "honor"sv, "heir"sv})
            if (begins(silent)) return 1;
        for (const std::string_view you :
             {"uni"sv, "use"sv, "usu"sv, "usa"sv, "uti"sv, "euro"sv, "one"sv, "once"sv, "ewe"sv, "ubi"sv, "uk"sv})
            if (begins(you)) return begins("unin") || begins("unim") || begins("unid") ? 1 : 0;
        if (static_cast<unsigned char>(word[0]) >= 0x80) return -1;
        return std::string_view("aeiou").find(word[0]) != std::string_view::npos ? 1 : 0;
    }

    void inverted_marks() {
        for (const auto& [close, open] : {std::pair("?"sv, "\xC2\xBF"sv), std::pair("!"sv, "\xC2\xA1"sv)}) {
            bool opened = false;
            std::size_t start = 0;
            bool fresh = true;
            for (std::size_t i = 0; i < tokens_.size(); ++i) {
                const Token& token = tokens_[i];
                if (token.raw == open) opened = true;
                if (fresh && token.kind != Token::Kind::space && token.kind != Token::Kind::line_end) {
                    start = token.offset;
                    fresh = false;
                }
                if (!closes(i)) continue;
                if (token.raw == close) {
                    if (!opened)
                        add(Slip::Kind::inverted_mark, text_.substr(start, token.offset + 1 - start), std::string(open),
                            start);
                    opened = false;
                }
                fresh = true;
            }
        }
    }

    std::string_view text_;
    Language language_;
    std::vector<Token> tokens_;
    bool capitals_ = false;
    std::vector<Slip> slips_;
};

}  // namespace

std::string_view with_apostrophe(std::string_view word) {
    using Pair = std::pair<std::string_view, std::string_view>;
    // Only what is no word without its apostrophe: "were", "its", "well", "ill" may be meant.
    static constexpr std::array kPairs{
        Pair{"arent", "aren't"},   Pair{"cant", "can't"},     Pair{"couldnt", "couldn't"},
        Pair{"didnt", "didn't"},   Pair{"doesnt", "doesn't"}, Pair{"dont", "don't"},
        Pair{"hadnt", "hadn't"},   Pair{"hasnt", "hasn't"},   Pair{"havent", "haven't"},
        Pair{"hes", "he's"},       Pair{"im", "I'm"},         Pair{"isnt", "isn't"},
        Pair{"ive", "I've"},       Pair{"shes", "she's"},     Pair{"shouldnt", "shouldn't"},
        Pair{"thats", "that's"},   Pair{"theres", "there's"}, Pair{"theyll", "they'll"},
        Pair{"theyre", "they're"}, Pair{"theyve", "they've"}, Pair{"wasnt", "wasn't"},
        Pair{"werent", "weren't"}, Pair{"weve", "we've"},     Pair{"whats", "what's"},
        Pair{"wheres", "where's"}, Pair{"wont", "won't"},     Pair{"wouldnt", "wouldn't"},
        Pair{"youll", "you'll"},   Pair{"youre", "you're"},   Pair{"youve", "you've"}};
    const auto found =
        std::find_if(kPairs.begin(), kPairs.end(), [word](const Pair& pair) { return pair.first == word; });
    return found == kPairs.end() ? std::string_view{} : found->second;
}

std::vector<Slip> slips(std::string_view text, Language language) {
    return Reader(text, language).read();
}

std::string sentence(const Slip& slip) {
    const std::string quoted = "\"" + slip.found + "\"";
    switch (slip.kind) {
        case Slip::Kind::small_beginning:
            return "A sentence begins with a small letter: " + quoted + ".";
        case Slip::Kind::no_end_mark:
            return "The text stops without a period: " + quoted + ".";
        case Slip::Kind::doubled_word:
            return "A word is written twice: " + quoted + ".";
        case Slip::Kind::doubled_space:
            return "There is a space too many in " + quoted + ".";
        case Slip::Kind::inverted_mark:
            return "The sentence " + quoted + " must be opened with " + slip.better + ".";
        case Slip::Kind::small_i:
        case Slip::Kind::article:
        case Slip::Kind::apostrophe:
            break;
    }
    return "Write \"" + slip.better + "\", not " + quoted + ".";
}

}  // namespace shift311::text
