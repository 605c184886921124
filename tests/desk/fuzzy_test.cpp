#include "sim/desk/fuzzy.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::desk;

namespace {

int score(const char* query, const char* text) {
    const auto match = fuzzy(query, text);
    return match ? match->score : -1;
}

}  // namespace

TEST_CASE("beginnings of words match in any order", "[desk][fuzzy]") {
    const auto match = fuzzy("ha tr", "Is it a hazard to traffic?");
    REQUIRE(match);
    CHECK(match->letters == std::vector<std::pair<std::size_t, std::size_t>>{{8, 10}, {18, 20}});
    CHECK(fuzzy("traffic hazard", "Is it a hazard to traffic?"));
    CHECK(fuzzy("azard", "Is it a hazard?"));  // the middle of a word is found too, if nothing better is
    CHECK_FALSE(fuzzy("hurt", "Where is it?"));
}

TEST_CASE("what is nearer scores higher", "[desk][fuzzy]") {
    CHECK(score("where", "Where is it?") > score("where", "Tell me where it is"));
    CHECK(score("hurt", "Is anyone hurt?") > score("hur", "Is anyone hurt?"));
    CHECK(score("name", "Name") > score("name", "Names of streets"));
}

TEST_CASE("letters that follow one another match when they are not strewn", "[desk][fuzzy]") {
    CHECK(fuzzy("wiit", "Where is it?"));
    CHECK_FALSE(fuzzy("wtpfy", "Where is the pothole from you?"));
}

TEST_CASE("nothing typed matches everything", "[desk][fuzzy]") {
    REQUIRE(fuzzy("", "anything"));
    CHECK(fuzzy("", "anything")->letters.empty());
    CHECK(fuzzy("  ", "anything"));
    CHECK_FALSE(fuzzy("x", ""));
}
