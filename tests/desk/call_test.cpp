#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;
using support::wheel_to;

TEST_CASE("a whole call by keyboard, from the ring to the debrief", "[desk][call]") {
    DeskGame game(playing("script:pothole-tire"));
    CHECK(game.ui.reads("You are available"));
    game.ui.pass(2000);
    CHECK(game.ui.reads("The phone is ringing"));
    CHECK(game.desk.sounds().lasting == Sounds::Lasting::ring);
    game.ui.press(Key::f1);
    game.ui.frame();
    CHECK(game.ui.focused() == "Say");
    CHECK(game.desk.sounds().lasting == Sounds::Lasting::none);
    CHECK(game.desk.sounds().clicks == 1);
    game.ui.pass(14'000);
    game.ui.keys("Thank you for calling 311, this is Dana. Where is it?");
    game.ui.press(Key::enter);
    game.ui.pass(9000);
    CHECK(game.ui.value("Say").empty());
    CHECK(game.ui.focused() == "Say");
    REQUIRE(game.acts<journal::TraineeSaid>().size() == 1);
    CHECK(game.ui.reads("heard as: "));

    game.ui.press(Key::f5);
    CHECK(game.ui.focused() == "Service");
    game.ui.keys("pothole");
    game.ui.press(Key::enter);
    REQUIRE(game.acts<journal::ServiceChosen>().size() == 1);
    CHECK(game.acts<journal::ServiceChosen>()[0].service == "street-defect");
    game.ui.frame();
    CHECK(game.ui.focused() == "Location");

    const std::string location = game.expected("location");
    game.ui.keys(location);
    CHECK(game.contact().fields.at("location") == location);
    const auto edits = game.acts<journal::FieldEdited>();
    REQUIRE(edits.size() == location.size());
    for (const journal::FieldEdited& edit : edits) {
        CHECK(edit.field == "location");
        CHECK(edit.keys == 1);
        CHECK(edit.erased == 0);
        CHECK_FALSE(edit.pasted);
    }
    game.ui.tab();
    CHECK(game.ui.focused() == "Cross street");
    game.ui.keys(game.expected("cross_street"));
    game.ui.tab();
    CHECK(game.ui.focused() == "Kind of defect: Pothole");
    game.ui.press(chord(Key::space));
    CHECK(game.contact().fields.at("defect") == "pothole");
    CHECK(game.acts<journal::FieldEdited>().back().pasted);
    CHECK_FALSE(game.ui.must("File request").enabled);
    game.ui.press(ctrl(Key::enter));
    CHECK(game.ui.reads("Still needed before filing: Lane."));
    game.ui.tab();
    game.ui.press(Key::right);
    CHECK(game.contact().fields.at("lane") == "parking_lane");
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    REQUIRE_FALSE(game.contact().filed.empty());
    CHECK(game.ui.value("Reference") == game.contact().filed);
    CHECK(game.ui.reads("Filed as " + game.contact().filed));

    game.ui.press(ctrl(Key::slash));
    CHECK(game.ui.focused() == "Say");
    game.ui.keys("give reference");
    game.ui.press(Key::enter);
    CHECK(game.acts<journal::TraineeSaid>().back().heard == std::vector<std::string>{"give_reference"});
    CHECK(game.acts<journal::TraineeSaid>().back().text.find(game.contact().filed) != std::string::npos);
    game.ui.pass(6000);
    game.say("Goodbye.");
    game.ui.press(Key::f4);
    game.ui.frame();
    CHECK(game.contact().stage == shift::Stage::wrap_up);
    CHECK(game.ui.focused() == "Outcome: Request filed");
    game.ui.press(Key::f4);
    CHECK(game.ui.reads("Choose how the contact came out first."));
    game.ui.press(chord(Key::space));
    game.ui.press(Key::f4);
    game.ui.frame();
    CHECK(game.acts<journal::Wrapped>().at(0).disposition == "file");
    CHECK(game.desk.screen() == "debrief");
    CHECK(game.ui.reads("Back to the start"));
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.desk.screen() == "start");
}

TEST_CASE("a few letters find a phrase, a sentence is meant as it stands", "[desk][say]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.keys("hurt");
    CHECK(game.ui.value("Say: Is anyone hurt?").find("selected") != std::string::npos);
    CHECK(game.ui.shows("Say these words"));
    game.ui.press(Key::enter);
    CHECK(game.acts<journal::TraineeSaid>().back().heard == std::vector<std::string>{"ask_anyone_hurt"});
    game.ui.pass(5000);
    game.ui.keys("where is the hole exactly");
    CHECK(game.ui.value("Say these words").find("selected") != std::string::npos);
    game.ui.press(Key::escape);
    CHECK(game.ui.value("Say").empty());
    CHECK(game.ui.focused() == "Say");
    game.ui.press(Key::down);  // nothing typed: all phrases are listed
    CHECK(game.ui.shows("Say: Greet and give your name"));
    CHECK_FALSE(game.ui.reads("Promise"));  // what should not be said is not offered
    game.ui.press(Key::escape);
    game.ui.press(Key::escape);
    CHECK(game.ui.focused().empty());
    game.ui.press(chord(Key::slash));
    CHECK(game.ui.focused() == "Say");
    CHECK(game.ui.value("Say").empty());
    game.ui.press(chord(Key::slash));  // pressed once too often
    CHECK(game.ui.value("Say").empty());
}

TEST_CASE("a phrase in the list can be clicked", "[desk][say]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.keys("hurt");
    game.ui.click("Say: Is anyone hurt?");
    CHECK(game.acts<journal::TraineeSaid>().size() == 1);
}

TEST_CASE("every phrase can be reached by mouse alone", "[desk][say]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::escape);
    game.ui.click("Say");
    game.ui.frame();
    CHECK(game.ui.shows("Say: Greet and give your name"));
    std::string last;
    for (const Control& c : game.ui.stage().ui().controls())
        if (c.label.rfind("Say: ", 0) == 0) last = c.label;
    CHECK_FALSE(game.ui.shows(last));
    wheel_to(game, "Say: Greet and give your name", last);
    REQUIRE(game.ui.shows(last));  // and it stays where the wheel left it
    game.ui.click(last);
    CHECK(game.acts<journal::TraineeSaid>().size() == 1);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("Say: Greet and give your name"));
}

TEST_CASE("looking up: searching is put on record when it is used", "[desk][look-up]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::f8);
    CHECK(game.ui.focused() == "Search articles");
    game.ui.keys("claim");
    CHECK(game.acts<journal::LookedUp>().empty());
    game.ui.press(Key::enter);
    REQUIRE(game.acts<journal::LookedUp>().size() == 1);
    CHECK(game.acts<journal::LookedUp>()[0].query == "claim");
    REQUIRE(game.acts<journal::Opened>().size() == 1);
    CHECK(game.acts<journal::Opened>()[0].id == "damage-claims");
    game.ui.frame();
    game.ui.click("Say this");
    CHECK(game.acts<journal::TraineeSaid>().size() == 1);

    game.ui.press(Key::f6);
    CHECK(game.ui.focused() == "Search requests");
    const std::string reference = game.host.run().floor().city.requests.front().reference;
    game.ui.keys(reference);
    game.ui.press(Key::down);
    CHECK(game.ui.focused() == "Request " + reference);
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.acts<journal::Opened>().back().id == reference);
    CHECK(game.ui.reads("confidential: never tell a caller"));

    game.ui.press(Key::f9);
    CHECK(game.ui.focused() == "Search directory");
    game.ui.keys("gas");
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.ui.shows("Transfer there"));
    game.ui.pass(9000);
    game.ui.click("Say the number");
    CHECK(game.acts<journal::TraineeSaid>().back().text.find("The number for ") == 0);
}

TEST_CASE("a duplicate is found, compared, and the caller added to it", "[desk][duplicates]") {
    DeskGame game(playing("script:duplicate-request"));
    game.answer();
    game.ui.press(Key::f7);
    CHECK(game.ui.reads("Write the location into the form first"));
    const auto& key = game.host.run().floor().casts[0].key;
    const auto& requests = game.host.run().floor().city.requests;
    const auto open = std::find_if(requests.begin(), requests.end(),
                                   [&](const city::Request& r) { return r.reference == key.reference; });
    REQUIRE(open != requests.end());
    const city::Service* service = city::find_service(game.host.run().floor().city, open->service);
    game.ui.press(Key::f5);
    game.ui.keys(service->name);
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.keys(open->address);
    CHECK(game.ui.reads("at or near this place"));
    game.ui.press(Key::f7);
    game.ui.frame();
    CHECK(game.acts<journal::LookedUp>().back().where == journal::Catalog::near);
    CHECK(game.acts<journal::LookedUp>().back().query == open->address);
    CHECK(game.ui.reads("Is it the same thing?"));
    game.ui.click("Request " + key.reference);
    game.ui.frame();
    game.ui.click("Same: add the caller");
    REQUIRE(game.acts<journal::RequestChanged>().size() == 1);
    CHECK(game.acts<journal::RequestChanged>()[0].reference == key.reference);
    CHECK(game.acts<journal::RequestChanged>()[0].how == "added");
}

TEST_CASE("an e-mail is answered in writing", "[desk][written]") {
    DeskGame game(playing("script:email-dumping"));
    game.answer();
    CHECK(game.ui.reads(game.contact().body.substr(0, 20)));
    game.ui.press(chord(Key::slash));
    CHECK(game.ui.focused() == "Reply");
    CHECK_FALSE(game.ui.must("Send reply").enabled);
    game.ui.keys("Thank you.");
    CHECK(game.contact().fields.at("reply") == "Thank you.");
    CHECK(game.acts<journal::FieldEdited>().size() == 10);
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    REQUIRE(game.acts<journal::Replied>().size() == 1);
    CHECK(game.acts<journal::Replied>()[0].text == "Thank you.");
    CHECK(game.contact().stage == shift::Stage::wrap_up);
    CHECK(game.ui.focused() == "Outcome: Request filed");  // the keys go on to what is to be done next
}

TEST_CASE("what was looked up for one contact is not there for the next", "[desk][contacts]") {
    DeskGame game(playing("pair"));
    game.answer();
    game.ui.press(Key::f6);
    game.ui.frame();
    game.ui.keys("spruce");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.frame();
    REQUIRE(game.acts<journal::Opened>().size() == 1);
    CHECK(game.ui.shows("Add caller"));
    CHECK(game.ui.value("Search requests") == "spruce");
    game.ui.pass(20000);
    game.ui.press(Key::f2);
    game.ui.frame();
    game.ui.press(ctrl(Key::digit2));
    game.ui.frame();
    game.ui.frame();
    REQUIRE(game.contact(2).stage == shift::Stage::talking);
    CHECK(game.ui.value("Search requests").empty());
    CHECK_FALSE(game.ui.shows("Add caller"));  // it would add this caller to the other one's request
    // The one on hold has it back.
    game.ui.press(Key::f2);
    game.ui.frame();
    game.ui.press(ctrl(Key::digit1));
    game.ui.frame();
    game.ui.frame();
    CHECK(game.ui.value("Search requests") == "spruce");
    CHECK(game.ui.shows("Add caller"));
}

TEST_CASE("two contacts at once: each keeps its own form, and Ctrl and a digit turn to it", "[desk][contacts]") {
    DeskGame game(playing("pair"));
    game.answer();
    game.ui.press(Key::f12);
    CHECK(game.ui.focused() == "Notes");
    game.ui.keys("first caller");
    game.ui.pass(20'000);
    CHECK(game.ui.reads("Ringing"));
    game.ui.press(ctrl(Key::digit2));
    CHECK(game.ui.reads("put them on hold (F2) or end (F4) first"));
    game.ui.press(Key::f2);
    game.ui.press(ctrl(Key::digit2));
    game.ui.pass(1000);
    CHECK(game.host.run().state().active == 2);
    game.ui.press(Key::f12);
    CHECK(game.ui.value("Notes").empty());
    game.ui.keys("second");
    game.ui.press(Key::f2);
    game.ui.press(ctrl(Key::digit1));
    game.ui.frame();
    CHECK(game.ui.value("Notes") == "first caller");
    CHECK(game.contact(2).fields.at("notes") == "second");
}

TEST_CASE("a break begins when every contact is finished, and ends by the same button", "[desk][menu]") {
    DeskGame game(playing("pair"));
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("Take a break");
    game.ui.frame();
    CHECK(game.ui.value("State") == "On break");
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("Be available again");
    game.ui.frame();
    CHECK(game.ui.value("State") == "Available");
    game.answer();
    game.ui.press(Key::f10);
    game.ui.frame();
    CHECK_FALSE(game.ui.must("Take a break").enabled);
    CHECK(game.ui.reads("A break can begin when every contact is finished."));
    game.ui.click("All keys");
    game.ui.frame();
    CHECK(game.ui.focused() == "Close");
}

TEST_CASE("a shift is ended only by saying so twice", "[desk][menu]") {
    DeskGame game(playing("pair"));
    game.answer();
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("End the shift now");
    game.ui.frame();
    CHECK(game.ui.reads("Whoever is open or waiting stays unserved"));
    CHECK(game.ui.focused() == "Go on with the shift");
    CHECK_FALSE(game.host.run().state().over);
    const auto at = game.clock();
    game.ui.pass(5000);
    CHECK(game.clock() == at);
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK(game.desk.screen() == "shift");
    CHECK_FALSE(game.host.run().state().over);
    game.ui.press(Key::f10);
    game.ui.frame();
    game.ui.click("End the shift now");
    game.ui.frame();
    game.ui.click("End it");
    game.ui.frame();
    CHECK(game.host.run().state().over);
    CHECK(game.desk.screen() == "summary");
}

TEST_CASE("when nothing can be written down, the desk says so, stops, and goes on when it can", "[desk][trouble]") {
    DeskGame game(playing("script:pothole-tire"));
    game.ui.pass(2000);
    game.host.full_disk = true;
    game.ui.press(Key::f1);
    game.ui.frame();
    CHECK(game.ui.shows("The records cannot be written"));
    CHECK(game.ui.reads("no space is left on the disk"));
    CHECK(game.ui.focused() == "Try again");
    CHECK(game.contact().stage == shift::Stage::waiting);
    const auto at = game.clock();
    game.ui.pass(20'000);
    CHECK(game.clock() == at);
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.ui.shows("The records cannot be written"));  // still full
    game.host.full_disk = false;
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK_FALSE(game.ui.shows("The records cannot be written"));
    CHECK(game.contact().stage == shift::Stage::talking);
    CHECK(game.host.now->stored.size() == game.host.run().events().size());
}

TEST_CASE("an edit that could not be written down is not lost by trying again", "[desk][trouble]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::f12);
    game.ui.keys("ab");
    game.host.full_disk = true;
    game.ui.keys("c");
    game.ui.frame();
    CHECK(game.ui.shows("Try again"));
    game.host.full_disk = false;
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.contact().fields.at("notes") == "abc");
    CHECK(game.ui.focused() == "Notes");
}
