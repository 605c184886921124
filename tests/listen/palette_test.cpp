#include "sim/listen/palette.hpp"

#include "tests/listen/heard.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using shift311::listen::Choice;
using shift311::listen::Palette;
using shift311::listen::Span;
using shift311::script::Phrase;
using shift311::tests::core_phrases;

namespace {

const Palette& core() {
    static const Palette palette(core_phrases());
    return palette;
}

std::string first(std::string_view typed) {
    const auto choices = core().filter(typed);
    return choices.empty() ? "" : core_phrases()[choices.front().phrase].id;
}

/// The label with what was typed in brackets.
std::string marked(const Choice& choice) {
    std::string label = core_phrases()[choice.phrase].label;
    for (auto span = choice.bold.rbegin(); span != choice.bold.rend(); ++span) {
        label.insert(span->end, "]");
        label.insert(span->begin, "[");
    }
    return label;
}

}  // namespace

TEST_CASE("nothing typed lists all phrases in their order", "[listen][palette]") {
    const auto choices = core().filter("");
    REQUIRE(choices.size() == core_phrases().size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        CHECK(choices[i].phrase == i);
        CHECK(choices[i].bold.empty());
    }
    CHECK(core().filter("  ").size() == core_phrases().size());
    CHECK(core().filter("", 5).size() == 5);
}

TEST_CASE("a few letters find the phrase", "[listen][palette]") {
    CHECK(first("where") == "ask_location");
    CHECK(first("wher") == "ask_location");
    CHECK(first("cross") == "ask_cross_street");
    CHECK(first("apol") == "apologise");
    CHECK(first("name wh") == "ask_name");
    CHECK(first("hold may") == "ask_hold");
    CHECK(first("superv") == "offer_supervisor");
    CHECK(first("reference give") == "give_reference");
    CHECK(first("ask_location") == "ask_location");
    CHECK(first("empath") == "empathise");
    CHECK(first("intrepreter") == "offer_interpreter");
}

TEST_CASE("what was typed is marked in the label", "[listen][palette]") {
    CHECK(marked(core().filter("where").front()) == "[Where] is it?");
    CHECK(marked(core().filter("whe i").front()) == "[Whe]re [i]s it?");
    CHECK(marked(core().filter("wii").front()) == "[W]here [i]s [i]t?");
    // Found by an example only: nothing to mark.
    const auto choices = core().filter("pothole where");
    REQUIRE(!choices.empty());
    CHECK(core_phrases()[choices.front().phrase].id == "ask_location");
}

TEST_CASE("Spanish finds phrases by their examples, with accents or without", "[listen][palette]") {
    const auto plain = core().filter("direccion");
    const auto accented = core().filter("direcci\xC3\xB3n");
    REQUIRE(!plain.empty());
    REQUIRE(plain.size() == accented.size());
    CHECK(std::any_of(plain.begin(), plain.end(),
                      [](const Choice& choice) { return core_phrases()[choice.phrase].id == "ask_location"; }));
}

TEST_CASE("marks fall on whole letters of labels with accents", "[listen][palette]") {
    const Palette palette({Phrase{"donde",
                                  "\xC2\xBF"
                                  "D\xC3\xB3nde est\xC3\xA1?",
                                  "place",
                                  "",
                                  {"where"},
                                  {},
                                  false}});
    const auto choices = palette.filter("dond esta");
    REQUIRE(choices.size() == 1);
    CHECK(choices[0].bold == std::vector<Span>{{2, 7}, {9, 14}});
}

TEST_CASE("a phrase to avoid comes after one that fits as well", "[listen][palette]") {
    const std::vector<Phrase> phrases{{"a", "Promise a date", "avoid", "", {"x"}, {}, true},
                                      {"b", "Promise a call", "answer", "", {"y"}, {}, false}};
    const auto choices = Palette(phrases).filter("promise");
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].phrase == 1);
}

TEST_CASE("what fits nothing lists nothing, and any bytes do", "[listen][palette]") {
    CHECK(core().filter("zzzqqq").empty());
    std::uint32_t seed = 99;
    for (int round = 0; round < 300; ++round) {
        std::string typed;
        for (int i = 0; i < 12; ++i) {
            seed = seed * 1664525u + 1013904223u;
            typed += static_cast<char>(seed >> 24);
        }
        for (const Choice& choice : core().filter(typed)) {
            const std::string& label = core_phrases()[choice.phrase].label;
            std::size_t last = 0;
            for (const Span& span : choice.bold) {
                CHECK(span.begin >= last);
                CHECK(span.begin < span.end);
                CHECK(span.end <= label.size());
                last = span.end;
            }
        }
    }
}
