#include "sim/desk/input.hpp"

#include "sim/desk/key.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::desk;

TEST_CASE("characters in a row share a slice, every key has its own", "[desk][input]") {
    Input in;
    for (const char32_t c : U"Zo\u00eb") {
        if (c != 0) in.push(Typed{c, 10});
    }
    in.push(KeyPress{Key::tab, {}, 11});
    in.push(Typed{U'1', 12});
    in.push(Typed{U'2', 13});
    in.push(KeyPress{Key::enter, {}, 14});
    Slice s = in.next();
    CHECK(s.text == U"Zo\u00eb");
    CHECK(s.at == 10);
    CHECK_FALSE(s.key);
    s = in.next();
    REQUIRE(s.key);
    CHECK(s.key->key == Key::tab);
    CHECK(s.text.empty());
    s = in.next();
    CHECK(s.text == U"12");
    CHECK(s.at == 13);
    s = in.next();
    REQUIRE(s.key);
    CHECK(s.key->key == Key::enter);
    CHECK_FALSE(in.pending());
}

TEST_CASE("a button goes down and up in two slices, and moves before it are told first", "[desk][input]") {
    Input in;
    in.push(MouseMoved{1, 2, 1});
    in.push(MouseMoved{3, 4, 2});
    in.push(MouseButton{3, 4, 0, true, {}, 3});
    in.push(MouseButton{3, 4, 0, false, {}, 3});
    CHECK_FALSE(in.next().button);
    CHECK(in.mouse_x() == 3);
    REQUIRE(in.next().button);
    CHECK(in.mouse_down(0));
    REQUIRE(in.next().button);
    CHECK_FALSE(in.mouse_down(0));
    in.push(MouseLeft{5});
    in.next();
    CHECK_FALSE(in.mouse_inside());
}

TEST_CASE("turns of the wheel add up", "[desk][input]") {
    Input in;
    in.push(Wheel{1, 1});
    in.push(Wheel{2, 2});
    CHECK(in.next().wheel == 3);
    CHECK_FALSE(in.pending());
}

TEST_CASE("control characters are no text", "[desk][input]") {
    Input in;
    for (const char32_t c : {U'\r', U'\t', U'\b', char32_t{27}, char32_t{127}})
        in.push(Typed{c, 1});
    CHECK_FALSE(in.pending());
}

TEST_CASE("key caps say what to press", "[desk][input]") {
    CHECK(cap(chord(Key::f1)) == "F1");
    CHECK(cap(chord(Key::f12)) == "F12");
    CHECK(cap(ctrl(Key::enter)) == "Ctrl Enter");
    CHECK(cap(chord(Key::slash)) == "/");
    CHECK(cap(ctrl(Key::digit3)) == "Ctrl 3");
    CHECK(cap(alt(Key::s)) == "Alt S");
    CHECK(written(Key::question) == U'?');
    CHECK(written(Key::z) == U'z');
    CHECK(written(Key::f1) == 0);
}
