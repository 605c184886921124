#include "assessment/text/date_words.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::text;

TEST_CASE("a named day holds what was said and no more", "[dates]") {
    const auto days = named_days("January 28, 2027");
    REQUIRE(days.size() == 1);
    CHECK(days[0].year == 2027);
    CHECK(days[0].month == 1);
    CHECK(days[0].day == 28);
    CHECK(named_days("28 de enero").at(0).year == 0);
    CHECK(named_days("nothing here").empty());
    CHECK(named_days("215-555-0142").empty());
    CHECK(named_days("13/45").empty());
    CHECK(named_days("99999999999999999999/1").empty());
}

TEST_CASE("a weekday counts only where no month was named", "[dates]") {
    CHECK(names({0, 0, 28, 4}, 2027, 1, 28));        // Thursday the 28th
    CHECK_FALSE(names({0, 0, 28, 3}, 2027, 1, 28));  // Wednesday the 28th
    CHECK(names({0, 0, 29, 4}, 2024, 2, 29));        // a leap day
    CHECK(names({0, 1, 28, -1}, 2027, 1, 28));
    CHECK_FALSE(names({2026, 1, 28, -1}, 2027, 1, 28));
}
