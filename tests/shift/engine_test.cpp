// What an intent brings about, what is refused, and what happens by itself.
#include "tests/support/catch.hpp"
#include "tests/support/floor.hpp"

#include <algorithm>

using namespace shift311;
using shift::Stage;
using Why = shift::Refusal::Why;

TEST_CASE("nothing can be done before anybody is there", "[shift][refusal]") {
    tests::Desk desk(tests::plan_of({{10'000, "pothole-tire"}}));
    CHECK(desk.act(shift::Answer{}) == Why::nobody_waiting);
    CHECK(desk.act(shift::Say{"hello", {"greet"}}) == Why::no_contact);
    CHECK(desk.act(shift::Hold{}) == Why::no_contact);
    CHECK(desk.act(shift::Resume{}) == Why::not_on_hold);
    CHECK(desk.act(shift::End{}) == Why::no_contact);
    CHECK(desk.act(shift::File{}) == Why::no_contact);
    CHECK(desk.act(shift::Transfer{"911", true}) == Why::no_contact);
    CHECK(desk.act(shift::Wrap{"end"}) == Why::not_in_wrap_up);
    CHECK(desk.act(shift::Take{3}) == Why::unknown_contact);
    CHECK(desk.stored.empty());
    SECTION("and every refusal is a sentence") {
        for (int why = 0; why <= static_cast<int>(Why::nothing_there); ++why) {
            const std::string text = shift::sentence({static_cast<Why>(why), "Location", "Location"});
            CHECK(text.size() > 10);
            CHECK((text.back() == '.'));
        }
    }
}

TEST_CASE("a caller opens by himself after three seconds of silence", "[shift][due]") {
    tests::Desk desk(tests::plan_of({{2'000, "pothole-tire"}}));
    desk.wait(2'000);
    REQUIRE(desk.contact().stage == Stage::waiting);
    desk.act(shift::Answer{});
    desk.wait(2'900);
    CHECK(desk.contact().lines.empty());
    desk.wait(200);
    CHECK(desk.contact().lines.size() == 1);
    CHECK(desk.contact().opened);
}

TEST_CASE("a caller lets the call taker finish the greeting", "[shift][due]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.run.say_phrase("greet", desk.now);
    const shift::Millis ends = desk.contact().trainee_until;
    desk.wait(ends + 500);
    REQUIRE(desk.contact().lines.size() == 2);
    CHECK(desk.contact().lines[1].at == ends + 400);
}

TEST_CASE("who is not answered in time gives up, and the shift goes on", "[shift][due]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.wait(10 * 60'000);
    CHECK(desk.contact().stage == Stage::abandoned);
    CHECK(desk.run.state().over);
    CHECK(desk.run.state().over_why == "finished");
}

TEST_CASE("what has been said is not forgotten: asked again, the caller notices", "[shift][reaction]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    desk.say("ask_location");
    const auto told = desk.contact().known;
    REQUIRE(std::find(told.begin(), told.end(), "location") != told.end());
    const auto again = [&] {
        return std::count_if(desk.stored.begin(), desk.stored.end(), [](const shift::Event& event) {
            const auto* said = std::get_if<journal::CallerSaid>(&event.act);
            return said && said->again;
        });
    };
    CHECK(again() == 0);
    desk.say("ask_location");
    CHECK(again() == 1);
}

TEST_CASE("words that mean nothing are met with a question, not with a guess", "[shift][reaction]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    const std::size_t known = desk.contact().known.size();
    desk.run.say("qwerty uiop", desk.now);
    desk.now = shift::listen(desk.run, desk.now);
    CHECK(desk.contact().known.size() == known);
    CHECK(desk.contact().lines.back().who == shift::Line::Who::caller);
}

TEST_CASE("only one caller is on the line; the others wait or hold", "[shift][contacts]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}, {1'000, "missed-trash"}}));
    desk.wait(1'500);
    CHECK_FALSE(desk.act(shift::Answer{1}));
    CHECK(desk.act(shift::Answer{2}) == Why::line_busy);
    CHECK_FALSE(desk.act(shift::Hold{}));
    CHECK(desk.act(shift::Say{"hello", {}}) == Why::on_hold);
    CHECK_FALSE(desk.act(shift::Answer{2}));
    CHECK(desk.run.state().active == 2);
    CHECK(desk.act(shift::Take{1}) == Why::line_busy);
    CHECK_FALSE(desk.act(shift::Hold{}));
    CHECK_FALSE(desk.act(shift::Take{1}));
    CHECK_FALSE(desk.act(shift::Resume{}));
    CHECK(desk.contact(1).stage == Stage::talking);
    CHECK(desk.contact(2).stage == Stage::on_hold);
}

TEST_CASE("a caller left on hold for too long hangs up", "[shift][due]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    desk.act(shift::Hold{});
    desk.wait(10 * 60'000);
    CHECK(desk.contact().stage == Stage::wrap_up);
    CHECK(desk.contact().ended_why == "gave_up");
    CHECK(desk.run.state().acd == journal::AcdState::wrap_up);
}

TEST_CASE("dead air: the caller asks whether anyone is there, and in the end is gone", "[shift][due]") {
    tests::Desk desk(tests::plan_of({{0, "missed-trash"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    desk.wait(10 * 60'000);
    CHECK(desk.contact().ended_why == "gave_up");
    CHECK(desk.run.state().acd == journal::AcdState::wrap_up);
}

TEST_CASE("a warm transfer rings, is answered and ends well; left early it does not", "[shift][transfer]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    CHECK(desk.act(shift::Transfer{"nobody", true}) == Why::unknown_target);
    CHECK_FALSE(desk.act(shift::Transfer{"911", true}));
    CHECK(desk.contact().stage == Stage::transferring);
    CHECK(desk.act(shift::Transfer{"911", true}) == Why::transfer_under_way);
    SECTION("stayed") {
        desk.wait(60'000);
        REQUIRE(desk.contact().stage == Stage::connected);
        desk.act(shift::End{});
        CHECK(desk.contact().ended_why == "transferred");
    }
    SECTION("left") {
        desk.act(shift::End{});
        CHECK(desk.contact().ended_why == "left_early");
    }
}

TEST_CASE("filing wants a service and every required field, gives one number and a due date, and locks the form",
          "[shift][form]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    CHECK(desk.act(shift::File{}) == Why::no_service);
    CHECK(desk.act(shift::Edit{"location", "1", "1", 1, 0, false}) == Why::no_service);
    CHECK(desk.act(shift::ChooseService{"no-such-service"}) == Why::unknown_service);
    CHECK_FALSE(desk.act(shift::ChooseService{"street-defect"}));
    CHECK(desk.act(shift::Edit{"no_such_field", "1", "1", 1, 0, false}) == Why::unknown_field);
    CHECK(desk.act(shift::File{}) == Why::missing_fields);
    for (const shift::FieldView& field : desk.run.screen(desk.now).form.fields)
        if (field.required) {
            const std::string value = field.choices.empty() ? "4208 SPRUCE ST" : field.choices.front().key;
            CHECK_FALSE(shift::type(desk.run, field.code, value, false, desk.now));
        }
    CHECK_FALSE(desk.act(shift::File{}));
    CHECK(desk.contact().filed.size() == 8);
    CHECK_FALSE(desk.contact().due.empty());
    CHECK(desk.act(shift::File{}) == Why::already_filed);
    CHECK(desk.act(shift::Edit{"location", "1", "1", 1, 0, false}) == Why::already_filed);
    CHECK_FALSE(desk.act(shift::Edit{"notes", "x", "x", 1, 0, false}));
    SECTION("and the new request is found like any other") {
        CHECK(shift::request_view(desk.run.floor(), desk.run.state(), desk.contact().filed));
        const auto found = desk.run.find_requests(desk.contact().filed);
        REQUIRE_FALSE(found.empty());
        CHECK(found.front() == desk.contact().filed);
    }
}

TEST_CASE("hanging up without a goodbye is told apart from an ordinary end", "[shift][end]") {
    tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}));
    desk.act(shift::Answer{});
    desk.say("greet");
    SECTION("slammed down") {
        desk.act(shift::End{});
        CHECK(desk.contact().ended_why == "hung_up");
    }
    SECTION("closed") {
        desk.say("close");
        desk.act(shift::End{});
        CHECK(desk.contact().ended_why == "closed");
    }
    CHECK(desk.run.state().acd == journal::AcdState::wrap_up);
    CHECK(desk.act(shift::Wrap{"maybe"}) == Why::unknown_disposition);
    CHECK_FALSE(desk.act(shift::Wrap{"end"}));
    CHECK(desk.run.state().acd == journal::AcdState::available);
}

TEST_CASE("an e-mail is answered in writing and can wait for a call", "[shift][written]") {
    tests::Desk desk(tests::plan_of({{0, "email-dumping"}, {5'000, "pothole-tire"}}));
    desk.act(shift::Answer{});
    CHECK(desk.act(shift::Say{"hello", {}}) == Why::not_spoken);
    CHECK(desk.act(shift::Reply{}) == Why::nothing_written);
    CHECK_FALSE(shift::type(desk.run, "reply", "Thank you", false, desk.now));
    desk.wait(6'000);
    CHECK_FALSE(desk.act(shift::Answer{2}));  // the phone comes first
    CHECK(desk.run.state().active == 2);
    desk.say("greet");
    desk.say("close");
    desk.act(shift::End{});
    desk.act(shift::Wrap{"end"});
    CHECK_FALSE(desk.act(shift::Take{1}));
    CHECK(desk.run.screen(desk.now).form.reply == "Thank you");
    CHECK_FALSE(desk.run.reply(desk.now));
    CHECK(desk.contact(1).ended_why == "replied");
}

TEST_CASE("when storing fails, nothing has happened", "[shift][durability]") {
    bool broken = false;
    shift::Run run(
        shift::make_floor(tests::content(), tests::plan_of({{0, "pothole-tire"}}), 7, 1, "Dana"),
        [&](std::span<const shift::Event>) {
            if (broken) throw std::runtime_error("disk full");
        },
        tests::spelled_out);
    run.advance(0);
    const std::string before = shift::digest(run.state());
    broken = true;
    CHECK_THROWS(run.submit(shift::Answer{}, 10));
    CHECK(shift::digest(run.state()) == before);
    broken = false;
    CHECK_FALSE(run.submit(shift::Answer{}, 20));
}

TEST_CASE("captions fade with the level", "[shift][screen]") {
    for (const int level : {1, 2, 3, 4}) {
        CAPTURE(level);
        tests::Desk desk(tests::plan_of({{0, "pothole-tire"}}), 7, level);
        desk.act(shift::Answer{});
        desk.say("greet");
        desk.wait(8'000);
        const shift::Screen screen = desk.run.screen(desk.now);
        REQUIRE(screen.conversation.size() >= 2);
        CHECK(screen.conversation[1].hidden == (level >= 3));
        CHECK(screen.mood.empty() == (level > 1));
        CHECK(screen.next_steps.empty() == (level > 1));
        CHECK(screen.conversation[0].heard_as.empty() == (level == 4));
    }
}
