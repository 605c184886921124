#include "sim/city/directory_search.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::city;

namespace {
using Words = std::vector<std::string>;
Words ids(const std::vector<const Destination*>& destinations) {
    Words out;
    for (const Destination* destination : destinations)
        out.push_back(destination->id);
    return out;
}
}  // namespace

TEST_CASE("a destination is found by name, keyword and number", "[directory]") {
    const City city = shift311::city::testing::small_city();
    const DirectorySearch search(city);
    CHECK(ids(search.find("911")) == Words{"911"});
    CHECK(ids(search.find("ambulance")) == Words{"911"});
    CHECK(ids(search.find("gas smell")) == Words{"pgw"});
    CHECK(ids(search.find("gas leak")).at(0) == "pgw");
    CHECK(ids(search.find("leak")) == Words{"pgw", "water"});
    CHECK(ids(search.find("water")) == Words{"water"});
    CHECK(ids(search.find("hydrants")) == Words{"water"});
    CHECK(ids(search.find("215-555-0112")) == Words{"pgw"});
    CHECK(ids(search.find("0163")) == Words{"water"});
    CHECK(ids(search.find("permit")) == Words{"permits"});
    CHECK(ids(search.find("department")) == Words{"streets", "water"});
    CHECK(search.find("elephant").empty());
    CHECK(search.find("").empty());
    CHECK(search.find("department", 1).size() == 1);
}

TEST_CASE("a directory search takes any text and always answers the same", "[directory]") {
    const City city = shift311::city::testing::small_city();
    const DirectorySearch search(city);
    shift311::text::testing::Random random(31);
    for (int round = 0; round < shift311::tests::effort(1000); ++round) {
        const std::string query = round % 2 == 0 ? random.bytes(60) : random.address_soup();
        REQUIRE(search.find(query) == search.find(query));
    }
    CHECK(DirectorySearch(City{}).find("911").empty());
}
