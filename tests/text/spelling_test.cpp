#include "assessment/text/spelling.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::text;
using shift311::text::testing::Random;

TEST_CASE("a language without a dictionary misspells nothing", "[spelling]") {
    Speller speller("xx_none");
    CHECK_FALSE(speller.available());
    speller.know({"Snyder"});
    CHECK(speller.check("asdf qwer zxcv").empty());
}

TEST_CASE("English spelling", "[spelling]") {
    Speller speller("en_US");
    if (!speller.available()) {
        WARN("no English dictionary on this machine: hunspell-en-us is not installed");
        return;
    }
    const auto found = speller.check("There is a potholle in the street, and I don't recieve mail.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].word == "potholle");
    CHECK(found[0].offset == 11);
    CHECK(found[1].word == "recieve");
    CHECK(speller.check("don\xE2\x80\x99t \xE2\x80\x9Cquote\xE2\x80\x9D \xE2\x80\x94 4208 2F x 311").empty());
    CHECK_FALSE(speller.check("Passyunkk").empty());
    CHECK_FALSE(speller.check("Passyunk").empty());
    speller.know({"E PASSYUNK AVE"});
    CHECK(speller.check("Passyunk passyunk PASSYUNK").empty());
}

TEST_CASE("Spanish spelling", "[spelling]") {
    Speller speller("es");
    if (!speller.available()) {
        WARN("no Spanish dictionary on this machine: hunspell-es is not installed");
        return;
    }
    CHECK(speller
              .check("Gracias por su mensaje. La recolecci\xC3\xB3"
                     "n de llantas est\xC3\xA1 programada.")
              .empty());
    const auto found = speller.check(
        "El camion pasar\xC3\xA1 ma\xC3\xB1"
        "ana por la calle.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].word == "camion");
    speller.know({"E PASSYUNK AVE"});
    CHECK(speller.check("En Passyunk hay un bache.").empty());
}

TEST_CASE("spelling takes any bytes", "[spelling]") {
    const Speller speller("en_US");
    Random random(2);
    for (int round = 0; round < shift311::tests::effort(300); ++round) {
        const std::string text = random.bytes(50);
        for (const auto& misspelling : speller.check(text)) {
            REQUIRE(text.substr(misspelling.offset, misspelling.word.size()) == misspelling.word);
        }
    }
    CHECK(speller.check("'''").empty());
    CHECK(speller.check("\xE2\x80\x99\xE2\x80\x99").empty());
}
