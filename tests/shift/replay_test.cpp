// Whatever was played: the journal alone gives the same state, and the same play gives the same journal.
#include "assessment/journal/codec.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/floor.hpp"

using namespace shift311;

namespace {

shift::State folded(const std::vector<journal::Event>& events) {
    shift::State state;
    for (const journal::Event& event : events)
        state = shift::step(std::move(state), event);
    return state;
}

std::string lines(const std::vector<journal::Event>& events) {
    std::string text;
    for (const journal::Event& event : events)
        text += journal::to_json(event) + '\n';
    return text;
}

}  // namespace

TEST_CASE("the fold of a journal is the state of the live play, read back from its JSON too", "[shift][replay]") {
    for (const script::Script& script : tests::content().scripts) {
        CAPTURE(script.id);
        tests::Desk desk(shift::plan_for(script));
        const auto played = rehearse::play(tests::content(), script, 7, {}, tests::spelled_out, {}, &tests::grounds());
        REQUIRE_FALSE(played.journal.events.empty());
        shift::Run again(
            shift::make_floor(tests::content(), shift::plan_for(script), 7, 3, "Model agent", &tests::grounds()),
            [](std::span<const shift::Event>) {}, tests::spelled_out);
        again.resume(played.journal.events);
        const shift::State live = folded(played.journal.events);
        CHECK(shift::digest(again.state()) == shift::digest(live));

        std::vector<journal::Event> read_back;
        for (const journal::Event& event : played.journal.events)
            read_back.push_back(journal::event_from_json(journal::to_json(event)));
        CHECK(shift::digest(folded(read_back)) == shift::digest(live));
    }
}

TEST_CASE("the live state is the fold of what was stored, at every moment", "[shift][replay]") {
    tests::Desk desk(tests::plan_of({{2'000, "pothole-tire"}, {20'000, "missed-trash"}}));
    shift::State state;
    std::size_t at = 0;
    const auto check = [&] {
        for (; at < desk.stored.size(); ++at)
            shift::apply(state, desk.stored[at]);
        CHECK(shift::digest(state) == shift::digest(desk.run.state()));
    };
    desk.wait(3'000);
    check();
    desk.act(shift::Answer{});
    desk.say("greet");
    check();
    desk.say("ask_location");
    check();
    desk.wait(20'000);
    desk.act(shift::Hold{});
    check();
    desk.act(shift::Answer{});
    desk.wait(15'000);
    check();
    desk.act(shift::Quit{});
    check();
}

TEST_CASE("the same seed and the same agent write the same bytes; another seed does not", "[shift][determinism]") {
    for (const script::Script& script : tests::content().scripts) {
        CAPTURE(script.id);
        const auto once = rehearse::play(tests::content(), script, 11, {}, tests::spelled_out, {}, &tests::grounds());
        const auto twice = rehearse::play(tests::content(), script, 11, {}, tests::spelled_out);
        const auto other = rehearse::play(tests::content(), script, 12, {}, tests::spelled_out, {}, &tests::grounds());
        CHECK(lines(once.journal.events) == lines(twice.journal.events));
        CHECK(scoring::to_json(once.card) == scoring::to_json(twice.card));
        CHECK(lines(once.journal.events) != lines(other.journal.events));
    }
}

TEST_CASE("a journal taken up in the middle goes on as if it had never stopped", "[shift][resume]") {
    const script::ShiftPlan plan = tests::plan_of({{2'000, "pothole-tire"}});
    tests::Desk whole(plan), half(plan);
    const auto first = [](tests::Desk& desk) {
        desk.wait(3'000);
        desk.act(shift::Answer{});
        desk.say("greet");
        desk.say("ask_location");
    };
    const auto second = [](tests::Desk& desk) {
        desk.say("read_back");
        desk.act(shift::ChooseService{"street-defect"});
        desk.say("close");
        desk.act(shift::End{});
        desk.act(shift::Wrap{"end"});
    };
    first(whole);
    second(whole);
    first(half);
    tests::Desk resumed(plan);
    resumed.run.resume(half.stored);
    resumed.now = half.now;
    second(resumed);
    CHECK(shift::digest(resumed.run.state()) == shift::digest(whole.run.state()));
}
