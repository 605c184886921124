#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::PracticeHost;

namespace {

struct Toured {
    PracticeHost host;
    Desk desk;
    support::DeskDriver ui;
    Toured() : desk(fresh(host), {"Dana Reyes", "tour", 0}), ui(desk) {}
    static PracticeHost& fresh(PracticeHost& host) {
        support::with_people(host, {"Dana Reyes"});
        host.kept["Dana Reyes"].tour_done = false;
        return host;
    }
};

}  // namespace

TEST_CASE("the tour leads from act to act, and the clock waits while a card is read", "[desk][tour]") {
    Toured t;
    CHECK(t.ui.reads("Welcome to the desk"));
    CHECK(t.ui.focused() == "Start");
    const std::string before = t.ui.value("Clock");
    t.ui.pass(60'000);
    CHECK(t.ui.value("Clock") == before);
    t.ui.press(Key::enter);
    t.ui.pass(3000);
    CHECK(t.ui.value("Tour step") == "1 of 10");
    CHECK(t.ui.reads("Answer the phone"));
    t.ui.press(Key::f1);
    t.ui.frame();
    CHECK(t.ui.value("Tour step") == "2 of 10");
    // The caller is heard out, then time stands still until something is pressed.
    t.ui.pass(30'000);
    const std::string waits = t.ui.value("Clock");
    t.ui.pass(60'000);
    CHECK(t.ui.value("Clock") == waits);
    CHECK(t.ui.reads("clock stopped"));
    t.ui.keys("Hello, this is Dana with 311, how can I help?");
    t.ui.press(Key::enter);
    t.ui.frame();
    CHECK(t.ui.value("Tour step") == "3 of 10");
    t.ui.keys("Where is it?");
    t.ui.press(Key::enter);
    t.ui.frame();
    CHECK(t.ui.value("Tour step") == "4 of 10");
    t.ui.press(Key::f5);
    t.ui.keys("pothole");
    t.ui.press(Key::enter);
    t.ui.frame();
    CHECK(t.ui.value("Tour step") == "5 of 10");
    CHECK_FALSE(t.host.kept["Dana Reyes"].tour_done);
}

TEST_CASE("the tour can be left, and does not come again", "[desk][tour]") {
    Toured t;
    t.ui.click("Leave the tour");
    t.ui.frame();
    CHECK_FALSE(t.ui.shows("Leave the tour"));
    CHECK(t.host.kept["Dana Reyes"].tour_done);
    const std::string before = t.ui.value("Clock");
    t.ui.pass(5000);
    CHECK(t.ui.value("Clock") != before);
}

TEST_CASE("the tour's card hides nothing that the step needs", "[desk][tour]") {
    Toured t;
    t.ui.press(Key::enter);
    t.ui.pass(3000);
    t.ui.press(Key::f1);
    t.ui.frame();
    t.ui.resize(1280, 720);
    const auto covered = [&t](const char* step) {
        INFO(step);
        CHECK(t.ui.value("Tour step") == step);
        const Rect top = t.ui.must("Tour step").visible, foot = t.ui.must("Leave the tour").visible;
        std::vector<std::string> under;
        for (const Control& c : t.ui.stage().ui().controls()) {
            if (c.label == "Leave the tour" || !interactive(c.role)) continue;
            if (c.visible.x < top.right() && c.visible.right() > foot.x && c.visible.y < foot.bottom() &&
                c.visible.bottom() > top.y)
                under.push_back(c.label);
        }
        CHECK(under == std::vector<std::string>{});
    };
    covered("2 of 10");
    t.ui.keys("Where is it?");
    t.ui.press(Key::enter);
    t.ui.frame();
    covered("4 of 10");
    t.ui.press(Key::f5);
    t.ui.keys("pothole");
    t.ui.press(Key::enter);
    t.ui.frame();
    covered("5 of 10");
    t.ui.press(Key::f4);
    t.ui.frame();
    covered("10 of 10");
}
