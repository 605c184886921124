#include "sim/script/blanks.hpp"

#include "sim/script/draw.hpp"
#include "sim/script/random.hpp"
#include "tests/support/catch.hpp"

#include <array>

using namespace shift311::script;

TEST_CASE("blanks are found in the order written, and stray braces noticed") {
    CHECK(blanks_in("It's {where.spoken}, {who}.").names == std::vector<std::string_view>{"where.spoken", "who"});
    CHECK(blanks_in("It's {where.spoken}, {who}.").whole);
    CHECK(blanks_in("nothing").whole);
    for (const char* text : {"{", "}", "a { b", "{}", "{Who}", "{who", "who}", "{{who}}"}) {
        INFO(text);
        CHECK_FALSE(blanks_in(text).whole);
    }
}

TEST_CASE("filling leaves alone what is not drawn") {
    const std::map<std::string, std::string> drawn{{"who", "Ann"}, {"where.spoken", "{who}"}};
    CHECK(fill("{who} at {where.spoken} and {trainee}", drawn) == "Ann at {who} and {trainee}");
    CHECK(fill("", drawn).empty());
    CHECK(fill("open {", drawn) == "open {");
    CHECK(fill("{who}{who}", drawn) == "AnnAnn");
}

TEST_CASE("names are spelled letter by letter, accents kept") {
    CHECK(spelled("Reyes") == "R-E-Y-E-S");
    CHECK(spelled("Núñez") == "N-Ú-Ñ-E-Z");
    CHECK(spelled("") == "");
}

TEST_CASE("numbers are said digit by digit in the caller's language") {
    CHECK(digits_spoken("215-555-0142", "english") == "two one five, five five five, oh one four two");
    CHECK(digits_spoken("17346520", "english") == "one seven three four six five two oh");
    CHECK(digits_spoken("2050", "spanish") == "dos cero cinco cero");
}

TEST_CASE("chance is splitmix64: the same numbers on every compiler") {
    // First outputs for seed 1234567, as published with the algorithm.
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
    Random small(7);
    std::array<int, 5> counts{};
    for (int i = 0; i < 5000; ++i)
        ++counts[static_cast<std::size_t>(small.below(5))];
    for (const int count : counts) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
}
