// What one person alone could manage at a shift's pace.
#include "sim/script/yardstick.hpp"

#include "assessment/measure/queueing.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <string>
#include <vector>

using namespace shift311;
using namespace shift311::script;

namespace {

struct Calls {
    std::vector<Script> scripts;
    ShiftPlan plan;

    /// So many of these minutes each, in a shift of so many minutes.
    Calls(int count, int minutes, Millis patience, int shift) {
        plan.minutes = shift;
        for (int i = 0; i < count; ++i) {
            Script& script = scripts.emplace_back();
            script.minutes = minutes;
            script.caller.patience = patience;
        }
    }
    std::vector<const Script*> all() const {
        std::vector<const Script*> out{nullptr};  // one that could not be found
        for (const Script& script : scripts)
            out.push_back(&script);
        return out;
    }
};

}  // namespace

TEST_CASE("the pace of a shift is that of the callers who wait to be answered", "[yardstick]") {
    Calls calls(5, 4, 120'000, 30);
    calls.scripts[1].channel = Channel::email;  // waits for nobody
    calls.scripts[1].minutes = 60;
    calls.scripts[2].channel = Channel::walk_in;
    calls.scripts[2].minutes = 8;
    calls.scripts[2].caller.patience = 360'000;
    const Pace pace = pace_of(calls.plan, calls.all());
    CHECK(pace.callers == 4);
    CHECK(pace.per_hour == Approx(8));
    CHECK(pace.handle == 5 * 60'000);
    CHECK(pace.patience == 180'000);
    CHECK(pace_of(calls.plan, {}).callers == 0);
}

TEST_CASE("the yardstick is the waiting line of one server at that pace", "[yardstick]") {
    const Calls calls(6, 4, 120'000, 24);  // 15 an hour of 4 minutes: one person's whole time
    const auto share = answered_alone(calls.plan, calls.all());
    REQUIRE(share);
    const auto line =
        measure::answered_within({.arrivals = .25, .handle = 4, .servers = 1, .patience = 2}, 20.0 / 60);  // minutes
    CHECK(*share == Approx(100 * *line));
    CHECK(yardstick(calls.plan, calls.all()) ==
          "Practice yardstick: if callers came at random at this pace, one person alone would answer about 45 % in "
          "20 s.");
    Calls slower(6, 4, 120'000, 24);
    slower.plan.service_level_within = 60'000;
    CHECK(yardstick(slower.plan, slower.all()).find("in 60 s") != std::string::npos);
    CHECK(*answered_alone(slower.plan, slower.all()) > *share);
}

TEST_CASE("too few callers, or too many, are told as what they are", "[yardstick]") {
    const auto said = [](const Calls& calls) { return yardstick(calls.plan, calls.all()); };
    CHECK(said(Calls(static_cast<int>(kFewestCallers) - 1, 4, 120'000, 24)).empty());
    CHECK_FALSE(said(Calls(static_cast<int>(kFewestCallers), 4, 120'000, 24)).empty());
    CHECK(said(Calls(0, 4, 120'000, 24)).empty());
    CHECK(said(Calls(200, 60, 5'000, 10)).find("fewer than 5 % in") != std::string::npos);
    CHECK(said(Calls(4, 1, 120'000, 480)).find("more than 95 % in") != std::string::npos);
    Calls none(6, 4, 120'000, 0);  // no shift lasts no time; the reader refuses it, and this must not fall over it
    CHECK(said(none).empty());
}

TEST_CASE("shifts of few callers have no yardstick, the others a likely one", "[yardstick]") {
    const Library& library = tests::content();
    for (const ShiftPlan& plan : library.shifts) {
        std::size_t waiting = 0;
        for (const Arrival& arrival : plan.contacts)
            waiting += tests::script_named(arrival.script).channel == Channel::email ? 0U : 1U;
        INFO(plan.id << ": " << yardstick(plan, library));
        CHECK(yardstick(plan, library).empty() == (waiting < kFewestCallers));
    }
    const ShiftPlan* morning = find_shift(library, "tuesday-morning");
    REQUIRE(morning);
    // 16.8 an hour of 4 minutes 9 seconds each: more than one person can do, who meets every second at most in time.
    CHECK(yardstick(*morning, library) ==
          "Practice yardstick: if callers came at random at this pace, one person alone would answer about 40 % in "
          "20 s.");
}
