// The office by the keyboard alone, at every size: the focus can be seen, what is only read can be scrolled, and
// nothing that was typed is lost by looking elsewhere.
#include "sim/desk/office/name_search.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "tests/desk/desk_game.hpp"
#include "tests/desk/office_fake.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace shift311;
using namespace shift311::desk;
using support::FakeOffice;

namespace {

struct Center {
    explicit Center(const std::string& name, const std::string& secret, float wide = 1600, float high = 900,
                    int scale = 100, int trainees = 12)
        : desk((support::with_people(host, {}), support::furnish(office, trainees),
                trainees > 0 ? support::play_for_review(office, host) : void(), host),
               {}, &office),
          ui(desk, wide, high, look(scale)) {
        for (const Member& m : office.people)
            host.kept[m.name].text_scale = scale;
        ui.keys(name);
        ui.press(Key::enter);
        ui.frame();
        ui.keys(secret);
        ui.press(Key::enter);
        settle();
    }
    static Look look(int scale) {
        Look out;
        out.text_scale = scale;
        return out;
    }
    void settle() {
        for (int i = 0; i < 8; ++i)
            ui.frame();
    }
    void go(Key key) {
        ui.press(key);
        settle();
    }
    /// Walks once round by Tab; gives what could not be seen when it had the focus.
    std::set<std::string> unseen_stops() {
        std::set<std::string> out, seen;
        for (int i = 0; i < 80; ++i) {
            ui.tab();
            settle();
            const std::string here = ui.focused();
            if (!seen.insert(here).second) break;
            for (const Control& c : ui.stage().ui().controls())
                if (c.focused && c.visible.h < std::min(c.rect.h, 20.0F)) out.insert(here);
        }
        return out;
    }

    support::PracticeHost host;
    FakeOffice office;
    desk::Desk desk;
    support::DeskDriver ui;
};

const std::set<std::string> kNone;

}  // namespace

TEST_CASE("wherever Tab goes in the office, the page follows", "[desk][office][keyboard]") {
    for (const auto& [wide, high, scale] : {std::tuple{1280.0F, 720.0F, 200}, std::tuple{1280.0F, 720.0F, 100}}) {
        CAPTURE(scale);
        Center trainer("Marisol", "2468", wide, high, scale);
        CHECK(trainer.unseen_stops() == kNone);
        trainer.go(Key::f2);
        CHECK(trainer.unseen_stops() == kNone);
        trainer.go(Key::f1);
        trainer.go(Key::enter);
        REQUIRE(trainer.desk.screen() == "trainee");
        CHECK(trainer.unseen_stops() == kNone);
        trainer.ui.press(chord(Key::d));
        trainer.settle();
        REQUIRE(trainer.desk.screen() == "day-report");
        CHECK(trainer.unseen_stops() == kNone);
        Center trainee("Dana Reyes", "1111", wide, high, scale);
        trainee.go(Key::f2);
        CHECK(trainee.unseen_stops() == kNone);
        trainee.go(Key::f3);
        CHECK(trainee.unseen_stops() == kNone);
        Center admin("Ada", "12345678", wide, high, scale);
        CHECK(admin.unseen_stops() == kNone);
        admin.go(Key::f2);
        CHECK(admin.unseen_stops() == kNone);
    }
}

TEST_CASE("a card that is only read scrolls by the arrows where it is too low", "[desk][office][keyboard]") {
    Center center("Dana Reyes", "1111", 1280, 560);
    center.go(Key::f2);
    REQUIRE(center.desk.screen() == "progress");
    for (int i = 0; i < 40 && center.ui.focused() != "How it goes, to the end"; ++i) {
        center.ui.tab();
        center.settle();
    }
    REQUIRE(center.ui.focused() == "How it goes, to the end");
    const float before = center.ui.must("Tempo, now").rect.y;
    center.go(Key::down);
    CHECK(center.ui.must("Tempo, now").rect.y < before);
    center.go(Key::end);
    const Control last = center.ui.must("Tempo, now");
    CHECK(last.visible.h >= last.rect.h - 1);
    center.go(Key::home);
    CHECK(center.ui.must("Tempo, now").rect.y == before);
}

TEST_CASE("all competencies of a trainee are in view where the window has room", "[desk][office][layout]") {
    Center center("Marisol", "2468");
    center.go(Key::enter);
    REQUIRE(center.desk.screen() == "trainee");
    const Control last = center.ui.must("Tempo, now");
    CHECK(last.visible.h >= last.rect.h - 1);
    CHECK_FALSE(center.ui.shows("Competencies, to the end"));
    Center trainee("Dana Reyes", "1111");
    trainee.go(Key::f2);
    const Control own = trainee.ui.must("Tempo, now");
    CHECK(own.visible.h >= own.rect.h - 1);
    CHECK_FALSE(trainee.ui.reads("How it goes, to the end"));
}

TEST_CASE("the contacts of an attempt are turned by arrows that nobody cut", "[desk][office][layout]") {
    Center center("Marisol", "2468");
    center.office.shown.contacts.push_back(center.office.shown.contacts.front());
    center.office.shown.contacts.back().debrief.contact = 2;
    center.go(Key::enter);
    center.go(Key::enter);
    REQUIRE(center.desk.screen() == "review");
    CHECK(center.ui.must("Contact before").fits);
    CHECK(center.ui.must("Contact after").fits);
    CHECK(center.ui.value("Contact").rfind("1 of 2: ", 0) == 0);
    center.ui.click("Contact after");
    center.settle();
    CHECK(center.ui.value("Contact").rfind("2 of 2: ", 0) == 0);
}

TEST_CASE("the moment of a replay stands there at every size", "[desk][office][layout]") {
    for (const auto& [wide, high, scale] :
         {std::tuple{1280.0F, 720.0F, 100}, std::tuple{1280.0F, 720.0F, 200}, std::tuple{2560.0F, 1440.0F, 200}}) {
        CAPTURE(wide, scale);
        Center center("Marisol", "2468", wide, high, scale);
        center.go(Key::enter);
        center.go(Key::enter);
        REQUIRE(center.desk.screen() == "review");
        CHECK(center.ui.find("Moment") != nullptr);
    }
}

TEST_CASE("a dispute half written is there again after looking at another result", "[desk][office][trainee]") {
    Center center("Dana Reyes", "1111");
    center.go(Key::f3);
    center.ui.press(chord(Key::d));
    center.settle();
    center.ui.keys("She changed it.");
    center.ui.click("Result 2: Monday morning");
    center.settle();
    CHECK_FALSE(center.ui.shows("Why you dispute it"));
    center.ui.click("Result 1: A pothole took out a tire");
    center.settle();
    CHECK(center.ui.value("Why you dispute it") == "She changed it.");
    // Leaving the page asks first.
    center.go(Key::f2);
    REQUIRE(center.desk.screen() == "results");
    CHECK(center.ui.shows("Stay"));
    center.ui.click("Stay");
    center.settle();
    CHECK(center.ui.value("Why you dispute it") == "She changed it.");
}

TEST_CASE("an answer half written is there again after looking at another dispute", "[desk][office][disputes]") {
    Center center("Marisol", "2468");
    center.go(Key::f2);
    center.ui.click("Answer: The result stands");
    center.ui.click("Your words");
    center.ui.keys("At 0:18.");
    center.ui.click("Dispute 2: Marguerite Reyes");
    center.settle();
    CHECK(center.ui.value("Your words").empty());
    center.ui.click("Dispute 1: Dana Reyes");
    center.settle();
    CHECK(center.ui.value("Your words") == "At 0:18.");
    CHECK(center.ui.value("Answer: The result stands") == "on");
    CHECK(center.ui.must("Answer and sign").enabled);
}

TEST_CASE("a person is found by the beginnings of names, never by letters strewn over another name",
          "[desk][office][find]") {
    for (const char* query : {"", "lei", "Leila", "ABDI", "abdi lei", "leila abdi", "l a"})
        CHECK(names(query, "Leila Abdi"));
    for (const char* query : {"leila", "eil", "dd", "l l"})
        CHECK_FALSE(names(query, "Daiyu Lewis-Alvarez"));
    CHECK(names("alv", "Daiyu Lewis-Alvarez"));
    CHECK(names("d da", "Dana Doe"));
    CHECK(names("\u00c9lo", "\u00c9lodie Roy"));
    CHECK_FALSE(names("roy roy", "\u00c9lodie Roy"));
}

TEST_CASE("how it goes now is compared with what went before by one measure", "[desk][office][trend]") {
    CHECK(trend_words({"listening", "Listening", {}, 0, -1, 0}) == "not seen yet");
    CHECK(trend_words({"listening", "Listening", {80, 90}, 85, -1, 0}) == "85 %");
    CHECK(trend_words({"listening", "Listening", {80, 90}, 85, 80, 0}) == "85 %, up 5");
    CHECK(trend_words({"listening", "Listening", {80, 90}, 100, 100, 0}) == "100 %");
    CHECK(trend_words({"listening", "Listening", {80, 90}, 80, 93, 0}) == "80 %, down 13");
}

TEST_CASE("Enter after a name goes to the first that was found; every standing has its chip", "[desk][office][find]") {
    Center trainer("Marisol", "2468", 1600, 900, 100, 40);
    trainer.ui.press(chord(Key::slash));
    trainer.settle();
    trainer.ui.keys("margue");
    trainer.go(Key::enter);
    CHECK(trainer.ui.focused().rfind("Marguerite ", 0) == 0);
    int chips = 0, all = 0;
    for (const Control& c : trainer.ui.stage().ui().controls()) {
        if (c.role != Role::radio || c.label.rfind("Show: ", 0) != 0) continue;
        const int count = std::stoi(c.label.substr(c.label.rfind(' ') + 1));
        if (c.label.rfind("Show: Everybody", 0) == 0)
            all = count;
        else if (c.label.rfind("Show: Need", 0) != 0)
            chips += count;
    }
    CHECK(all == 40);
    CHECK(chips == all);
    Center hr("Helen", "1357");
    hr.ui.press(chord(Key::slash));
    hr.settle();
    hr.ui.keys("margue");
    hr.go(Key::enter);
    CHECK(hr.ui.focused() == "Marguerite Oyelaran-Fitzgerald");
    CHECK(hr.ui.value("Chosen") == "Marguerite Oyelaran-Fitzgerald");
    Center admin("Ada", "12345678");
    admin.go(Key::f2);
    CHECK(admin.ui.reads("Account of Ada Byrne"));  // what has the focus is what is shown
    admin.ui.press(chord(Key::slash));
    admin.settle();
    admin.ui.keys("margue");
    admin.go(Key::enter);
    CHECK(admin.ui.reads("Account of Marguerite Oyelaran-Fitzgerald"));
}

TEST_CASE("an empty office says what comes here, and offers the next step", "[desk][office][empty]") {
    Center trainer("Marisol", "2468", 1600, 900, 100, 0);
    CHECK(trainer.ui.reads("Nobody is in training here yet."));
    trainer.go(Key::f2);
    CHECK(trainer.ui.reads("Nobody disputes a result."));
    CHECK_FALSE(trainer.ui.reads("watch the moment"));  // no key that does nothing
    Center trainee("Dana Reyes", "1111");
    trainee.office.files["Dana Reyes"] = {};
    trainee.go(Key::f3);
    CHECK(trainee.ui.reads("Nothing to answer."));
    trainee.go(Key::f2);
    CHECK(trainee.ui.focused() == "Choose a shift");
    trainee.go(Key::enter);
    CHECK(trainee.desk.screen() == "start");
    Center file("Marisol", "2468");
    file.office.files["Dana Reyes"] = {};
    for (desk::RosterLine& line : file.office.lines)
        file.office.files[line.name] = {};
    file.go(Key::enter);
    REQUIRE(file.desk.screen() == "trainee");
    CHECK(file.ui.focused() == "Enroll");
    CHECK(file.ui.reads("After the first contacts each competency has its line here."));
    CHECK_FALSE(file.ui.reads("Enter watch it"));
}

TEST_CASE("a refusal to sign in can be read where the focus is, with large letters too", "[desk][office][sign-in]") {
    Center center("Marisol", "9999", 1280, 720, 200);
    REQUIRE(center.desk.screen() == "sign-in");
    const Control told = center.ui.must("That is not the PIN or passphrase of Marisol Ortiz.");
    CHECK(told.visible.h >= told.rect.h - 1);
    CHECK(center.ui.shows("PIN or passphrase"));
}
