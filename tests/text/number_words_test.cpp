#include "assessment/text/number_words.hpp"

#include "assessment/text/normal.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace shift311::text;

namespace {
std::string digits_of(const char* said) {
    const std::vector<std::string> heard = words(said);
    return number_digits(heard, 0, number_run(heard, 0));
}
}  // namespace

TEST_CASE("spoken numbers become digits", "[numbers]") {
    const std::pair<const char*, const char*> rows[] = {
        {"forty-two oh eight", "4208"},
        {"nineteen oh one", "1901"},
        {"one twenty-three", "123"},
        {"fifteen hundred", "1500"},
        {"fifteen hundred twenty", "1520"},
        {"four hundred and eight", "408"},
        {"four thousand two hundred eight", "4208"},
        {"four thousand twelve", "4012"},
        {"one thousand and one", "1001"},
        {"twenty ten", "2010"},
        {"ten oh five", "1005"},
        {"four two zero eight", "4208"},
        {"seven", "7"},
        {"ninety", "90"},
        {"six five double two", "6522"},
        {"cuatro mil doscientos ocho", "4208"},
        {"mil quinientos", "1500"},
        {"cuarenta y dos cero ocho", "4208"},
        {"ciento veintitres", "123"},
        {"treinta y uno", "31"},
    };
    for (const auto& [said, digits] : rows) {
        INFO(said);
        CHECK(digits_of(said) == digits);
    }
    CHECK(number_run(words("spruce street"), 0) == 0);
    CHECK(number_run(words("forty two spruce"), 0) == 2);
    CHECK(number_run(words("fifteen and market"), 0) == 1);
    CHECK(number_run({}, 0) == 0);
}

TEST_CASE("every house number said is heard as itself", "[numbers]") {
    for (int number = 0; number <= 20'000; ++number) {
        const std::string digits = std::to_string(number);
        const std::string said = number_in_words(digits);
        INFO(said);
        REQUIRE(said.find_first_of("0123456789") == std::string::npos);
        REQUIRE(digits_of(said.c_str()) == digits);
    }
    CHECK(number_in_words("4208") == "forty-two oh eight");
    CHECK(number_in_words("1500") == "fifteen hundred");
    CHECK(number_in_words("123") == "one twenty-three");
    CHECK(number_in_words("400") == "four hundred");
    CHECK(number_in_words("0042") == "0042");
    CHECK(number_in_words("123456") == "123456");
    CHECK(number_in_words("") == "");
}

TEST_CASE("ordinals", "[numbers]") {
    for (int number = 1; number < 20; ++number)
        CHECK(ordinal_value(ordinal_in_words(number)) == number);
    for (int number = 20; number < 100; number += 10)
        CHECK(ordinal_value(ordinal_in_words(number)) == number);
    CHECK(ordinal_in_words(42) == "forty-second");
    CHECK(ordinal_in_words(123) == "123rd");
    CHECK(ordinal_digits(11) == "11th");
    CHECK(ordinal_digits(113) == "113th");
    CHECK(ordinal_digits(22) == "22nd");
    CHECK(ordinal_value("spruce") == 0);
}
