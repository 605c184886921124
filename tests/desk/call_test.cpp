#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;

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

namespace {

/// Turns the wheel over one place until the control comes into sight, and lets some frames pass.
void wheel_to(DeskGame& game, const std::string& over, const std::string& label) {
    const Rect place = game.ui.must(over).visible;
    for (int i = 0; i < 60 && !game.ui.shows(label); ++i) {
        game.ui.stage().input().push(MouseMoved{place.x + place.w / 2, place.middle(), game.ui.now()});
        game.ui.stage().input().push(Wheel{-1, game.ui.now()});
        game.ui.frame();
        game.ui.frame();
    }
    game.ui.frame();
    game.ui.frame();
}

}  // namespace

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
        game.ui.press(Key::f5);
        game.ui.keys("street defect");
        game.ui.press(Key::enter);
        game.ui.frame();
        CAPTURE(wide);
        CHECK(game.ui.reads("due in 46 business days"));
    }
}

TEST_CASE("a slash in an address is a slash", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::f5);
    game.ui.keys("street defect");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.keys("12 1/2?");
    CHECK(game.contact().fields.at("location") == "12 1/2?");
    CHECK(game.desk.screen() == "shift");
    CHECK_FALSE(game.ui.shows("All keys"));
}

TEST_CASE("a suggested address is taken by arrow and Enter, and counts as no typing", "[desk][form]") {
    DeskGame game(playing("script:pothole-tire"));
    game.answer();
    game.ui.press(Key::f5);
    game.ui.keys("street defect");
    game.ui.press(Key::enter);
    game.ui.frame();
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
        game.ui.press(Key::f5);
        game.ui.keys("street defect");
        game.ui.press(Key::enter);
        game.ui.frame();
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
