#include "assessment/text/grammar.hpp"

#include "tests/support/catch.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {

std::string found(std::string_view text, Language language = Language::english) {
    std::string all;
    for (const Slip& slip : slips(text, language))
        all += (all.empty() ? "" : " | ") + sentence(slip);
    return all;
}

}  // namespace

TEST_CASE("sound sentences have no slips", "[grammar]") {
    for (const char* text : {
             "The pothole is in front of 4208 Spruce St. by the light. It is about 12 in. wide.",
             "CALLER BLEW A TIRE IN FRONT OF 4208 SPRUCE ST.",
             "Hello Ms. Reyes,\n\nThank you for writing to Philly311. Sanitation has your report.\n\nDana\nPhilly311",
             "She said: \"Please hurry!\" I told her that an hour is usual.",
             "It is a one-way street, a unique case, an 8-foot hole and an honest mistake.",
             "See www.phila.gov or write to desk@example.org. The office opens at 8 a.m. and closes at 5 p.m.",
             "He had had it checked.  Two spaces after a stop are an old habit.",
             "Is it still out? Yes, it is.",
             "The reference number is 18000001: please keep it.",
             "4208 Spruce has no light.",
             "We expect it by November 27. Dana",
         }) {
        INFO(text);
        CHECK(found(text).empty());
    }
    CHECK(found("").empty());
    CHECK(found("\xC2\xBF"
                "D\xC3\xB3nde est\xC3\xA1 el bache? \xC2\xA1Gracias por llamar!",
                Language::spanish)
              .empty());
}

TEST_CASE("each slip is named in one sentence", "[grammar]") {
    struct Row {
        const char* text;
        const char* says;
    };
    const Row rows[] = {
        {"the pothole is deep.", "A sentence begins with a small letter: \"the\"."},
        {"It is deep. it is wide.", "A sentence begins with a small letter: \"it\"."},
        {"It blew the tire of the caller", "The text stops without a period: \"It blew the tire of the caller\"."},
        {"It is in the the street.", "A word is written twice: \"the the\"."},
        {"It is in  the street.", "There is a space too many in \"in  the\"."},
        {"She says i should call.", "Write \"I\", not \"i\"."},
        {"She says i'm late.", "Write \"I'm\", not \"i'm\"."},
        {"It took a hour.", "Write \"an hour\", not \"a hour\"."},
        {"It is an pothole.", "Write \"a pothole\", not \"an pothole\"."},
        {"It is a 8-foot hole.", "Write \"an 8\", not \"a 8\"."},
        {"They dont know.", "Write \"don't\", not \"dont\"."},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(found(row.text) == row.says);
    }
    CHECK(found("D\xC3\xB3nde est\xC3\xA1 el bache?", Language::spanish) ==
          "The sentence \"D\xC3\xB3nde est\xC3\xA1 el bache?\" must be opened with \xC2\xBF.");
    CHECK(found("They dont know.", Language::spanish).empty());
}

TEST_CASE("what may be meant is no slip", "[grammar]") {
    CHECK(with_apostrophe("were").empty());
    CHECK(with_apostrophe("its").empty());
    CHECK(with_apostrophe("well").empty());
    CHECK(with_apostrophe("dont") == "don't");
}

TEST_CASE("grammar takes any bytes, and every slip lies in the text", "[grammar]") {
    Random random(11);
    for (int round = 0; round < 400; ++round) {
        const std::string text = round % 2 == 0 ? random.bytes(60)
                                                : random.from(
                                                      "aI .?!'\n"
                                                      "2,",
                                                      40);
        for (const Language language : {Language::english, Language::spanish}) {
            for (const Slip& slip : slips(text, language)) {
                REQUIRE(slip.offset <= text.size());
                REQUIRE(text.compare(slip.offset, 0, "") == 0);
                REQUIRE_FALSE(sentence(slip).empty());
            }
        }
    }
}
