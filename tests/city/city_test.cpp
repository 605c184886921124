#include "sim/city/city.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::city;

TEST_CASE("what a city holds is found by its id", "[city]") {
    const City city = shift311::city::testing::small_city();
    REQUIRE(find_service(city, "street-defect") != nullptr);
    CHECK(find_service(city, "street-defect")->name == "Street Defect");
    CHECK(find_service(city, "Street Defect") == nullptr);
    REQUIRE(find_destination(city, "pgw") != nullptr);
    CHECK(find_destination(city, "pgw")->name == "Gas Works emergency");
    CHECK(find_destination(city, "") == nullptr);
    REQUIRE(find_article(city, "snow") != nullptr);
    CHECK(find_article(city, "none") == nullptr);
}
