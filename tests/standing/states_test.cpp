#include "assessment/standing/standing.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;

TEST_CASE("every state has a word and a label") {
    CHECK(standing::word(standing::State::ready_for_exam) == "ready_for_exam");
    CHECK(standing::label(standing::State::expired) == "Certification expired");
}
