#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "sim/drill/evenness.hpp"
#include "sim/drill/result.hpp"
#include "tests/drill/drill_content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::drill;
using namespace shift311::tests;

namespace {

Millis typed(Run& run, const std::string& field, const std::string& text, Millis at, Millis apart = 200) {
    std::string value = run.state().values.count(field) != 0 ? run.state().values.at(field) : "";
    for (const char c : text) {
        value += c;
        REQUIRE(run.submit(Edit{field, value, std::string(1, c), 1, 0, false}, at) == Refusal::none);
        at += apart;
    }
    return at;
}

}  // namespace

TEST_CASE("the copy test runs five minutes from the first key and then ends by itself") {
    Run run(shared(copy_plan(drill_drills(), drill_city(), "fox", 1)));
    CHECK(run.submit(Edit{"copy", "t", "t", 1, 0, false}, 0) == Refusal::not_begun);
    run.submit(Next{}, 0);
    CHECK_FALSE(run.next_due());
    CHECK(run.screen(50'000).left == 300'000);
    CHECK_FALSE(run.screen(50'000).running);
    typed(run, "copy", "the quick", 60'000);
    CHECK(run.submit(Edit{"notes", "x", "x", 1, 0, false}, 70'000) == Refusal::unknown_field);
    CHECK(run.submit(Choose{"911"}, 70'000) == Refusal::no_vignette);
    CHECK(run.next_due() == 360'000);
    CHECK(run.screen(100'000).left == 260'000);
    CHECK(run.submit(Next{}, 100'000) == Refusal::not_done);
    run.advance(359'999);
    CHECK_FALSE(run.state().over);
    CHECK(run.submit(Edit{"copy", "the quick ", " ", 1, 0, false}, 360'001) == Refusal::over);
    CHECK(run.state().over_why == "finished");
    const scoring::Scorecard card = scoring::assess(run.plan().key, {{}, run.events()}, kContact);
    CHECK(scoring::typing_result(card).finished);
    CHECK(scoring::typing_result(card).seconds == 300);
    CHECK(verdict(card, true) == "This counts toward the typing qualification: 0 net words a minute.");
}

TEST_CASE("whoever has copied the whole text may end the test") {
    Run run(shared(copy_plan(drill_drills(), drill_city(), "", 1)));
    run.submit(Next{}, 0);
    const Millis end = typed(run, "copy", run.plan().copy.text, 1000);
    CHECK(run.screen(end).can_finish);
    CHECK(run.submit(Next{}, end) == Refusal::none);
    const scoring::Scorecard card = scoring::assess(run.plan().key, {{}, run.events()}, kContact);
    const scoring::TypingResult result = scoring::typing_result(card);
    CHECK(result.finished);
    CHECK(result.wpm_net == 60);  // 25 characters in 5 s
    CHECK(card.passed);
}

TEST_CASE("a dictation speaks a line at a time, at 150 words a minute") {
    Run run(shared(dictation_plan(drill_drills(), drill_city(), "call", 1)));
    REQUIRE(run.plan().fields.size() == 2);
    CHECK(run.plan().fields[0].code == "size");  // in the order of the form, not of the call
    CHECK(run.plan().fields[0].label == "Field size");
    run.submit(Next{}, 0);
    CHECK(run.state().spoken == 7 * 400 - 400);  // six words
    CHECK(run.screen(0).lines.back().text.substr(0, run.screen(0).lines.back().bytes) == "Call");
    CHECK(run.screen(900).lines.back().text.substr(0, run.screen(900).lines.back().bytes) == "Call me at");
    CHECK(run.screen(2400).lines.back().bytes == run.screen(2400).lines.back().text.size());
    CHECK(run.next_due() == 2400 + kSilence);
    // Something stands in the field: the next line comes after a pause.
    const Millis end = typed(run, "callback", "215", 3000);
    CHECK(run.next_due() == end - 200 + kPause);
    run.advance(end + kPause);
    CHECK(run.screen(end + kPause).number == 2);
    CHECK(run.submit(Edit{"colour", "x", "x", 1, 0, false}, end + kPause) == Refusal::unknown_field);
    typed(run, "size", "one hand wide", end + kPause + 100);
    CHECK(run.submit(Next{}, run.state().at) == Refusal::none);
    CHECK(run.state().over);
    const scoring::Scorecard card = scoring::assess(run.plan().key, {{}, run.events()}, kContact);
    CHECK(card.fields.at("size").credit == 100);
    CHECK(card.fields.at("callback").credit == 100);
    CHECK(scoring::typing_result(card).dictation);
    CHECK(scoring::typing_result(card).finished);
}

TEST_CASE("a dictation that nobody answers runs to its end and ends") {
    Run run(shared(dictation_plan(drill_drills(), drill_city(), "call", 1)));
    run.submit(Next{}, 0);
    run.advance(10'000'000);
    CHECK(run.state().over);
    CHECK(run.events().size() == 3);
    CHECK_FALSE(run.next_due());
    const scoring::Scorecard card = scoring::assess(run.plan().key, {{}, run.events()}, kContact);
    CHECK_FALSE(scoring::typing_result(card).finished);
    CHECK_FALSE(card.passed);
}

TEST_CASE("the plan of a typing drill comes again from its key") {
    const Plan copy = copy_plan(drill_drills(), drill_city(), "fox", 1);
    CHECK(plan_again(drill_drills(), drill_city(), copy.key, false).copy.id == "fox");
    const Plan call = dictation_plan(drill_drills(), drill_city(), "call", 1);
    CHECK(plan_again(drill_drills(), drill_city(), call.key, false).dictation.id == "call");
}

TEST_CASE("evenness of the pace: the published values") {
    CHECK(evenness(0) == Approx(100));
    CHECK(evenness(0.1) == Approx(90.00000142537648));
    CHECK(evenness(0.25) == Approx(75.00085931912493));
    CHECK(evenness(0.5) == Approx(50.1042832075367));
    CHECK(evenness(1) == Approx(8.90067105245741));
    CHECK(evenness_of(std::vector<std::int64_t>{60, 72, 48, 60, 60}) == Approx(87.35).margin(0.005));
    // Its published variation: a deviation of 7.58946638440411 over a mean of 60.
    CHECK(evenness_of(std::vector<std::int64_t>{60, 72, 48, 60, 60}) == Approx(evenness(0.12649110640673517)));
    CHECK(evenness_of(std::vector<std::int64_t>{60, 72, 48, 60, 60}) == Approx(evenness(7.58946638440411 / 60)));
    CHECK(evenness_of(std::vector<std::int64_t>{}) == 0);
    CHECK(evenness_of(std::vector<std::int64_t>{0, 0}) == 0);
}

TEST_CASE("every figure of a typing drill is shown with its definition") {
    Run run(shared(copy_plan(drill_drills(), drill_city(), "fox", 1)));
    run.submit(Next{}, 0);
    typed(run, "copy", run.plan().copy.text, 1000);
    run.submit(Next{}, 8000);
    const scoring::Scorecard card = scoring::assess(run.plan().key, {{}, run.events()}, kContact);
    const std::vector<Line> lines = result_lines(card, run.events());
    CHECK(lines.size() >= 12);
    for (const Line& line : lines) {
        INFO(line.label);
        CHECK_FALSE(line.value.empty());
        CHECK(line.definition.ends_with('.'));
    }
}
