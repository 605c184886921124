#include "assessment/text/normal.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <string>

using namespace shift311::text;
using shift311::text::testing::Random;

TEST_CASE("UTF-8 is told from what is none", "[normal]") {
    CHECK(valid_utf8(""));
    CHECK(
        valid_utf8("Pe\xC3\xB1"
                   "a \xE2\x82\xAC \xF0\x9F\x9A\xA7"));
    CHECK_FALSE(valid_utf8("\xFF"));
    CHECK_FALSE(valid_utf8("\xC3"));              // cut short
    CHECK_FALSE(valid_utf8("\xC0\xAF"));          // overlong
    CHECK_FALSE(valid_utf8("\xE0\x80\xAF"));      // overlong
    CHECK_FALSE(valid_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(valid_utf8("\xF4\x90\x80\x80"));  // beyond Unicode
    CHECK(code_points("a\xFF"
                      "b") == U"a\uFFFDb");
}

TEST_CASE("code points and UTF-8 are inverse", "[normal]") {
    Random random(3);
    for (int round = 0; round < shift311::tests::effort(500); ++round) {
        std::u32string points;
        for (std::size_t n = random.below(20); n > 0; --n) {
            const auto point = static_cast<char32_t>(random.below(0x110000));
            if (point < 0xD800 || point > 0xDFFF) points += point;
        }
        REQUIRE(valid_utf8(utf8(points)));
        REQUIRE(code_points(utf8(points)) == points);
    }
}

TEST_CASE("folding makes one spelling of case, composition and white space", "[normal]") {
    CHECK(folded("  SPRUCE \t St.\n") == "spruce st.");
    CHECK(folded("PE\xC3\x91"
                 "A") ==
          "pe\xC3\xB1"
          "a");
    CHECK(folded("n\xCC\x83") == "\xC3\xB1");          // combining tilde
    CHECK(folded("a\xC2\xA0\xE2\x80\x83z") == "a z");  // no-break and em space
    CHECK(folded("stra\xC3\x9F"
                 "e") == "strasse");
    CHECK(folded("") == "");
}

TEST_CASE("plain keeps letters and digits only", "[normal]") {
    CHECK(plain("O'Neil, Jos\xC3\xA9 (Apt. #2F)!") == "o neil jose apt 2f");
    CHECK(plain("\xC2\xBF"
                "D\xC3\xB3nde est\xC3\xA1?") == "donde esta");
    CHECK(plain("--- ") == "");
    CHECK(words("Thank you for calling 3-1-1.") ==
          std::vector<std::string>{"thank", "you", "for", "calling", "3", "1", "1"});
    CHECK(words("  ").empty());
}

TEST_CASE("normalising twice changes nothing and takes any bytes", "[normal]") {
    Random random(9);
    for (int round = 0; round < shift311::tests::effort(2000); ++round) {
        const std::string text = random.bytes(40);
        const std::string once = folded(text);
        REQUIRE(valid_utf8(once));
        REQUIRE(folded(once) == once);
        const std::string bare = plain(text);
        REQUIRE(valid_utf8(bare));
        REQUIRE(plain(bare) == bare);
        std::string joined;
        for (const std::string& word : words(text))
            joined += (joined.empty() ? "" : " ") + word;
        REQUIRE(joined == bare);
    }
}

TEST_CASE("telephone numbers are their digits", "[normal]") {
    CHECK(phone_digits("+1 (215) 555-0142") == "2155550142");
    CHECK(phone_digits("215.555.0142") == "2155550142");
    CHECK(phone_digits("1-215-555-0142") == "2155550142");
    CHECK(phone_digits("1555") == "1555");
    CHECK(phone_digits("none") == "");
}

TEST_CASE("a number is heard in any grouping, never in part of another", "[normal]") {
    for (const char* text : {"your reference is 17346520", "1734 65 20", "it's 1734-6520, thank you", "1 7 3 4 6 5 2 0",
                             "one seven three four six five two oh", "seventeen thirty-four sixty-five twenty",
                             "one seven three four, then sixty-five twenty", "SR17346520",
                             "uno siete tres cuatro seis cinco dos cero", "17 34 and 65 20", "215-555-0142 17346520"}) {
        INFO(text);
        CHECK(mentions_number(text, "17346520"));
    }
    for (const char* text : {"117346520", "173465201", "1734 652", "1734 please 6520", "17346521", "", "no number"}) {
        INFO(text);
        CHECK_FALSE(mentions_number(text, "17346520"));
    }
    CHECK(mentions_number("call +12155550142", "2155550142"));
    CHECK(mentions_number("two one five, five five five, oh one four two", "2155550142"));
    CHECK(mentions_number("two one five triple five oh one four two", "2155550142"));
    CHECK(mentions_number("dial 9-1-1 now", "911"));
    CHECK(mentions_number("nine one one", "911"));
    CHECK(mentions_number("nine eleven", "911"));
    CHECK_FALSE(mentions_number("anything", ""));
}

TEST_CASE("a day is recognized in its usual forms", "[normal]") {
    for (const char* text :
         {"January 28", "by Jan 28th.", "1/28", "01/28/2027", "1/28/27", "28 Jan", "the 28th of January", "2027-01-28",
          "28 de enero", "el veintiocho de enero de 2027", "January the twenty-eighth", "Jan. 28, 2027",
          "january twenty eight", "Thursday, January 28", "Thursday the 28th", "jueves 28", "1-28-2027"}) {
        INFO(text);
        CHECK(mentions_date(text, 2027, 1, 28));
    }
    for (const char* text : {"January 27", "1/29", "January 28, 2026", "28", "Wednesday the 28th", "January 2028",
                             "215-555-0128", "February 28", "11/28", "1/281", "2026-01-28", ""}) {
        INFO(text);
        CHECK_FALSE(mentions_date(text, 2027, 1, 28));
    }
    CHECK(mentions_date("primero de mayo", 2027, 5, 1));
    CHECK(mentions_date("treinta y uno de mayo", 2027, 5, 31));
    CHECK(mentions_date("between 1/5 and 1/8", 2027, 1, 8));
}

TEST_CASE("numbers and days take any bytes", "[normal]") {
    Random random(21);
    for (int round = 0; round < shift311::tests::effort(3000); ++round) {
        const std::string text = round % 2 == 0 ? random.bytes(60) : random.address_soup();
        mentions_number(text, "17346520");
        mentions_date(text, 2027, 1, 28);
        phone_digits(text);
    }
    SUCCEED();
}
