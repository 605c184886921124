// The phone: hold, transfers warm and cold, and who can be transferred to.
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;

TEST_CASE("hold and take back, by one key", "[desk][phone]") {
    DeskGame game(playing("script:pothole-tire"));
    game.ui.press(Key::f2);
    CHECK(game.ui.reads("Nobody is on the line or at the counter: answer first (F1)."));
    game.answer();
    game.ui.pass(12'000);
    game.ui.press(Key::f2);
    game.ui.frame();
    CHECK(game.contact().stage == shift::Stage::on_hold);
    CHECK(game.desk.sounds().lasting == Sounds::Lasting::hold);
    CHECK(game.ui.shows("Resume"));
    CHECK_FALSE(game.ui.must("Say").enabled);
    game.ui.press(Key::f2);
    game.ui.frame();
    CHECK(game.contact().stage == shift::Stage::talking);
}

TEST_CASE("a warm transfer: chosen, rung, answered, left", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"));
    game.answer();
    game.ui.pass(9000);
    game.ui.press(Key::f3);
    CHECK(game.ui.focused() == "Transfer to");
    game.ui.keys("911");
    CHECK_FALSE(game.ui.must("Transfer now").enabled);
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.ui.focused() == "How: Warm");  // and neither is chosen for the trainee
    CHECK_FALSE(game.ui.must("Transfer now").enabled);
    game.ui.press(chord(Key::space));
    game.ui.click("Transfer now");
    game.ui.frame();
    REQUIRE(game.acts<journal::TransferBegan>().size() == 1);
    CHECK(game.acts<journal::TransferBegan>()[0].target == "911");
    CHECK(game.acts<journal::TransferBegan>()[0].warm);
    CHECK(game.desk.sounds().lasting == Sounds::Lasting::ring_back);
    game.ui.pass(15'000);
    CHECK(game.contact().stage == shift::Stage::connected);
    CHECK(game.ui.reads("is on the line"));
}

TEST_CASE("Escape leaves the transfer without doing it", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"));
    game.answer();
    game.ui.press(Key::f3);
    game.ui.click("Do not transfer");
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Transfer to"));
    CHECK(game.ui.shows("Service"));
    CHECK(game.acts<journal::TransferBegan>().empty());
}

TEST_CASE("what an agency handles can be read to its end before a caller is sent there", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"));
    game.answer();
    game.ui.pass(9000);
    game.ui.press(Key::f3);
    game.ui.frame();
    for (const char* name : {"911 Emergency (police, fire, medical)", "PGW gas emergency", "Water Department"}) {
        CAPTURE(name);
        CHECK(game.ui.must(name).fits);
    }
}

TEST_CASE("a transfer begins with nothing written and nothing chosen, every time", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"));
    game.answer();
    game.ui.pass(9000);
    game.ui.press(Key::f3);
    game.ui.keys("911");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Transfer to"));
    game.ui.press(Key::f3);
    CHECK(game.ui.value("Transfer to").empty());
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.ui.reads("Choose whom to transfer to first."));
    game.ui.keys("911");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.ui.reads("Choose first how: warm or cold."));
    CHECK(game.acts<journal::TransferBegan>().empty());
}

TEST_CASE("who is no longer in the list is no longer chosen", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"));
    game.answer();
    game.ui.pass(9000);
    game.ui.press(Key::f3);
    game.ui.click("Water Department");
    game.ui.click("How: Cold");
    CHECK(game.ui.must("Transfer now").enabled);
    game.ui.type("Transfer to", "911");
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Water Department"));
    CHECK_FALSE(game.ui.must("Transfer now").enabled);
    game.ui.press(ctrl(Key::enter));
    CHECK(game.acts<journal::TransferBegan>().empty());
}

TEST_CASE("in wrap-up nobody is transferred any more, and the last line stays in sight", "[desk][phone]") {
    DeskGame game(playing("script:pothole-gas"), 1600, 620);
    game.answer();
    game.ui.pass(9000);
    for (int i = 0; i < 5; ++i)
        game.say("Where is it?");
    game.ui.press(Key::f3);
    CHECK(game.ui.shows("Transfer to"));
    game.ui.press(Key::f4);
    game.ui.pass(500);
    REQUIRE(game.contact().stage == shift::Stage::wrap_up);
    CHECK_FALSE(game.ui.shows("Transfer to"));
    const Control* last = nullptr;
    for (const Control& c : game.ui.stage().ui().controls())
        if (c.label.rfind("Caller, ", 0) == 0 || c.label.rfind("You, ", 0) == 0) last = &c;
    REQUIRE(last != nullptr);
    CHECK(last->visible.h == last->rect.h);
}
