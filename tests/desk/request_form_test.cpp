// The request form: service, address and the remarks about it.
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;
using support::wheel_to;

TEST_CASE("every service can be reached by mouse alone", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.click("Service");
    game.ui.frame();
    const std::string last = game.host.run().floor().city.services.back().name;
    const std::string first = game.host.run().floor().city.services.front().name;
    CHECK_FALSE(game.ui.shows(last));
    wheel_to(game, first, last);
    REQUIRE(game.ui.shows(last));
    game.ui.click(last);
    CHECK(game.contact().service == game.host.run().floor().city.services.back().code);
}

TEST_CASE("department and due time of a service are told at every width", "[desk][form]") {
    for (const float wide : {1920.0F, 1600.0F, 1280.0F, 700.0F}) {
        DeskGame game(playing("script:pothole-tire"), wide, 900);
        game.answer();
        game.choose_service("street defect");
        CAPTURE(wide);
        CHECK(game.ui.reads("due in 46 business days"));
    }
}

TEST_CASE("a slash in an address is a slash", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.choose_service("street defect");
    game.ui.keys("12 1/2?");
    CHECK(game.contact().fields.at("location") == "12 1/2?");
    CHECK(game.desk.screen() == "shift");
    CHECK_FALSE(game.ui.shows("All keys"));
}

TEST_CASE("a suggested address is taken by arrow and Enter, and counts as no typing", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.choose_service("street defect");
    game.ui.keys("1234 broad");
    const auto typed = game.acts<journal::FieldEdited>().size();
    game.ui.press(Key::down);
    game.ui.press(Key::enter);
    const auto edits = game.acts<journal::FieldEdited>();
    REQUIRE(edits.size() == typed + 1);
    CHECK(edits.back().pasted);
    CHECK(edits.back().keys == 0);
    CHECK(edits.back().value.find("BROAD") != std::string::npos);
    CHECK(game.ui.value("Location") == edits.back().value);
    CHECK(game.ui.focused() == "Location");
}

TEST_CASE("what is wrong with an address is said in any case, beside it or below it", "[desk][form]") {
    for (const float wide : {1600.0F, 1280.0F, 700.0F}) {
        DeskGame game(playing("script:pothole-tire"), wide, 900);
        game.answer();
        game.choose_service("street defect");
        game.ui.keys("99999 baltimore ave");
        game.ui.tab();
        game.ui.frame();
        CAPTURE(wide);
        CHECK(game.ui.reads("No number 99999 on BALTIMORE AVE"));
        game.ui.type("Location", "1234 broad st");
        game.ui.frame();
        CHECK(game.ui.reads("Did you mean N BROAD ST or S BROAD ST?"));
    }
}

TEST_CASE("the service picker filters, closes, and takes by Tab", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::f5);
    game.ui.press(Key::down);
    CHECK(game.ui.shows("Street Defect"));
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Street Defect"));
    game.ui.keys("zzzz");
    CHECK(game.ui.shows("Nothing is called that"));
    game.ui.press(Key::enter);
    CHECK(game.contact().service.empty());
    for (int i = 0; i < 4; ++i)
        game.ui.press(Key::backspace);
    game.ui.keys("dump");
    game.ui.tab();
    CHECK(game.contact().service == "illegal-dumping");
    // Several may be right: chips that switch on and off.
    game.ui.frame();
    game.ui.click("Material: Tires");
    game.ui.click("Material: Appliances");
    CHECK(game.contact().fields.at("material") == "tires, appliances");
    game.ui.click("Material: Tires");
    CHECK(game.contact().fields.at("material") == "appliances");
}
