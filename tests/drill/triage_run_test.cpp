#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/triage.hpp"
#include "sim/drill/result.hpp"
#include "tests/drill/drill_content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::drill;
using namespace shift311::tests;

namespace {

const std::vector<std::string> kThree{"v2", "v1", "v4"};

scoring::Scorecard judged(const Run& run) {
    return scoring::assess(run.plan().key, journal::Journal{{}, run.events()}, kContact);
}

const Line& line(const std::vector<Line>& lines, const std::string& label) {
    for (const Line& one : lines)
        if (one.label == label) return one;
    FAIL("no line " << label);
    return lines.front();
}

}  // namespace

TEST_CASE("in practice every answer is followed by its why, and the next vignette waits to be asked for") {
    Run run(shared(triage_plan(drill_drills(), drill_city(), kThree, false)));
    CHECK_FALSE(run.screen(0).begun);
    CHECK(run.submit(Choose{"911"}, 0) == Refusal::not_begun);
    CHECK(run.submit(Next{}, 100) == Refusal::none);
    Screen screen = run.screen(100);
    CHECK(screen.number == 1);
    CHECK(screen.total == 3);
    CHECK(screen.text == "Caller number 2.");
    CHECK(run.submit(Next{}, 200) == Refusal::answer_first);
    CHECK(run.submit(Choose{"nowhere"}, 200) == Refusal::unknown_answer);
    CHECK(run.submit(Choose{"contact_center"}, 200) == Refusal::unknown_answer);
    CHECK(run.submit(Choose{"311"}, 300) == Refusal::none);
    screen = run.screen(300);
    CHECK(screen.answered);
    CHECK_FALSE(screen.right);
    CHECK(screen.meant == "Office of 911");
    CHECK(screen.told == "Why 2.");
    CHECK(run.submit(Choose{"911"}, 400) == Refusal::no_vignette);
    run.submit(Next{}, 500);
    run.submit(Choose{"pgw"}, 600);
    CHECK(run.screen(600).right);
    run.submit(Next{}, 700);
    run.submit(Choose{"911"}, 800);
    CHECK_FALSE(run.state().over);
    run.submit(Next{}, 900);
    CHECK(run.state().over);
    CHECK(run.state().over_why == "finished");
    CHECK(run.submit(Next{}, 1000) == Refusal::over);
    const scoring::TriageResult result = scoring::triage_result(judged(run));
    CHECK(result.finished);
    CHECK(result.misses == 1);
    CHECK(result.missed == std::vector<std::string>{"Caller number 2."});
    CHECK(result.time == 700);
    CHECK(verdict(judged(run), false) == "One emergency was missed.");
    REQUIRE(wrong_ones(judged(run)).size() == 1);
    CHECK(wrong_ones(judged(run)).front().missed);
    CHECK(line(result_lines(judged(run)), "Emergencies missed").value == "1 of 2");
}

TEST_CASE("in an exam nothing is told, and the next vignette follows at once") {
    Run run(shared(triage_plan(drill_drills(), drill_city(), kThree, true, true)));
    CHECK(run.plan().key.script == scoring::kSecondLook);
    run.submit(Next{}, 0);
    for (const char* answer : {"911", "pgw", "911"})
        CHECK(run.submit(Choose{answer}, run.state().at + 1000) == Refusal::none);
    CHECK(run.state().over);
    for (const Event& event : run.events())
        if (const auto* given = std::get_if<journal::VignetteAnswered>(&event.act)) CHECK(given->told.empty());
    CHECK(scoring::triage_result(judged(run)).clean);
    CHECK(scoring::triage_result(judged(run)).block == 2);
}

TEST_CASE("a drill is taken up from its journal exactly where it was") {
    const auto plan = shared(triage_plan(drill_drills(), drill_city(), kThree, false));
    std::vector<Event> kept;
    Run run(plan, [&](std::span<const Event> events) { kept.insert(kept.end(), events.begin(), events.end()); });
    run.submit(Next{}, 0);
    run.submit(Choose{"911"}, 900);
    run.submit(Next{}, 1800);
    CHECK(kept.size() == run.events().size());
    const Plan same = plan_again(drill_drills(), drill_city(), plan->key, false);
    CHECK(scoring::to_json(same.key) == scoring::to_json(plan->key));
    Run again(shared(same));
    again.resume(kept);
    CHECK(again.submit(Pause{"interrupted", 0}, again.state().at) == Refusal::none);
    CHECK(again.screen(1800).text == run.screen(1800).text);
    CHECK(again.screen(1800).number == 2);
    for (const auto& event : again.events())
        CHECK(event.seq == static_cast<Seq>(&event - again.events().data()) + 1);
}

TEST_CASE("what cannot be written has not happened") {
    Run run(shared(triage_plan(drill_drills(), drill_city(), kThree, false)),
            [](std::span<const Event>) { throw std::runtime_error("The disk is full."); });
    CHECK_THROWS_WITH(run.submit(Next{}, 0), "The disk is full.");
    CHECK(run.events().empty());
    CHECK_FALSE(run.screen(0).begun);
}

TEST_CASE("a plan for what is not there says so") {
    const script::Drills none;
    CHECK_THROWS_WITH(practice_plan(none, drill_city(), 60, 1),
                      "The content holds no vignette for practice in this city.");
    CHECK_THROWS_WITH(copy_plan(none, drill_city(), "", 1), "The content holds no text to copy for this city.");
    CHECK_THROWS_WITH(triage_plan(drill_drills(), drill_city(), {"v9"}, false), "There is no vignette \"v9\".");
}

TEST_CASE("telling emergencies from the rest is shown as d', with the correction for everybody") {
    Run run(shared(triage_plan(drill_drills(), drill_city(), kThree, false)));
    run.submit(Next{}, 0);
    for (const char* answer : {"911", "pgw", "911"}) {
        run.submit(Choose{answer}, 0);
        run.submit(Next{}, 0);
    }
    // H = 2.5/3, F = 0.5/2: z(.8333) - z(.25) = 0.967 + 0.674
    CHECK(line(result_lines(judged(run)), "Telling apart (d')").value == "1.64");
}
