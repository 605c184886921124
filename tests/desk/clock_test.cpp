#include "sim/desk/shift_clock.hpp"
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;

TEST_CASE("the shift's clock counts what is worked, and nothing else", "[desk][clock]") {
    ShiftClock clock;
    clock.start(5000, 100'000);
    CHECK(clock.at() == 5000);
    clock.look(101'000, true);
    CHECK(clock.at() == 6000);
    clock.look(109'000, false);
    CHECK(clock.at() == 6000);
    clock.look(110'000, true);
    CHECK(clock.at() == 7000);
    clock.look(110'000 + 8 * 3'600'000, true);  // the lid was closed over lunch
    CHECK(clock.at() == 7000);
    CHECK(clock.take_lost() == 8 * 3'600'000);
    CHECK(clock.take_lost() == 0);
    clock.look(50'000, true);  // a clock that goes backward does not take time away
    CHECK(clock.at() == 7000);
    clock.look(50'500, true);
    CHECK(clock.at() == 7500);
    CHECK(clock.at(50'400) == 7400);  // a key pressed 100 ms before the frame
    CHECK(clock.monotonic(8000) == 51'000);
}

TEST_CASE("help, menu and debrief stop the clock in practice", "[desk][clock]") {
    DeskGame game(playing("pair"));
    game.answer();
    const auto stands = [&] {
        const std::string before = game.ui.value("Clock");
        game.ui.pass(5000);
        return game.ui.value("Clock") == before;
    };
    CHECK_FALSE(stands());
    game.ui.press(Key::escape);
    game.ui.press(chord(Key::question));
    game.ui.frame();
    CHECK(game.ui.shows("All keys"));
    CHECK(stands());
    CHECK(game.ui.reads("clock stopped"));
    CHECK_FALSE(game.desk.next_due());
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK_FALSE(stands());
    game.ui.press(Key::f10);
    game.ui.frame();
    CHECK(stands());
    game.ui.press(Key::f10);
    game.ui.frame();
    CHECK_FALSE(stands());
}

TEST_CASE("in an exam nothing stops the clock", "[desk][clock]") {
    DeskGame game(playing("exam"));
    game.answer();
    const std::string before = game.ui.value("Clock");
    game.ui.press(Key::f10);
    game.ui.pass(5000);
    CHECK(game.ui.value("Clock") != before);
    CHECK_FALSE(game.ui.must("Leave, go on later").enabled);
}

TEST_CASE("a jump of the clock is put on record and not counted", "[desk][clock]") {
    DeskGame game(playing("pair"));
    game.answer();
    game.ui.pass(1000);
    const auto at = game.clock();
    game.ui.wait(3'600'000);
    game.ui.frame();
    CHECK(game.clock() < at + 5000);
    const auto pauses = game.acts<journal::Paused>();
    REQUIRE(pauses.size() == 1);
    CHECK(pauses[0].why == "clock_jumped");
    CHECK(pauses[0].lost >= 3'600'000);
}

TEST_CASE("F1 held shows the keys and does no more; tapped, it answers", "[desk][clock]") {
    DeskGame game(playing("pair"));
    game.ui.pass(2000);
    game.ui.key_down(Key::f1);
    CHECK_FALSE(game.ui.shows("All keys"));
    game.ui.wait(700);
    game.ui.frame();
    CHECK(game.ui.shows("All keys"));
    game.ui.key_up(Key::f1);
    game.ui.frame();
    CHECK(game.contact().stage == shift::Stage::waiting);
    // Tapped again it closes the sheet, and still does not answer.
    game.ui.press(Key::f1);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("All keys"));
    CHECK(game.contact().stage == shift::Stage::waiting);
    game.ui.key_down(Key::f1);
    CHECK(game.contact().stage == shift::Stage::waiting);
    game.ui.wait(100);
    game.ui.key_up(Key::f1);
    game.ui.frame();
    CHECK(game.contact().stage == shift::Stage::talking);
    CHECK(game.ui.focused() == "Say");

    // With a contact open and nobody waiting: held it is silent, tapped it says why it does nothing.
    game.ui.key_down(Key::f1);
    game.ui.wait(700);
    game.ui.frame();
    CHECK(game.ui.shows("All keys"));
    CHECK_FALSE(game.ui.shows("Notice"));
    game.ui.key_up(Key::f1);
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("All keys"));
    CHECK_FALSE(game.ui.shows("Notice"));
    game.ui.press(Key::f1);
    game.ui.frame();
    CHECK(game.ui.reads("Nobody is waiting."));
}

TEST_CASE("the desk asks to be drawn only when something will change", "[desk][clock]") {
    DeskGame start({});
    CHECK_FALSE(start.desk.next_due());
    DeskGame game(playing("pair"));
    game.ui.pass(3000);
    const auto due = game.desk.next_due();
    REQUIRE(due);
    CHECK(*due > game.ui.now());
    CHECK(*due <= game.ui.now() + 1000);
}
