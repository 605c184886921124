#include "assessment/scoring/drill.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/debrief/story.hpp"
#include "sim/desk/office/as_it_stood.hpp"
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;

namespace {

/// A call with a wrong house number, to its debrief.
void play_badly(DeskGame& game) {
    game.answer();
    game.ui.pass(14'000);
    game.say("Thank you for calling 311, this is Dana. Where is it?");
    game.ui.press(Key::f5);
    game.ui.keys("pothole");
    game.ui.press(Key::enter);
    game.ui.frame();
    std::string location = game.expected("location");
    std::swap(location[1], location[2]);
    game.ui.keys(location);
    game.ui.press(Key::f4);
    game.ui.frame();
    game.ui.click("Outcome: Ended without action");
    game.ui.press(Key::f4);
    game.ui.frame();
}

}  // namespace

TEST_CASE("the debrief shows what was said and written, and moves by arrow keys", "[desk][debrief]") {
    DeskGame game(playing("script:pothole-tire"));
    play_badly(game);
    REQUIRE(game.desk.screen() == "debrief");
    CHECK(game.ui.reads("Not passed"));
    CHECK(game.ui.reads("What you did well"));
    CHECK(game.ui.must("What you did well").rect.y < game.ui.must("Critical error").rect.y);
    CHECK(game.ui.reads("Practice next"));
    game.ui.frame();
    const std::string first = game.ui.focused();
    CHECK(first.rfind("Finding 1: ", 0) == 0);
    game.ui.press(Key::down);
    game.ui.frame();
    CHECK(game.ui.focused().rfind("Finding 2: ", 0) == 0);
    // Somewhere among the findings is the number, with both spellings of it.
    bool seen = false;
    for (int i = 0; i < 40 && !seen; ++i) {
        seen = game.ui.find("Said") != nullptr && game.ui.find("Written") != nullptr &&
               game.ui.value("Said") == game.expected("location");
        if (!seen) game.ui.press(i == 0 ? Key::home : Key::down);
        game.ui.frame();
    }
    CHECK(seen);
    CHECK(game.ui.value("Written") != game.ui.value("Said"));
    // What the caller never got to say is not shown as said.
    bool asked = false;
    for (int i = 0; i < 40 && !asked; ++i) {
        game.ui.press(i == 0 ? Key::home : Key::down);
        game.ui.frame();
        asked = game.ui.find("Expected") != nullptr;
        CHECK_FALSE((game.ui.reads("The caller never said it") && game.ui.find("Said") != nullptr));
    }
    CHECK(asked);
    game.ui.press(Key::right);
    game.ui.frame();
    CHECK(game.ui.reads("At 0:"));
    CHECK(game.desk.sounds().lasting == Sounds::Lasting::none);
}

TEST_CASE("the replay runs by itself, and only then is the desk drawn again and again", "[desk][debrief]") {
    DeskGame game(playing("script:pothole-tire"));
    play_badly(game);
    CHECK_FALSE(game.desk.next_due());
    game.ui.click("Replay");
    game.ui.frame();
    REQUIRE(game.desk.next_due());
    CHECK(game.ui.shows("Stop"));
    for (int i = 0; i < 400 && game.desk.next_due(); ++i)
        game.ui.wait(200);
    CHECK_FALSE(game.desk.next_due());
    CHECK(game.ui.stage().ui().animating());
    game.ui.frame();
    CHECK(game.ui.shows("Replay"));
}

TEST_CASE("a story sets what happened into lanes", "[desk][debrief]") {
    Debrief d;
    d.contact = 1;
    d.answered = 10'000;
    journal::Seq seq = 0;
    const auto add = [&](journal::Millis at, journal::Act act) {
        d.events.push_back({++seq, at, 1, std::move(act)});
        return seq;
    };
    add(10'000, journal::Answered{});
    journal::CallerSaid opening;
    opening.text = "I smell gas.";
    opening.lasts = 2000;
    opening.cue = "gas_smell";
    const auto cue = add(11'000, opening);
    journal::FieldEdited edit;
    edit.field = "location";
    for (const char* value : {"4", "42", "420"}) {
        edit.value = value;
        add(15'000 + seq * 100, edit);
    }
    edit.value = "4208";
    const auto late = add(40'000, edit);
    add(41'000, journal::HoldBegan{});
    add(46'000, journal::HoldEnded{});
    add(50'000, journal::Ended{"trainee", "closed"});
    const Story story = story_of(d);
    REQUIRE(story.moments.size() == 6);
    const Moment* gas = moment_of(story, cue);
    REQUIRE(gas != nullptr);
    CHECK(gas->lane == Lane::caller);
    CHECK(gas->from == 1000);
    CHECK(gas->to == 3000);
    CHECK(gas->tone == Tone::bad);
    // Keys in a row are one moment, a later change is another.
    CHECK(story.moments[2].text == "420");
    CHECK(story.moments[2].events.size() == 3);
    REQUIRE(moment_of(story, late) != nullptr);
    CHECK(moment_of(story, late)->text == "4208");
    CHECK(story.moments[4].text == "on hold");
    CHECK(story.moments[4].to - story.moments[4].from == 5000);
    CHECK(story.end == 40'000);
    CHECK(std::is_sorted(story.moments.begin(), story.moments.end(),
                         [](const Moment& a, const Moment& b) { return a.from < b.from; }));
}

TEST_CASE("a story of a drill shows what was asked, where it was sent, and where it belonged", "[desk][debrief]") {
    Debrief d;
    scoring::FieldKey emergency, trash;
    emergency.field = "smoke";
    emergency.expected = "911";
    trash.field = "trash";
    trash.expected = "311";
    d.key.fields = {emergency, trash};
    journal::Seq seq = 0;
    const auto add = [&](journal::Millis at, journal::Act act) {
        journal::Event event;
        event.seq = ++seq;
        event.at = at;
        event.contact = 1;
        event.act = std::move(act);
        d.events.push_back(std::move(event));
    };
    add(0, journal::VignetteShown{"smoke", "There is smoke in the hall.", 1});
    add(4'000, journal::VignetteAnswered{"smoke", "311", ""});
    add(5'000, journal::VignetteShown{"trash", "Nobody took the trash.", 2});
    add(9'000, journal::VignetteAnswered{"trash", "311", ""});
    const Story story = story_of(d);
    REQUIRE(story.moments.size() == 4);
    CHECK(story.moments[0].lane == Lane::caller);
    CHECK(story.moments[0].text == "There is smoke in the hall.");
    CHECK(story.moments[0].to == 4'000);
    CHECK(story.moments[1].lane == Lane::you);
    CHECK(story.moments[1].text == "311; right: 911");
    CHECK(story.moments[1].tone == Tone::bad);
    CHECK(story.moments[3].text == "311");
    CHECK(story.moments[3].tone == Tone::good);

    d.key.script = std::string(scoring::kTriage);
    const Stood stood = as_it_stood(d, 4'500);
    REQUIRE(stood.said.size() == 2);
    CHECK(stood.said[0].text == "There is smoke in the hall.");
    CHECK(stood.said[1].text == "Sent to 311");
    CHECK(stood.drill);
    CHECK(stood.fields.empty());
    CHECK(stood.line.empty());
}

TEST_CASE("an empty story still has an axis", "[desk][debrief]") {
    const Story story = story_of({});
    CHECK(story.moments.empty());
    CHECK(story.end == 10'000);
}

TEST_CASE("critical errors come first, then what cost most", "[desk][debrief]") {
    scoring::Scorecard card;
    const auto add = [&](scoring::Points points, scoring::Points possible, bool critical) {
        scoring::Finding f;
        f.points = points;
        f.possible = possible;
        f.critical = critical;
        card.findings.push_back(f);
    };
    add(100, 100, false);
    add(50, 100, false);
    add(0, 800, false);
    add(0, 100, true);
    CHECK(lost_points(card) == std::vector<std::size_t>{3, 2, 1});
    CHECK(points_text(800) == "8.00");
    CHECK(points_text(-205) == "\u22122.05");
    CHECK(points_text(0) == "0.00");
    CHECK(competency_label("typing") == "Typing");
}

TEST_CASE("after the last contact comes the shift as a whole", "[desk][summary]") {
    DeskGame game(playing("pair"));
    play_badly(game);
    CHECK(game.ui.shows("Next contact"));
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.desk.screen() == "shift");
    game.ui.pass(20'000);
    game.ui.press(Key::f1);
    game.ui.pass(3000);
    game.ui.press(Key::f4);
    game.ui.frame();
    game.ui.click("Outcome: Information given");
    game.ui.press(Key::f4);
    game.ui.frame();
    CHECK(game.ui.shows("See the whole shift"));
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.desk.screen() == "summary");
    CHECK(game.ui.value("Contacts passed") == "0/2");
    game.ui.press(Key::enter);  // the first contact has the focus
    game.ui.frame();
    CHECK(game.desk.screen() == "debrief");
    game.ui.click("Contact after");
    game.ui.frame();
    CHECK(game.ui.reads("2 of 2: "));
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.desk.screen() == "summary");
    game.ui.press(ctrl(Key::enter));
    game.ui.frame();
    CHECK(game.desk.screen() == "start");
    CHECK(game.ui.shows("Result 1: Two callers"));
}

TEST_CASE("a shift of some callers is measured by what one person could do, once enough of them were met",
          "[desk][summary]") {
    DeskGame game(playing("busy"));
    const std::string yardstick = shift::yardstick(game.host.run().floor());
    REQUIRE_FALSE(yardstick.empty());
    game.ui.pass(10'000);
    CHECK_FALSE(game.ui.reads(yardstick));  // not while it is played
    game.ui.pass(200'000);                  // everybody gives up
    REQUIRE(game.desk.screen() == "summary");
    CHECK(game.ui.reads("4 gave up waiting"));
    CHECK(game.ui.reads(yardstick + " You answered 0 of 4 in that time."));

    DeskGame pair(playing("pair"));
    pair.ui.pass(300'000);
    REQUIRE(pair.desk.screen() == "summary");
    CHECK_FALSE(pair.ui.reads("yardstick"));

    DeskGame broken_off(playing("busy"));
    broken_off.answer();
    broken_off.host.run().submit(shift::Quit{}, broken_off.clock() + 100);
    broken_off.ui.pass(1000);
    REQUIRE(broken_off.desk.screen() == "summary");
    CHECK(broken_off.ui.value("Service level") == "100 %");
    CHECK_FALSE(broken_off.ui.reads("yardstick"));
}

TEST_CASE("no figure of a whole shift is cut, however large the text", "[desk][summary]") {
    for (const auto& [wide, high] : {std::pair(1600.0F, 900.0F), std::pair(1280.0F, 720.0F)}) {
        DeskGame game(playing("busy"), wide, high, Look{Mode::dark, 200, 1});
        game.host.kept["Dana Reyes"].text_scale = 200;
        game.ui.pass(200'000);
        REQUIRE(game.desk.screen() == "summary");
        const Control& level = game.ui.must("answered in 20 s, goal 80 %");
        CHECK(paragraph_height(game.ui.stage().ui().fonts().small, level.rect.w, "answered in 20 s, goal 80 %") <=
              level.rect.h + 1);
    }
}
