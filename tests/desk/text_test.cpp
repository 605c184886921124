#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/text_edit.hpp"
#include "sim/desk/text_layout.hpp"
#include "sim/desk/utf8.hpp"
#include "tests/support/catch.hpp"

#include <imgui.h>

using namespace shift311::desk;

namespace {

/// A font of known widths: Dear ImGui's built-in one, 7 pixels a letter.
struct Plain {
    ImFontAtlas atlas;
    Font font;
    Plain() {
        font.face = atlas.AddFontDefault();
        font.size = 13;
        font.line = 16;
        atlas.Build();
    }
};

std::vector<std::string> words_of(std::string_view text, const std::vector<TextLine>& lines) {
    std::vector<std::string> out;
    for (const TextLine& line : lines)
        out.emplace_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

}  // namespace

TEST_CASE("UTF-8 is walked by what a person sees as one character", "[desk][text]") {
    const std::string text = "Zoe\u0308 \u00d1u\u0144";  // e with a combining diaeresis
    CHECK(length(text) == 8);
    std::size_t at = 0;
    int stops = 0;
    while (at < text.size())
        at = next_stop(text, at), ++stops;
    CHECK(stops == 7);
    while (at > 0)
        at = previous_stop(text, at), --stops;
    CHECK(stops == 0);
    CHECK(encode(U"Zo\u00eb \U0001F600") == "Zo\u00eb \U0001F600");
}

TEST_CASE("broken UTF-8 becomes the replacement sign, byte by byte", "[desk][text]") {
    CHECK(clean("a\xff\xfe z", true) == "a\uFFFD\uFFFD z");
    CHECK(clean("\xc0\xaf", true) == "\uFFFD\uFFFD");            // an overlong slash is no slash
    CHECK(clean("\xed\xa0\x80", true) == "\uFFFD\uFFFD\uFFFD");  // half of a surrogate pair
    CHECK(clean("\xe2\x82", true) == "\uFFFD\uFFFD");            // cut short
}

TEST_CASE("text from outside is cleaned", "[desk][text]") {
    CHECK(clean("4208\tSpruce\r\nSt\x07\n", true) == "4208 Spruce St");
    CHECK(clean("one\r\ntwo\rthree\n", false) == "one\ntwo\nthree\n");
}

TEST_CASE("editing: type, move, select, replace", "[desk][text]") {
    TextEdit e;
    e.insert("12 Elm", true);
    e.move_word_left(false);
    CHECK(e.caret() == 3);
    e.insert("N ", true);
    CHECK(e.text() == "12 N Elm");
    e.select_all();
    CHECK(e.selected() == "12 N Elm");
    e.insert("Z", true);
    CHECK(e.text() == "Z");
    CHECK(e.erase_left());
    CHECK_FALSE(e.erase_left());
    CHECK(e.text().empty());
}

TEST_CASE("editing: words are erased whole, accents with their letter", "[desk][text]") {
    TextEdit e;
    e.reset("4208 Spruce Street");
    CHECK(e.erase_word_left());
    CHECK(e.text() == "4208 Spruce ");
    e.place(0, false);
    CHECK(e.erase_word_right());
    CHECK(e.text() == "Spruce ");
    e.reset("Zoe\u0308");
    e.erase_left();
    CHECK(e.text() == "Zo");
}

TEST_CASE("editing: undo takes back typing as one step, and redo brings it again", "[desk][text]") {
    TextEdit e;
    for (const char* c : {"a", "b", "c"})
        e.insert(c, true);
    e.move_left(false);
    e.insert("x", true);
    CHECK(e.text() == "abxc");
    CHECK(e.undo());
    CHECK(e.text() == "abc");
    CHECK(e.undo());
    CHECK(e.text().empty());
    CHECK_FALSE(e.undo());
    CHECK(e.redo());
    CHECK(e.redo());
    CHECK(e.text() == "abxc");
    CHECK_FALSE(e.redo());
}

TEST_CASE("editing: a value from outside puts the caret at its end and forgets the past", "[desk][text]") {
    TextEdit e;
    e.insert("typed", true);
    e.reset("taken from the list");
    CHECK(e.caret() == e.text().size());
    CHECK_FALSE(e.undo());
    e.place(3, false);
    e.reset("taken from the list");  // the same value again moves nothing
    CHECK(e.caret() == 3);
}

TEST_CASE("lines break at spaces and line ends", "[desk][text]") {
    Plain p;
    const std::string text = "aaa bbb ccc\n\nddd";
    CHECK(words_of(text, wrap(text, p.font, 7 * 7)) == std::vector<std::string>{"aaa bbb", "ccc", "", "ddd"});
    CHECK(words_of(text, wrap(text, p.font, 3 * 7)) == std::vector<std::string>{"aaa", "bbb", "ccc", "", "ddd"});
    CHECK(wrap("", p.font, 100).size() == 1);
    for (const std::string signs : {"of 80 % in 20 s.", "of 80 % in 20 s"}) {
        CHECK(words_of(signs, wrap(signs, p.font, 6 * 7)) ==
              std::vector<std::string>{"of", "80 %", "in", signs.substr(11)});
    }
    // A number before any other word, and a sign wider than the line, break as all else does.
    CHECK(words_of("80 so", wrap("80 so", p.font, 4 * 7)) == std::vector<std::string>{"80", "so"});
    CHECK(words_of("1234 %", wrap("1234 %", p.font, 3 * 7)) == std::vector<std::string>{"123", "4 %"});
}

TEST_CASE("a word wider than the line is broken inside", "[desk][text]") {
    Plain p;
    const std::string text = "abcdefgh ij";
    CHECK(words_of(text, wrap(text, p.font, 3 * 7)) == std::vector<std::string>{"abc", "def", "gh", "ij"});
    // Narrower than any letter: one letter a line, and it ends.
    CHECK(wrap("abc", p.font, 1).size() == 3);
}

TEST_CASE("every byte of a wrapped text is on a line or is the break", "[desk][text]") {
    Plain p;
    const std::string text = "The quick  brown fox, jumps over\nthe lazy dog and  then some ";
    for (float wide = 7; wide < 300; wide += 5) {
        std::size_t at = 0;
        for (const TextLine& line : wrap(text, p.font, wide)) {
            REQUIRE(line.begin >= at);
            REQUIRE(line.begin - at <= 1);
            for (std::size_t gap = at; gap < line.begin; ++gap)
                REQUIRE((text[gap] == ' ' || text[gap] == '\n'));
            at = line.end;
        }
        REQUIRE(at == text.size());
    }
}

TEST_CASE("a place in the text is found from a place on the screen", "[desk][text]") {
    Plain p;
    const std::string text = "abcd";
    const TextLine line{0, 4, 28};
    CHECK(place_at(text, line, p.font, -5) == 0);
    CHECK(place_at(text, line, p.font, 3) == 0);
    CHECK(place_at(text, line, p.font, 4) == 1);
    CHECK(place_at(text, line, p.font, 1000) == 4);
    CHECK(cut("abcdefgh", p.font, 1000) == "abcdefgh");
    CHECK(cut("abcdefgh", p.font, 35).size() < 8 + 3);
}
