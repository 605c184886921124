#include "sim/listen/reading.hpp"

#include "tests/listen/heard.hpp"
#include "tests/support/catch.hpp"

using shift311::listen::Reading;
using shift311::listen::told;
using shift311::listen::WordAccount;
using shift311::tests::core_listener;

namespace {

WordAccount::As how(const Reading& reading, const std::string& word) {
    for (const WordAccount& account : reading.accounts) {
        if (account.said == word) return account.as;
    }
    FAIL("no word " << word);
    return WordAccount::As::unknown;
}

}  // namespace

TEST_CASE("an explanation says which word counted and how", "[listen][reading]") {
    using As = WordAccount::As;
    const auto readings = core_listener().explain("Um where exactly is the wombat? What's your naem?");
    REQUIRE(readings.size() == 2);
    CHECK(readings[0].words == "Um where exactly is the wombat");
    CHECK(readings[0].phrase == "ask_location");
    CHECK(how(readings[0], "um") == As::filler);
    CHECK(how(readings[0], "where") == As::same);
    CHECK(how(readings[0], "wombat") == As::unknown);
    CHECK(readings[1].phrase == "ask_name");
    CHECK(readings[1].accepted);
    CHECK(readings[1].example == "What's your name?");
    CHECK(how(readings[1], "naem") == As::spelling);
    for (const WordAccount& account : readings[1].accounts) {
        CHECK(account.credit >= 0);
        CHECK(account.credit <= 1000);
        CHECK(account.weight > 0);
    }
}

TEST_CASE("an explanation agrees with what is understood", "[listen][reading]") {
    for (const auto& wording : shift311::tests::wordings("dev.tsv")) {
        std::string accepted;
        std::string last;
        for (const Reading& reading : core_listener().explain(wording.words)) {
            if (!reading.accepted || reading.phrase == last) continue;
            if (!accepted.empty()) accepted += ",";
            accepted += reading.phrase;
            last = reading.phrase;
        }
        INFO(wording.words);
        CHECK(accepted == shift311::tests::heard(core_listener(), wording.words));
    }
}

TEST_CASE("an explanation can be read", "[listen][reading]") {
    const auto readings = core_listener().explain("Where is the wombat");
    REQUIRE(readings.size() == 1);
    const std::string text = told(readings[0]);
    INFO(text);
    CHECK(text.find("\"Where is the wombat\": ") == 0);
    CHECK(text.find("ask_location") != std::string::npos);
    CHECK(text.find("The same: where, is") != std::string::npos);
    CHECK(text.find("Unknown: wombat.") != std::string::npos);
    CHECK(told(Reading{"xyzzy", "", false, 0, "", "", 0, {}}) == "\"xyzzy\": not understood.");
}
