#include "sim/listen/stem.hpp"

#include <algorithm>
#include <array>

namespace shift311::listen {

namespace {

struct Irregular {
    std::string_view word;
    std::string_view stem;
};

constexpr std::array<Irregular, 70> kEnglish{{
    {"am", "be"},         {"are", "be"},        {"been", "be"},        {"began", "begin"},    {"begun", "begin"},
    {"being", "be"},      {"bought", "buy"},    {"broke", "break"},    {"broken", "break"},   {"brought", "bring"},
    {"came", "come"},     {"caught", "catch"},  {"children", "child"}, {"could", "can"},      {"did", "do"},
    {"does", "do"},       {"doing", "do"},      {"done", "done"},      {"fell", "fall"},      {"felt", "feel"},
    {"found", "find"},    {"gave", "give"},     {"given", "give"},     {"gone", "go"},        {"got", "get"},
    {"gotten", "get"},    {"had", "have"},      {"has", "have"},       {"heard", "hear"},     {"held", "hold"},
    {"is", "be"},         {"knew", "know"},     {"known", "know"},     {"left", "left"},      {"made", "make"},
    {"may", "can"},       {"me", "me"},         {"men", "man"},        {"met", "meet"},       {"might", "can"},
    {"noticed", "notic"}, {"people", "person"}, {"persons", "person"}, {"said", "say"},       {"saw", "see"},
    {"saying", "say"},    {"seen", "see"},      {"sent", "send"},      {"shall", "should"},   {"sooner", "soon"},
    {"speech", "speak"},  {"spoke", "speak"},   {"spoken", "speak"},   {"streets", "street"}, {"taken", "take"},
    {"talked", "talk"},   {"talking", "talk"},  {"thanks", "thank"},   {"them", "they"},      {"these", "this"},
    {"thing", "thing"},   {"those", "that"},    {"thought", "think"},  {"told", "tell"},      {"took", "take"},
    {"was", "be"},        {"went", "go"},       {"were", "be"},        {"women", "woman"},    {"written", "writ"},
}};

constexpr std::array<Irregular, 86> kSpanish{{
    {"da", "dar"},        {"damos", "dar"},     {"dan", "dar"},       {"dar", "dar"},         {"de", "de"},
    {"decir", "decir"},   {"deme", "dar"},      {"di", "dar"},        {"dice", "decir"},      {"dicho", "decir"},
    {"dieron", "dar"},    {"diga", "decir"},    {"digame", "decir"},  {"digo", "decir"},      {"dijo", "decir"},
    {"diria", "decir"},   {"doy", "dar"},       {"era", "ser"},       {"eran", "ser"},        {"eres", "ser"},
    {"es", "ser"},        {"eso", "eso"},       {"esos", "eso"},      {"esta", "esta"},       {"estaba", "esta"},
    {"estado", "esta"},   {"estamos", "esta"},  {"estan", "esta"},    {"estar", "esta"},      {"estara", "esta"},
    {"este", "este"},     {"esten", "estar"},   {"estoy", "esta"},    {"fue", "ser"},         {"fueron", "ser"},
    {"ha", "haber"},      {"haber", "haber"},   {"hace", "hacer"},    {"hacen", "hacer"},     {"hacer", "hacer"},
    {"hago", "hacer"},    {"han", "haber"},     {"haremos", "hacer"}, {"haya", "haber"},      {"he", "haber"},
    {"hecho", "hacer"},   {"hemos", "haber"},   {"hizo", "hacer"},    {"ir", "ir"},           {"ira", "ir"},
    {"iran", "ir"},       {"podemos", "poder"}, {"poder", "poder"},   {"podria", "poder"},    {"podrian", "poder"},
    {"pueda", "poder"},   {"puede", "poder"},   {"pueden", "poder"},  {"puedo", "poder"},     {"querer", "querer"},
    {"quiera", "querer"}, {"quiere", "querer"}, {"quiero", "querer"}, {"quisiera", "querer"}, {"sea", "ser"},
    {"ser", "ser"},       {"sera", "ser"},      {"seria", "ser"},     {"son", "ser"},         {"soy", "soy"},
    {"tendre", "tener"},  {"tenemos", "tener"}, {"tener", "tener"},   {"tenga", "tener"},     {"tengo", "tener"},
    {"tiene", "tener"},   {"tienen", "tener"},  {"va", "ir"},         {"vamos", "ir"},        {"van", "ir"},
    {"vaya", "ir"},       {"vayan", "ir"},      {"ve", "ver"},        {"ver", "ver"},         {"vio", "ver"},
    {"voy", "ir"},
}};

constexpr bool before(const Irregular& a, const Irregular& b) {
    return a.word < b.word;
}
static_assert(std::is_sorted(kEnglish.begin(), kEnglish.end(), before));
static_assert(std::is_sorted(kSpanish.begin(), kSpanish.end(), before));

template <std::size_t N>
std::string_view irregular(const std::array<Irregular, N>& list, std::string_view word) {
    const auto found = std::lower_bound(list.begin(), list.end(), Irregular{word, {}}, before);
    return found != list.end() && found->word == word ? found->stem : std::string_view();
}

bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool ends(std::string_view word, std::string_view ending) {
    return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool has_vowel(std::string_view word) {
    return std::any_of(word.begin(), word.end(), vowel);
}

/// "stopp" -> "stop", but "call" and "miss" stay.
void undouble(std::string& word) {
    const std::size_t n = word.size();
    if (n < 4 || word[n - 1] != word[n - 2] || vowel(word[n - 1])) return;
    if (word[n - 1] != 'l' && word[n - 1] != 's' && word[n - 1] != 'z') word.pop_back();
}

std::string english_stem(std::string_view word) {
    std::string out(word);
    if (out.size() > 4 && ends(out, "ies")) {
        out.replace(out.size() - 3, 3, "y");
    } else if (out.size() > 4 && (ends(out, "sses") || ends(out, "shes") || ends(out, "ches") || ends(out, "xes"))) {
        out.resize(out.size() - 2);
    } else if (out.size() > 3 && ends(out, "s") && !ends(out, "ss") && !ends(out, "us") && !ends(out, "is")) {
        out.pop_back();
    }
    if (out.size() > 5 && ends(out, "ing") && has_vowel(std::string_view(out).substr(0, out.size() - 3))) {
        out.resize(out.size() - 3);
        undouble(out);
    } else if (out.size() > 4 && ends(out, "ied")) {
        out.replace(out.size() - 3, 3, "y");
    } else if (out.size() > 4 && ends(out, "ed") && !ends(out, "eed") &&
               has_vowel(std::string_view(out).substr(0, out.size() - 2))) {
        out.resize(out.size() - 2);
        undouble(out);
    } else if (out.size() > 5 && ends(out, "ly")) {
        out.resize(out.size() - 2);
    }
    if (out.size() > 4 && ends(out, "est")) out.resize(out.size() - 3);
    if (out.size() > 3 && out.back() == 'e') out.pop_back();
    if (out.size() > 3 && out.back() == 'y') out.back() = 'i';
    return out;
}

/// Pronouns hung on a verb: "decirme", "transferirlo", "tranquilicese".
void drop_pronouns(std::string& word) {
    constexpr std::array<std::string_view, 9> kPronouns{"nos", "los", "las", "les", "lo", "la", "le", "me", "se"};
    for (int round = 0; round < 2; ++round) {
        for (const std::string_view pronoun : kPronouns) {
            if (word.size() < pronoun.size() + 4 || !ends(word, pronoun)) continue;
            const std::string_view rest = std::string_view(word).substr(0, word.size() - pronoun.size());
            const bool asked = word.size() >= 7 && (rest.back() == 'e' || rest.back() == 'a');  // "espereme"
            if (asked || ends(rest, "ar") || ends(rest, "er") || ends(rest, "ir") || ends(rest, "ando") ||
                ends(rest, "endo")) {
                word.resize(rest.size());
                break;
            }
        }
    }
}

std::string spanish_stem(std::string_view word) {
    constexpr std::array<std::string_view, 34> kEndings{
        "aremos", "eremos", "iremos", "ariamos", "iendo", "ieron", "aron", "ando", "endo", "aria", "eria", "iria",
        "amos",   "emos",   "imos",   "aban",    "aba",   "ados",  "adas", "idos", "idas", "ado",  "ada",  "ido",
        "ida",    "ara",    "era",    "ira",     "io",    "ar",    "er",   "ir",   "an",   "en"};
    std::string out(word);
    drop_pronouns(out);
    if (out.size() > 5 && (ends(out, "mente"))) out.resize(out.size() - 5);
    if (out.size() > 4 && ends(out, "es")) {
        out.resize(out.size() - 2);
    } else if (out.size() > 3 && ends(out, "s")) {
        out.pop_back();
    }
    for (const std::string_view ending : kEndings) {
        if (out.size() >= ending.size() + 3 && ends(out, ending)) {
            out.resize(out.size() - ending.size());
            return out;
        }
    }
    if (out.size() > 3 && (out.back() == 'a' || out.back() == 'e' || out.back() == 'o' || out.back() == 'i'))
        out.pop_back();
    return out;
}

}  // namespace

std::string stem(std::string_view word, Language language) {
    if (word.empty() || word.front() == '#') return std::string(word);
    const std::string_view known =
        language == Language::english ? irregular(kEnglish, word) : irregular(kSpanish, word);
    if (!known.empty()) return std::string(known);
    return language == Language::english ? english_stem(word) : spanish_stem(word);
}

}  // namespace shift311::listen
