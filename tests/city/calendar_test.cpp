#include "sim/city/calendar.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::city;

TEST_CASE("day numbers and dates are inverse", "[calendar]") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({1970, 1, 2}) == 1);
    CHECK(day_number({1969, 12, 31}) == -1);
    CHECK(day_number({2000, 3, 1}) == 11'017);
    CHECK(day_number({2027, 1, 28}) == 20'846);
    CHECK(day_number({1, 1, 1}) == -719'162);
    for (std::int64_t day = -719'162; day < 60'000; day += 13) {
        const Date date = date_of(day);
        REQUIRE(valid(date));
        REQUIRE(day_number(date) == day);
    }
    for (std::int64_t day = 10'000; day < 12'000; ++day)
        REQUIRE(day_number(date_of(day)) == day);
    CHECK(date_of(day_number({9999, 12, 31})) == Date{9999, 12, 31});
}

TEST_CASE("weekdays", "[calendar]") {
    CHECK(weekday({1970, 1, 1}) == 4);
    CHECK(weekday({2027, 1, 28}) == 4);
    CHECK(weekday({2024, 2, 29}) == 4);
    CHECK(weekday({2026, 11, 21}) == 6);
    CHECK(weekday({1900, 1, 1}) == 1);
    CHECK(weekday({1, 1, 1}) == 1);
}

TEST_CASE("a date is valid or not", "[calendar]") {
    CHECK(valid({2024, 2, 29}));
    CHECK_FALSE(valid({2027, 2, 29}));
    CHECK_FALSE(valid({2100, 2, 29}));
    CHECK(valid({2000, 2, 29}));
    CHECK_FALSE(valid({2027, 13, 1}));
    CHECK_FALSE(valid({2027, 0, 1}));
    CHECK_FALSE(valid({2027, 4, 31}));
    CHECK_FALSE(valid({0, 1, 1}));
}

TEST_CASE("business days skip weekends and holidays", "[calendar]") {
    const std::vector<Date> holidays = {{2027, 1, 1}, {2027, 1, 18}};
    CHECK(is_business_day({2027, 1, 28}, holidays));
    CHECK_FALSE(is_business_day({2027, 1, 18}, holidays));
    CHECK_FALSE(is_business_day({2027, 1, 30}, holidays));
    CHECK(add_business_days({2027, 1, 28}, 0, holidays) == Date{2027, 1, 28});
    CHECK(add_business_days({2027, 1, 28}, 1, holidays) == Date{2027, 1, 29});
    CHECK(add_business_days({2027, 1, 28}, 2, holidays) == Date{2027, 2, 1});
    CHECK(add_business_days({2027, 1, 15}, 1, holidays) == Date{2027, 1, 19});  // over a weekend and a holiday
    CHECK(add_business_days({2026, 12, 31}, 1, holidays) == Date{2027, 1, 4});  // over the new year
    CHECK(add_business_days({2027, 1, 30}, 0, holidays) == Date{2027, 2, 1});   // a Saturday is none itself
    CHECK(add_business_days({2027, 1, 30}, 1, holidays) == Date{2027, 2, 1});   // and Monday is the first day after it
    CHECK(add_business_days({2027, 1, 4}, 46, holidays) == Date{2027, 3, 10});
    CHECK(add_business_days({2027, 1, 28}, -3, holidays) == Date{2027, 1, 28});
    Date day{2027, 1, 28};
    for (int days = 1; days <= 300; ++days) {
        const Date next = add_business_days({2027, 1, 28}, days, holidays);
        REQUIRE(next > day);
        REQUIRE(is_business_day(next, holidays));
        day = next;
    }
}

TEST_CASE("dates in writing, in speech and in data", "[calendar]") {
    CHECK(written({2027, 1, 28}) == "Thu Jan 28, 2027");
    CHECK(spoken({2027, 1, 28}) == "Thursday, January 28");
    CHECK(iso({2027, 1, 8}) == "2027-01-08");
    Date date{1, 1, 1};
    CHECK(parse_iso("2027-01-28", date));
    CHECK(date == Date{2027, 1, 28});
    for (const char* text : {"", "2027-1-28", "2027-02-30", "2027/01/28", "2027-01-28 ", "x027-01-28", "0000-01-01"}) {
        INFO(text);
        CHECK_FALSE(parse_iso(text, date));
        CHECK(date == Date{2027, 1, 28});
    }
}
