#include "sim/city/street_index.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::city;

namespace {
std::vector<std::string> names(const City& city, const std::vector<std::size_t>& streets) {
    std::vector<std::string> out;
    for (const std::size_t street : streets)
        out.push_back(city.streets[street].name);
    return out;
}
using Words = std::vector<std::string>;
}  // namespace

TEST_CASE("streets are found by the parts of their names", "[streets]") {
    const City city = shift311::city::testing::small_city();
    const StreetIndex index(city);
    CHECK(names(city, index.match(StreetIndex::parts("SOUTH BROAD STREET")).exact) == Words{"S BROAD ST"});
    CHECK(names(city, index.match(StreetIndex::parts("BROAD ST")).fitting) == Words{"N BROAD ST", "S BROAD ST"});
    CHECK(index.match(StreetIndex::parts("BROAD ST")).exact.empty());
    CHECK(names(city, index.match(StreetIndex::parts("Avenue of the Arts")).exact) == Words{"S BROAD ST"});
    CHECK(names(city, index.match(StreetIndex::parts("Mt Vernon St")).exact) == Words{"MOUNT VERNON ST"});
    CHECK(names(city, index.match(StreetIndex::parts("Seven Oaks Rd")).exact) == Words{"SEVEN OAKS RD"});
    CHECK(index.match(StreetIndex::parts("SPRUCE AVE")).fitting.empty());
    CHECK(names(city, index.match(StreetIndex::parts("SPRUCE AVE")).same_name) == Words{"SPRUCE ST"});
    CHECK(index.match({}).same_name.empty());
}

TEST_CASE("streets are found by how their names begin", "[streets]") {
    const City city = shift311::city::testing::small_city();
    const StreetIndex index(city);
    CHECK(names(city, index.beginning("bro")) == Words{"N BROAD ST", "S BROAD ST"});
    CHECK(names(city, index.beginning("south bro")) == Words{"S BROAD ST"});
    CHECK(names(city, index.beginning("s broad str")) == Words{"S BROAD ST"});
    CHECK(names(city, index.beginning("sou")) == Words{"S 42ND ST", "S 66TH ST", "S BROAD ST", "SOUTH ST"});
    CHECK(names(city, index.beginning("spr")) == Words{"SPRING GARDEN ST", "SPRUCE ST"});
    CHECK(names(city, index.beginning("mt v")) == Words{"MOUNT VERNON ST"});
    CHECK(names(city, index.beginning("mount v")) == Words{"MOUNT VERNON ST"});
    CHECK(names(city, index.beginning("avenue of")) == Words{"S BROAD ST"});
    CHECK(index.beginning("").empty());
    CHECK(index.beginning("zzz").empty());
}

TEST_CASE("streets are found by likeness", "[streets]") {
    const City city = shift311::city::testing::small_city();
    const StreetIndex index(city);
    const auto like = index.like("MERION", 1);
    REQUIRE(like.size() == 1);
    CHECK(like[0].first == 1);
    CHECK(city.streets[like[0].second].name == "MARION AVE");
    CHECK(index.like("SPRUSE", 1).size() == 1);
    CHECK(index.like("SPURCE", 1).size() == 1);
    CHECK(index.like("SPRUCE", 0).empty());
    CHECK(index.like("XXXXXX", 2).empty());
}
