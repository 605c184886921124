#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;

TEST_CASE("a newcomer adds a name and starts the first shift by keyboard alone", "[desk][start]") {
    DeskGame game({}, 1600, 900, {}, {});
    CHECK(game.desk.screen() == "start");
    CHECK(game.ui.focused() == "Your name");
    CHECK_FALSE(game.ui.must("Start the shift").enabled);
    CHECK(game.ui.reads("Say who you are first."));
    game.ui.keys("Zo\u00eb Fitzgerald");
    game.ui.press(Key::enter);
    CHECK(game.host.names == std::vector<std::string>{"Zo\u00eb Fitzgerald"});
    CHECK(game.ui.value("Zo\u00eb Fitzgerald") == "selected");
    game.ui.frame();
    CHECK(game.ui.focused() == "Start the shift");
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.desk.screen() == "shift");
    CHECK(game.host.now->person == "Zo\u00eb Fitzgerald");
}

TEST_CASE("a name that is there already is refused with a sentence", "[desk][start]") {
    DeskGame game({});
    game.ui.type("Your name", "Dana Reyes");
    game.ui.click("Add name");
    CHECK(game.ui.reads("There is already somebody called Dana Reyes."));
    CHECK(game.host.names.size() == 1);
    game.ui.type("Your name", "   ");
    CHECK_FALSE(game.ui.must("Add name").enabled);
}

TEST_CASE("shift and level are chosen by arrow keys", "[desk][start]") {
    DeskGame game({});
    CHECK(game.ui.value("Level: 1 Guided") == "on");
    while (game.ui.focused() != "First call")
        game.ui.tab();
    game.ui.press(Key::down);
    CHECK(game.ui.value("Two callers").find("selected") != std::string::npos);
    game.ui.press(Key::down);
    CHECK(game.ui.value("Level: 4 Exam") == "on");  // as the shift is planned
    while (game.ui.focused() != "Level: 4 Exam")
        game.ui.tab();
    game.ui.press(Key::left);
    CHECK(game.ui.reads("Alone: what was said fades; ask the caller to repeat."));
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.host.run().floor().level == 3);
    CHECK(game.host.run().floor().casts.size() == 2);
}

TEST_CASE("a shift of some callers says what one person could do at its pace", "[desk][start]") {
    for (const float wide : {1600.0F, 640.0F}) {
        DeskGame game({}, wide, 900);
        CHECK_FALSE(game.ui.reads("yardstick"));  // two callers are too few to say
        support::wheel_to(game, "First call", "Four callers");
        game.ui.click("Four callers");
        CHECK(game.ui.reads(script::yardstick(game.host.plans.back(), tests::content())));
        CHECK(game.ui.shows("Start the shift"));
    }
}

TEST_CASE("an interrupted shift is the first thing offered, and goes on where it was", "[desk][start]") {
    DeskGame game(support::playing("pair"));
    game.answer();
    game.say("Thank you for calling 311, this is Dana.");
    const auto at = game.clock();
    const auto events = game.host.run().events().size();
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("Leave, go on later");
    game.ui.frame();
    CHECK(game.desk.screen() == "start");
    CHECK(game.ui.focused() == "Go on");
    CHECK(game.ui.reads("Two callers, at 0:"));
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.desk.screen() == "shift");
    CHECK(game.clock() >= at);
    CHECK(game.clock() < at + 2000);
    CHECK(game.host.run().events().size() >= events);
    CHECK(game.ui.reads("Thank you for calling 311, this is Dana."));
}

TEST_CASE("an interrupted shift can be set aside", "[desk][start]") {
    DeskGame game(support::playing("pair"));
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("Leave, go on later");
    game.ui.frame();
    game.ui.click("Set it aside");
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Go on"));
    CHECK(game.host.aside.at("attempt-1"));
}

TEST_CASE("past results open their debrief", "[desk][start]") {
    DeskGame game({});
    shift::Run& run = game.host.start("Dana Reyes", "script:pothole-tire", 1);
    run.submit(shift::Answer{}, 2000);
    run.submit(shift::Quit{}, 30'000);
    game.host.leave_shift();
    DeskGame again({});
    // The same host under a new desk: results are read when the screen is made.
    desk::Desk desk(game.host, {"Dana Reyes", "", 0});
    support::DeskDriver ui(desk);
    CHECK(ui.shows("Result 1: A pothole took out a tire"));
    ui.click("Result 1: A pothole took out a tire");
    ui.frame();
    CHECK(desk.screen() == "debrief");
    CHECK(ui.shows("Back"));
    ui.press(ctrl(Key::enter));
    ui.frame();
    CHECK(desk.screen() == "start");
}

TEST_CASE("settings change the look at once and are kept with the person", "[desk][start]") {
    DeskGame game({"Dana Reyes", "", 0});
    const float before = game.ui.must("Your name").rect.h;
    game.ui.press(ctrl(Key::plus));
    game.ui.frame();
    CHECK(game.host.kept["Dana Reyes"].text_scale == 125);
    CHECK(game.ui.must("Your name").rect.h > before);
    game.ui.click("Colors: Light");
    game.ui.frame();
    CHECK_FALSE(game.host.kept["Dana Reyes"].dark);
    CHECK(game.ui.stage().look().mode == Mode::light);
    game.ui.press(chord(Key::f11));
    game.ui.frame();
    CHECK(game.ui.stage().look().mode == Mode::dark);
    game.ui.click("Sound: Off");
    CHECK(game.host.kept["Dana Reyes"].mute);
    CHECK(game.desk.sounds().mute);
    for (int i = 0; i < 10; ++i)
        game.ui.press(ctrl(Key::plus));
    CHECK(game.host.kept["Dana Reyes"].text_scale == 200);
}

TEST_CASE("a look chosen before the name belongs to who then sits down", "[desk][start]") {
    DeskGame game({}, 1600, 900, {}, {});
    game.ui.press(chord(Key::f11));
    game.ui.frame();
    CHECK(game.ui.stage().look().mode == Mode::light);
    game.ui.keys("Li");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.frame();
    CHECK(game.ui.stage().look().mode == Mode::light);
    CHECK_FALSE(game.host.kept["Li"].dark);
}

TEST_CASE("a shift that cannot start says why", "[desk][start]") {
    DeskGame game(support::playing("no-such-shift"));
    game.ui.frame();
    CHECK(game.desk.screen() == "start");
    CHECK(game.ui.reads("There is no shift \"no-such-shift\"."));
}

TEST_CASE("closing the window leaves the shift to be taken up again", "[desk][start]") {
    DeskGame game(support::playing("pair"));
    game.answer();
    game.desk.close_asked();
    CHECK(game.desk.finished());
    CHECK(game.host.now == nullptr);
    CHECK(game.host.interrupted("Dana Reyes"));
}

TEST_CASE("what was interrupted is offered before the shift that the command line names", "[desk][start]") {
    DeskGame game(support::playing("pair"));
    game.answer();
    game.desk.close_asked();
    Desk again(game.host, support::playing("exam"));
    support::DeskDriver ui(again, 1600, 900, {});
    ui.frame();
    CHECK(again.screen() == "start");
    CHECK(ui.focused() == "Go on");
    ui.click("Set it aside");
    ui.frame();
    ui.click("Start the shift");
    ui.frame();
    CHECK(game.host.run().floor().level == 4);
}

TEST_CASE("going on unasked takes up what was interrupted, and says when there is nothing", "[desk][start]") {
    Desk::Options unasked = support::playing("");
    unasked.resume = true;
    DeskGame game(support::playing("pair"));
    game.answer();
    const auto events = game.host.run().events().size();
    game.desk.close_asked();
    {
        Desk again(game.host, unasked);
        support::DeskDriver ui(again, 1600, 900, {});
        ui.frame();
        CHECK(again.screen() == "shift");
        CHECK(game.host.run().events().size() >= events);
    }
    DeskGame none(unasked);
    none.ui.frame();
    CHECK(none.desk.screen() == "start");
    CHECK(none.ui.reads("No shift of Dana Reyes was interrupted."));
}
