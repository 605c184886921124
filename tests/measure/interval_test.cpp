#include "assessment/measure/interval.hpp"

#include "tests/support/catch.hpp"

using namespace shift311;

TEST_CASE("the published exact bounds come out") {
    const measure::Interval four = measure::clopper_pearson(4, 20);
    CHECK(four.low == Approx(0.05733399705).epsilon(1e-9));
    CHECK(four.high == Approx(0.436614002997).epsilon(1e-9));
}
