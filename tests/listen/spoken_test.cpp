#include "sim/listen/spoken.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

using shift311::listen::Pause;
using shift311::listen::Spoken;
using shift311::listen::spoken_words;

namespace {

std::string words_of(std::string_view text) {
    std::string out;
    for (const Spoken& word : spoken_words(text)) {
        if (!out.empty()) out += word.before == Pause::sentence ? " | " : word.before == Pause::clause ? " , " : " ";
        out += word.word;
    }
    return out;
}

}  // namespace

TEST_CASE("contractions and keyboard spellings are opened", "[listen][spoken]") {
    CHECK(words_of("What's the address?") == "what is the address");
    CHECK(words_of("whats ur adress") == "what is your address");
    CHECK(words_of("I can\xE2\x80\x99t, we'll see") == "i can not , we will see");
    CHECK(words_of("the neighbor's yard") == "the neighbor yard");
    CHECK(words_of("Who's there") == "who is there");
    CHECK(words_of("lemme check, im gonna transfer u") == "let me check , i am going to transfer you");
}

TEST_CASE("pauses are noted, and points inside words and after abbreviations are none", "[listen][spoken]") {
    CHECK(words_of("Okay. Where is it? Near Broad St. and Snyder") == "okay | where is it | near broad st and snyder");
    CHECK(words_of("\xC2\xBF"
                   "Algo m\xC3\xA1s? Gracias, adi\xC3\xB3s") == "algo mas | gracias , adios");
    CHECK(words_of("at 7 p.m. tonight") == "at # p m tonight");
}

TEST_CASE("numbers, days and addresses become their kind", "[listen][spoken]") {
    CHECK(words_of("Your number is 17346520") == "your number is #long");
    CHECK(words_of("it is 1 7 3 4 6 5 2 0") == "it is #long");
    CHECK(words_of("call 215-555-0142") == "call #long");
    CHECK(words_of("within 46 business days") == "within # business days");
    CHECK(words_of("by Thursday, January 28th") == "by #day");
    CHECK(words_of("by Wednesday, December 2, 2026.") == "by #day");
    CHECK(words_of("by May 12 2026") == "by #day");
    CHECK(words_of("call 215, 555, 0131 by Dec 2") == "call #long by #day");  // no year
    CHECK(words_of("el 28 de enero") == "el # de #day");
    CHECK(words_of("4208 Spruce Street near Broad") == "#address near broad");
    CHECK(words_of("12 North 3rd Street") == "#address");
    CHECK(words_of("forty-two oh eight spruce street") == "#address");
    CHECK(words_of("may I place you on hold") == "may i place you on hold");
    CHECK(words_of("number 173465 may I place you on hold") == "number #long may i place you on hold");
    CHECK(words_of("once it is filed") == "once it is filed");
}

TEST_CASE("the three service numbers stay what they are", "[listen][spoken]") {
    CHECK(words_of("thank you for calling 3-1-1") == "thank you for calling 311");
    CHECK(words_of("three one one, nine one one") == "311 , 911");
    CHECK(words_of("I'll get 9 1 1") == "i will get 911");
    CHECK(words_of("988") == "988");
    CHECK(words_of("3 1 1 4 2 5") == "#long");
    CHECK(words_of("e-mail") == "email");
}

TEST_CASE("blanks of our own wordings become classes", "[listen][spoken]") {
    CHECK(words_of("Your reference number is {reference}.") == "your reference number is #long");
    CHECK(words_of("this is {trainee}, done by {due_date} at {address} {service}") ==
          "this is #name , done by #day at #address");
    CHECK(words_of("an { open brace") == "an open brace");
}

TEST_CASE("each word knows the bytes that it was read from", "[listen][spoken]") {
    const std::string_view text = "  D\xC3\xB3nde est\xC3\xA1 4208 Spruce Street?";
    const auto words = spoken_words(text);
    REQUIRE(words.size() == 3);
    CHECK(text.substr(words[0].begin, words[0].end - words[0].begin) == "D\xC3\xB3nde");
    CHECK(text.substr(words[2].begin, words[2].end - words[2].begin) == "4208 Spruce Street");
}

TEST_CASE("any bytes will do", "[listen][spoken]") {
    CHECK(words_of("") == "");
    CHECK(words_of("?!.,;:'\"{}()-") == "");
    CHECK(words_of("'''") == "");
    std::uint32_t seed = 311;
    for (int round = 0; round < shift311::tests::effort(2000); ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            seed = seed * 1664525u + 1013904223u;
            text += static_cast<char>(seed >> 24);
        }
        for (const Spoken& word : spoken_words(text)) {
            CHECK(!word.word.empty());
            CHECK(word.begin < word.end);
            CHECK(word.end <= text.size());
        }
    }
}
