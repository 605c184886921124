// The rehearsal itself: right scripts pass it, and a script that is wrong in one place does not.
#include "sim/rehearse/rehearsal.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/support/floor.hpp"

#include <algorithm>

using namespace shift311;

namespace {

script::Script& changed(script::Library& library, const std::string& id) {
    return *std::find_if(library.scripts.begin(), library.scripts.end(),
                         [&](const script::Script& s) { return s.id == id; });
}

const scoring::Finding* finding(const scoring::Scorecard& card, const std::string& criterion) {
    for (const scoring::Finding& one : card.findings)
        if (one.criterion == criterion) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("the model agent loses nothing, and every mistake costs exactly what it should", "[rehearse]") {
    const auto& scripts = tests::content().scripts;
    // Sanitizers look at the code, not at the content: one script in eight reaches all of it.
    for (std::size_t i = 0; i < scripts.size(); i += tests::kSanitized ? 8 : 1) {
        const script::Script& script = scripts[i];
        CAPTURE(script.id);
        const auto result = rehearse::rehearse(tests::content(), script, tests::effort(4), tests::understood);
        for (const rehearse::Fault& fault : result.faults)
            FAIL_CHECK(fault.agent << " (seed " << fault.seed << ") " << fault.criterion << ": " << fault.why);
        CHECK(result.model_points == result.possible);
        CHECK(result.mistaken >= 3);
    }
}

TEST_CASE("an emergency that is missed fails the contact whatever the points", "[rehearse][emergency]") {
    for (const std::string id : {"pothole-gas", "roommate-wont-wake"}) {
        CAPTURE(id);
        rehearse::Mistake missed;
        missed.kind = rehearse::Mistake::Kind::misses_emergency;
        const auto played = rehearse::play(tests::content(), tests::script_named(id), 1, missed, tests::understood);
        CHECK_FALSE(played.card.passed);
        REQUIRE_FALSE(played.card.critical.empty());
        CHECK(played.card.critical.front().find("Missed emergency") != std::string::npos);
        const scoring::Finding* clock = finding(played.card, "emergency.clock");
        REQUIRE(clock != nullptr);
        CHECK(clock->points == 0);
    }
}

TEST_CASE("a script that cannot be solved is found out", "[rehearse][faults]") {
    script::Library library = tests::content();
    script::Script& script = changed(library, "pothole-tire");
    SECTION("a step that nobody can say") {
        script.expect.steps.push_back("sing_a_song");
    }
    SECTION("a fact that no question brings out") {
        for (script::Fact& fact : script.facts)
            if (fact.id == "location") fact.told_by.clear();
    }
    SECTION("a phrase that is both wanted and forbidden") {
        script.expect.never.push_back("greet");
    }
    const auto result = rehearse::rehearse(library, script, 1, tests::understood);
    CHECK_FALSE(result.faults.empty());
}
