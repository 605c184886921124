#include "sim/exam/form.hpp"

#include "tests/support/catch.hpp"

using namespace shift311;

TEST_CASE("an empty library gives no exam, and says so") {
    standing::Program program;
    program.title = "Trainees";
    CHECK_FALSE(exam::draw({}, program, {}, 1).missing.empty());
}
