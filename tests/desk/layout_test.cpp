// Every screen at every size: nothing twice, no button or tab cut, everything inside the window.
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"

#include <functional>

using namespace shift311;
using namespace shift311::desk;
using support::DeskGame;
using support::playing;

namespace {

struct Size {
    float wide, high;
    int scale;
};
constexpr Size kSizes[] = {{1280, 720, 100}, {1280, 720, 150},  {1280, 720, 200},  {1600, 900, 100},
                           {1600, 900, 200}, {1920, 1080, 125}, {2560, 1440, 100}, {2560, 1440, 200}};

void check(DeskGame& game, const char* moment) {
    game.ui.frame();
    game.ui.frame();
    CAPTURE(moment);
    CHECK(game.ui.duplicates().empty());
    for (const Control& c : game.ui.stage().ui().controls()) {
        CAPTURE(c.label, c.rect.x, c.rect.y, c.rect.w, c.rect.h);
        const bool must_fit = c.role == Role::button || c.role == Role::tab || c.role == Role::radio;
        if (must_fit && !c.visible.empty()) CHECK(c.fits);
        CHECK(c.rect.w >= 0);
        CHECK(c.rect.x >= -1);
        CHECK(c.rect.right() <= game.ui.stage().ui().window().right() + 1);
    }
    // The focus, if anything has it, can be seen.
    for (const Control& c : game.ui.stage().ui().controls())
        if (c.focused) CHECK_FALSE(c.visible.empty());
}

}  // namespace

TEST_CASE("every screen holds at every size", "[desk][layout]") {
    for (const Size& size : kSizes) {
        CAPTURE(size.wide, size.high, size.scale);
        const auto look = [&](DeskGame& game) {
            for (auto& [name, settings] : game.host.kept)
                settings.text_scale = size.scale;
        };
        Look first;
        first.text_scale = size.scale;
        {
            DeskGame game({}, size.wide, size.high, first,
                          {"Dana Reyes", "Marguerite Oyelaran-Fitzgerald de la Vega y Montenegro", "Li"});
            look(game);
            check(game, "start");
        }
        DeskGame game(playing("pair"), size.wide, size.high, first);
        look(game);
        game.ui.stage().look(first);
        check(game, "available");
        game.ui.pass(2500);
        check(game, "ringing");
        game.ui.press(Key::f1);
        game.ui.pass(4000);
        check(game, "call");
        game.ui.keys("where");
        check(game, "palette");
        game.ui.press(Key::escape);
        game.ui.press(Key::f5);
        check(game, "service");
        game.ui.keys("pothole");
        check(game, "service list");
        game.ui.press(Key::enter);
        game.ui.frame();
        game.ui.keys("1234 broad");
        check(game, "suggestions");
        for (const Key key : {Key::f6, Key::f8, Key::f9, Key::f3, Key::f12}) {
            game.ui.press(key);
            check(game, "view");
        }
        game.ui.press(Key::f10);
        check(game, "menu");
        game.ui.press(Key::f10);
        game.ui.press(Key::f4);
        check(game, "wrap-up");
        game.ui.press(chord(Key::space));
        game.ui.press(Key::f4);
        game.ui.frame();
        REQUIRE(game.desk.screen() == "debrief");
        check(game, "debrief");
    }
}

TEST_CASE("Tab comes round on every screen, and reaches what matters", "[desk][keyboard]") {
    const auto has = [](const std::vector<std::string>& order, const std::string& label) {
        return std::find(order.begin(), order.end(), label) != order.end();
    };
    DeskGame start({"Dana Reyes", "", 0});
    auto order = start.ui.tab_order();
    CHECK(order.size() < 40);
    for (const char* label : {"Dana Reyes", "Your name", "First call", "Level: 1 Guided", "Start the shift",
                              "Colors: Dark", "Larger text", "Quit"}) {
        CAPTURE(label);
        CHECK(has(order, label));
    }
    DeskGame game(playing("pair"));
    game.answer();
    order = game.ui.tab_order();
    CHECK(order.size() < 40);
    for (const char* label :
         {"Menu", "215-555-0150", "Hold", "Transfer", "End", "Say", "Request", "Service", "Notes"}) {
        CAPTURE(label);
        CHECK(has(order, label));
    }
}

TEST_CASE("a narrow desk brings what begins into view", "[desk][layout]") {
    Look twice;
    twice.text_scale = 200;
    DeskGame game(playing("pair"), 1280, 720, twice);
    game.host.kept["Dana Reyes"].text_scale = 200;
    game.ui.stage().look(twice);
    game.ui.pass(2500);
    game.ui.press(Key::f1);
    game.ui.pass(1000);
    CHECK(game.ui.focused() == "Say");
    game.ui.press(Key::f5);
    game.ui.frame();
    CHECK(game.ui.focused() == "Service");
    CHECK_FALSE(game.ui.shows("Say"));
    game.ui.press(ctrl(Key::slash));
    game.ui.frame();
    CHECK(game.ui.focused() == "Say");
    game.ui.press(Key::f4);
    game.ui.frame();
    game.ui.frame();
    CHECK(game.ui.focused() == "Outcome: Request filed");
}
