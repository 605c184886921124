#include "sim/drill/drill.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace shift311;

TEST_CASE("half of a drawn block are emergencies, and nothing comes twice") {
    script::Drills drills;
    for (int i = 0; i < 80; ++i) {
        script::Vignette one;
        one.id = std::to_string(i);
        one.emergency = i % 2 == 0;
        drills.vignettes.push_back(one);
    }
    const auto drawn = drill::draw(drills, 60, false, 7);
    REQUIRE(drawn.size() == 60);
    std::set<std::string> ids;
    int urgent = 0;
    for (const auto* one : drawn) {
        ids.insert(one->id);
        urgent += one->emergency ? 1 : 0;
    }
    CHECK(ids.size() == 60);
    CHECK(urgent == 30);
    CHECK(drawn == drill::draw(drills, 60, false, 7));
    CHECK(drawn != drill::draw(drills, 60, false, 8));
}
