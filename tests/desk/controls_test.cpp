#include "tests/desk/gallery_face.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_driver.hpp"

#include <algorithm>

using namespace shift311::desk;
using shift311::support::DeskDriver;
using shift311::support::GalleryFace;

TEST_CASE("Tab reaches every control once, forward and back", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    const std::vector<std::string> expected{"215-555-0142", "Hold",         "Transfer", "Answer",    "End",
                                            "Request",      "Location",     "Caller",   "Call back", "Lane: Driving",
                                            "Narrative",    "File request", "All keys"};
    CHECK(ui.tab_order() == expected);
    REQUIRE(ui.focused() == expected.front());
    ui.tab(true);
    CHECK(ui.focused() == expected.back());
    // Every enabled interactive control is reached by Tab, or by arrows from the stop of its group.
    auto reached = expected;
    for (const char* group : {"215-555-0142", "Request", "Lane: Driving"}) {
        while (ui.focused() != group)
            ui.tab();
        for (int i = 0; i < 4; ++i) {
            ui.press(Key::down);
            reached.push_back(ui.focused());
        }
    }
    for (const Control& c : ui.stage().ui().controls()) {
        if (!interactive(c.role) || !c.enabled) continue;
        CAPTURE(c.label);
        CHECK(std::find(reached.begin(), reached.end(), c.label) != reached.end());
    }
}

TEST_CASE("buttons act by Enter, by Space, by their key and by the mouse", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    ui.click("File request");
    CHECK(face.filed == 1);
    ui.press(Key::enter);
    CHECK(face.filed == 2);
    ui.press(chord(Key::space));
    CHECK(face.filed == 3);
    ui.press(ctrl(Key::enter));
    CHECK(face.filed == 4);
    ui.press(chord(Key::f1));
    CHECK(face.pressed == 1);
}

TEST_CASE("a key held down acts once", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    for (int i = 0; i < 20; ++i)
        ui.stage().input().push(KeyPress{Key::f1, {}, ui.now(), true, i > 0});
    ui.frame();
    CHECK(face.pressed == 1);
}

TEST_CASE("a button keeps the focus while its label changes", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    while (ui.focused() != "Hold")
        ui.tab();
    ui.press(Key::enter);
    CHECK(face.held);
    CHECK(ui.focused() == "Resume");
    ui.press(Key::enter);
    CHECK(ui.focused() == "Hold");
}

TEST_CASE("disabled controls are listed, not reached, and do nothing", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    CHECK_FALSE(ui.must("Add to it").enabled);
    CHECK_FALSE(ui.must("Directory").enabled);
    ui.click("Directory");
    ui.press(chord(Key::f9));
    CHECK(face.tab == 0);
    ui.click("Reference");
    ui.keys("9");
    CHECK(ui.value("Reference") == "17346520");
}

TEST_CASE("arrow keys choose among chips, tabs and rows", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    while (ui.focused() != "Lane: Driving")
        ui.tab();
    ui.press(Key::right);
    CHECK(face.lane == 1U);
    CHECK(ui.value("Lane: Parking") == "on");
    CHECK(ui.value("Lane: Driving") == "off");
    ui.press(Key::end);
    CHECK(face.lane == 3U);
    ui.press(Key::left);
    CHECK(ui.focused() == "Lane: Bike");
    ui.click("Lane: Driving");
    CHECK(face.lane == 0U);

    ui.press(chord(Key::f8));
    CHECK(face.tab == 2);
    ui.click("Request");
    ui.press(Key::right);
    CHECK(face.tab == 1);

    ui.click("215-555-0142");
    ui.press(Key::down);
    ui.press(Key::down);
    CHECK(face.row == 2);
    CHECK(ui.value("Missed recycling, Tasker Street") == "E-mail, reply started, 6:05, selected");
}

TEST_CASE("entering a group by Tab chooses nothing", "[desk][keyboard]") {
    GalleryFace face;
    face.lane.reset();
    DeskDriver ui(face);
    ui.click("Narrative");
    ui.tab(true);
    CHECK(ui.focused() == "Lane: Driving");
    CHECK_FALSE(face.lane);
    ui.press(chord(Key::space));
    CHECK(face.lane == 0U);
}

TEST_CASE("edits report the value, what was put in, and the keys", "[desk][typing]") {
    GalleryFace face;
    DeskDriver ui(face);
    ui.click("Caller");
    ui.keys("Zo\u00eb");
    REQUIRE(face.edits.size() == 3);
    CHECK(face.edits[2].value == "Zo\u00eb");
    CHECK(face.edits[2].inserted == "\u00eb");
    CHECK(face.edits[2].insert_keys == 1);
    CHECK(face.edits[2].erase_keys == 0);
    CHECK_FALSE(face.edits[2].pasted);
    CHECK(face.edits[0].at < face.edits[2].at);
    ui.press(Key::backspace);
    CHECK(face.edits[3].value == "Zo");
    CHECK(face.edits[3].erase_keys == 1);
    CHECK(face.edits[3].insert_keys == 0);
    ui.clipboard = "e  \u0001Smith\n";
    ui.press(ctrl(Key::v));
    CHECK(face.edits[4].value == "Zoe  Smith");
    CHECK(face.edits[4].pasted);
    CHECK(face.edits[4].insert_keys == 0);
    ui.press(ctrl(Key::a));
    ui.press(ctrl(Key::x));
    CHECK(ui.clipboard == "Zoe  Smith");
    CHECK(face.caller.empty());
    CHECK(face.edits[5].erase_keys == 1);
    const auto before = face.edits.size();
    ui.press(Key::backspace);  // nothing there to take away
    ui.press(Key::left);
    CHECK(face.edits.size() == before);
    ui.press(ctrl(Key::z));
    CHECK(face.caller == "Zoe  Smith");
    CHECK(face.edits.back().erase_keys == 1);
}

TEST_CASE("typing over a selection counts the keys typed, not the letters lost", "[desk][typing]") {
    GalleryFace face;
    DeskDriver ui(face);
    ui.click("Location");
    ui.press(ctrl(Key::a));
    ui.keys("7");
    REQUIRE(face.edits.size() == 1);
    CHECK(face.address == "7");
    CHECK(face.edits[0].insert_keys == 1);
    CHECK(face.edits[0].erase_keys == 0);
}

TEST_CASE("a burst of typing within one frame arrives whole and in order", "[desk][typing]") {
    GalleryFace face;
    face.address.clear();
    face.phone.clear();
    DeskDriver ui(face);
    ui.click("Location");
    face.edits.clear();
    auto& in = ui.stage().input();
    const auto text = [&](std::u32string_view s) {
        for (const char32_t c : s)
            in.push(Typed{c, ui.now()});
    };
    const auto key = [&](Key k) {
        in.push(KeyPress{k, {}, ui.now(), true, false});
        in.push(KeyPress{k, {}, ui.now(), false, false});
    };
    text(U"12 Elm");
    key(Key::tab);
    text(U"Zo\u00eb");
    key(Key::backspace);
    text(U"e");
    key(Key::tab);
    text(U"215");
    key(Key::enter);
    ui.frame();
    CHECK(face.address == "12 Elm");
    CHECK(face.caller == "Zoe");
    CHECK(face.phone == "215");
    CHECK(face.submitted == 1);
    CHECK(ui.focused() == "Call back");
    int keys = 0, erased = 0;
    for (const Edit& e : face.edits)
        keys += e.insert_keys, erased += e.erase_keys;
    CHECK(keys == 6 + 3 + 1 + 3);
    CHECK(erased == 1);
}

TEST_CASE("application keys are silent while text is typed, if they write something", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    ui.click("Caller");
    ui.keys("? /d");
    CHECK(face.caller == "? /d");
    ui.press(chord(Key::f12));  // one that writes nothing works
    CHECK(face.pressed == 1);
}

TEST_CASE("the focus can be asked for by label, and what is typed next goes there", "[desk][keyboard]") {
    GalleryFace face;
    DeskDriver ui(face);
    face.ask_focus = "Caller";
    ui.frame();
    CHECK(ui.focused() == "Caller");
    // Asked for in the same turn as the typing: nothing is lost and nothing goes astray.
    ui.click("Location");
    face.ask_focus = "Call back";
    for (const char32_t c : std::u32string_view(U"99"))
        ui.stage().input().push(Typed{c, ui.now()});
    ui.frame();
    CHECK(face.phone == "215-555-014299");
    CHECK(face.address == "4208 SPRUCE ST");
}

TEST_CASE("the text area breaks lines, and moves by them", "[desk][typing]") {
    GalleryFace face;
    face.narrative.clear();
    DeskDriver ui(face);
    ui.click("Narrative");
    ui.keys("one");
    ui.press(Key::enter);
    ui.keys("two");
    CHECK(face.narrative == "one\ntwo");
    ui.press(Key::up);
    ui.keys("X");
    CHECK(face.narrative == "oneX\ntwo");
    ui.press(Key::home);
    ui.keys("Y");
    CHECK(face.narrative == "YoneX\ntwo");
    ui.press(ctrl(Key::end));
    ui.keys("!");
    CHECK(face.narrative == "YoneX\ntwo!");
    ui.press(ctrl(Key::enter));  // belongs to the form, not to the text
    CHECK(face.narrative == "YoneX\ntwo!");
    CHECK(face.filed == 1);
}

TEST_CASE("the mouse places the caret, selects, and takes words by double click", "[desk][typing]") {
    GalleryFace face;
    DeskDriver ui(face);
    const Control c = ui.must("Location");
    const auto event = [&](float x, bool down) {
        ui.stage().input().push(MouseButton{x, c.rect.middle(), 0, down, {}, ui.now()});
        ui.frame();
    };
    ui.stage().input().push(MouseMoved{c.rect.x + 11, c.rect.middle(), ui.now()});
    ui.frame();
    event(c.rect.x + 11, true);
    event(c.rect.x + 11, false);
    ui.keys("N");
    CHECK(face.address == "N4208 SPRUCE ST");
    event(c.rect.x + 25, true);  // the same place again, at once: a double click
    event(c.rect.x + 25, false);
    ui.keys("7");
    CHECK(face.address == "7 SPRUCE ST");
    ui.wait(1000);
    event(c.rect.x + 8, true);
    ui.stage().input().push(MouseMoved{c.rect.x + 300, c.rect.middle(), ui.now()});
    ui.frame();
    event(c.rect.x + 300, false);
    ui.press(Key::del);
    CHECK(face.address.empty());
}

TEST_CASE("a dialog takes the focus, keeps it, and gives it back", "[desk][dialog]") {
    GalleryFace face;
    DeskDriver ui(face);
    ui.click("Location");
    ui.press(chord(Key::f3));
    ui.frame();
    CHECK(ui.shows("Transfer the call"));
    CHECK(ui.focused() == "Transfer to");
    CHECK(ui.tab_order() == std::vector<std::string>{"Transfer now", "Stay", "Transfer to"});
    ui.press(chord(Key::f1));
    CHECK(face.pressed == 0);  // the desk under it is out of reach, by key
    ui.click("Answer");
    CHECK(face.pressed == 0);  // and by mouse
    CHECK_FALSE(face.dialog);  // a click outside dismisses it
    ui.press(chord(Key::f3));
    ui.frame();
    CHECK(face.dialog);
    ui.press(Key::escape);
    CHECK_FALSE(face.dialog);
    ui.frame();
    CHECK(ui.focused() == "Location");
    ui.press(chord(Key::f1));
    CHECK(face.pressed == 1);
}

TEST_CASE("no two controls share a label", "[desk]") {
    GalleryFace face;
    DeskDriver ui(face);
    CHECK(ui.duplicates().empty());
    std::vector<Control> two(2);
    for (Control& c : two)
        c.label = "Send", c.role = Role::button, c.visible = {0, 0, 10, 10};
    CHECK(duplicate_labels(two) == std::vector<std::string>{"Send"});
    two[1].visible = {};
    CHECK(duplicate_labels(two).empty());
    two[1].visible = {0, 0, 10, 10};
    two[1].role = Role::text;
    CHECK(duplicate_labels(two).empty());
}

TEST_CASE("everything fits at the sizes of the sketches", "[desk][layout]") {
    for (const int scale : {100, 125}) {
        GalleryFace face;
        Look look;
        look.text_scale = scale;
        DeskDriver ui(face, 1600, 900, look);
        CAPTURE(scale);
        CHECK(ui.cut_labels().empty());
    }
    GalleryFace face;
    DeskDriver small(face, 1280, 720);
    CHECK(small.cut_labels().empty());
    Look twice;
    twice.text_scale = 200;
    DeskDriver large(face, 2560, 1440, twice);
    CHECK(large.cut_labels().empty());
}

TEST_CASE("the text scale and the theme change while the desk runs", "[desk][layout]") {
    GalleryFace face;
    DeskDriver ui(face);
    const int fonts = ui.stage().atlas_version();
    const float field = ui.must("Location").rect.h;
    ui.stage().look({Mode::light, 150, 1});
    ui.frame();
    ui.frame();
    CHECK(ui.stage().atlas_version() == fonts + 1);
    CHECK(ui.must("Location").rect.h == Approx(field * 1.5F));
    ui.stage().look({Mode::dark, 150, 1});
    ui.frame();
    CHECK(ui.stage().atlas_version() == fonts + 1);  // colors need no new letters
    ui.stage().look({Mode::dark, 999, 1});
    ui.frame();
    CHECK(ui.stage().look().text_scale == 200);
}

TEST_CASE("missing fonts are told in one sentence each, and the desk still stands", "[desk][fonts]") {
    GalleryFace face;
    Stage stage({"/nowhere/a.otf", "/nowhere/b.otf", "/nowhere/c.ttf"}, {}, {});
    REQUIRE(stage.font_faults().size() == 2);
    CHECK(stage.font_faults()[0].find("fonts-inter") != std::string::npos);
    CHECK(stage.font_faults()[1].find("fonts-jetbrains-mono") != std::string::npos);
    stage.frame(face, 1, 1600, 900);
    CHECK(stage.draw_data()->TotalVtxCount > 1000);
}
