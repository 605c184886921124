#include "sim/listen/contractions.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <array>

namespace shift311::listen {

namespace {

struct Opening {
    std::string_view written;  ///< without apostrophe
    std::string_view meant;
};

constexpr std::array<Opening, 93> kOpenings{{
    {"adress", "address"},
    {"aint", "is not"},
    {"anybodys", "anybody is"},
    {"anyones", "anyone is"},
    {"apt", "apartment"},
    {"arent", "are not"},
    {"bc", "because"},
    {"callback", "call back"},
    {"cannot", "can not"},
    {"cant", "can not"},
    {"couldnt", "could not"},
    {"cuz", "because"},
    {"didnt", "did not"},
    {"doesnt", "does not"},
    {"dont", "do not"},
    {"dunno", "do not know"},
    {"emails", "email"},
    {"everyones", "everyone is"},
    {"everythings", "everything is"},
    {"gimme", "give me"},
    {"gonna", "going to"},
    {"gotcha", "got it"},
    {"gotta", "have to"},
    {"hadnt", "had not"},
    {"hasnt", "has not"},
    {"havent", "have not"},
    {"heres", "here is"},
    {"hes", "he is"},
    {"hows", "how is"},
    {"id", "i would"},
    {"im", "i am"},
    {"info", "information"},
    {"isnt", "is not"},
    {"itd", "it would"},
    {"itll", "it will"},
    {"its", "it is"},
    {"ive", "i have"},
    {"lemme", "let me"},
    {"lets", "let us"},
    {"mustve", "must have"},
    {"nd", "and"},
    {"ok", "okay"},
    {"okey", "okay"},
    {"pls", "please"},
    {"plz", "please"},
    {"porfa", "por favor"},
    {"porfavor", "por favor"},
    {"r", "are"},
    {"ref", "reference"},
    {"shes", "she is"},
    {"shouldnt", "should not"},
    {"shouldve", "should have"},
    {"sombody", "somebody"},
    {"someones", "someone is"},
    {"tel", "telephone"},
    {"thankyou", "thank you"},
    {"thanx", "thanks"},
    {"thatll", "that will"},
    {"thats", "that is"},
    {"thered", "there would"},
    {"therell", "there will"},
    {"theres", "there is"},
    {"theyd", "they would"},
    {"theyll", "they will"},
    {"theyre", "they are"},
    {"theyve", "they have"},
    {"thnks", "thanks"},
    {"thx", "thanks"},
    {"tks", "thanks"},
    {"tnx", "thanks"},
    {"u", "you"},
    {"ur", "your"},
    {"wanna", "want to"},
    {"wasnt", "was not"},
    {"werent", "were not"},
    {"weve", "we have"},
    {"whatd", "what did"},
    {"whatre", "what are"},
    {"whats", "what is"},
    {"whens", "when is"},
    {"wheres", "where is"},
    {"whos", "who is"},
    {"whys", "why is"},
    {"wont", "will not"},
    {"wouldnt", "would not"},
    {"wouldve", "would have"},
    {"xq", "por que"},
    {"yall", "you"},
    {"youd", "you would"},
    {"youll", "you will"},
    {"youre", "you are"},
    {"youve", "you have"},
    {"yr", "your"},
}};

constexpr std::array<std::string_view, 24> kTakeIs{
    "what",      "where",   "who",      "how",        "when",     "why",       "that",   "this",
    "it",        "he",      "she",      "there",      "here",     "everyone",  "anyone", "someone",
    "everybody", "anybody", "somebody", "everything", "anything", "something", "nobody", "one"};

void append_words(std::vector<std::string>& out, std::string_view words) {
    for (std::string& word : text::words(words))
        out.push_back(std::move(word));
}

/// The part before the apostrophe of "we'll", and what the part after it stands for.
std::string_view ending_meant(std::string_view before, std::string_view ending) {
    if (ending == "ll") return "will";
    if (ending == "re") return "are";
    if (ending == "ve") return "have";
    if (ending == "d") return "would";
    if (ending == "m") return "am";
    // "the neighbor's yard" owns something; "what's" is "what is".
    if (ending == "s" && std::find(kTakeIs.begin(), kTakeIs.end(), before) != kTakeIs.end()) return "is";
    return {};
}

static_assert(std::is_sorted(kOpenings.begin(), kOpenings.end(),
                             [](const Opening& a, const Opening& b) { return a.written < b.written; }));

}  // namespace

std::vector<std::string> opened(std::string_view word, bool apostrophe) {
    std::string letters;
    for (const char c : word) {
        if (c != '\'') letters += c;
    }
    const std::string plain = text::plain(letters);
    std::vector<std::string> out;
    const auto found =
        std::lower_bound(kOpenings.begin(), kOpenings.end(), plain,
                         [](const Opening& opening, const std::string& w) { return opening.written < w; });
    if (found != kOpenings.end() && found->written == plain) {
        append_words(out, found->meant);
        return out;
    }
    if (apostrophe) {
        const std::size_t mark = word.rfind('\'');
        const std::string before = text::plain(std::string(word.substr(0, mark)));
        const std::string ending = text::plain(std::string(word.substr(mark + 1)));
        const std::string_view meant = ending_meant(before, ending);
        if (!meant.empty() && !before.empty()) {
            append_words(out, before);
            out.emplace_back(meant);
            return out;
        }
        if (ending == "s") {
            append_words(out, before);
            return out;
        }
    }
    append_words(out, letters);
    return out;
}

}  // namespace shift311::listen
