#include "assessment/text/compare.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <string>

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {
struct Row {
    const char* expected;
    const char* written;
    Credit credit;
    const char* why;
};
void check(FieldKind kind, std::initializer_list<Row> rows, const std::vector<std::string>& real_streets = {}) {
    for (const Row& row : rows) {
        INFO(row.expected << " / " << row.written);
        const Comparison result = compare(kind, row.expected, row.written, {}, real_streets);
        CHECK(static_cast<int>(result.credit) == static_cast<int>(row.credit));
        CHECK(result.why == row.why);
    }
}
}  // namespace

TEST_CASE("an address is right to the digit, direction and street type", "[compare]") {
    check(FieldKind::address,
          {
              {"4208 SPRUCE ST", "4208 spruce street", Credit::full, ""},
              {"4208 SPRUCE ST", "forty-two oh eight Spruce St.", Credit::full, ""},
              {"4208 SPRUCE ST", "4280 SPRUCE ST", Credit::none, "House number: 4280 written, 4208 said."},
              {"4208 SPRUCE ST", "SPRUCE ST", Credit::none, "House number: none written, 4208 said."},
              {"4208 SPRUCE ST", "4208 SPRUSE ST", Credit::half, "Street name: spelled SPRUSE, SPRUCE said."},
              {"4208 SPRUCE ST", "4208 PURCE ST", Credit::none, "Street: PURCE written, SPRUCE said."},
              {"4208 SPRUCE ST", "4208 SPURCE ST", Credit::half, "Street name: spelled SPURCE, SPRUCE said."},
              {"4208 SPRUCE ST", "4208 PINE ST", Credit::none, "Street: PINE written, SPRUCE said."},
              {"4208 SPRUCE ST", "4208 SPRUCE", Credit::none, "Street type: none written, ST said."},
              {"4208 SPRUCE ST", "4208 SPRUCE AVE", Credit::none, "Street type: AVE written, ST said."},
              {"100 S BROAD ST", "100 N BROAD ST", Credit::none, "Direction: N written, S said."},
              {"100 S BROAD ST", "100 BROAD ST", Credit::none, "Direction: none written, S said."},
              {"19TH AVE", "9TH AVE", Credit::none, "Street: 9TH written, 19TH said."},
              {"GEARY ST", "GEARY BLVD", Credit::none, "Street type: BLVD written, ST said."},
              {"500 42ND ST", "500 43RD ST", Credit::none, "Street: 43RD written, 42ND said."},
              {"10 OAK ST", "10 OAT ST", Credit::none, "Street: OAT written, OAK said."},
              {"10 GERMANTOWN AVE", "10 GERMENTOWM AVE", Credit::half,
               "Street name: spelled GERMENTOWM, GERMANTOWN said."},
              {"10 GERMANTOWN AVE", "10 JERMENTOWM AVE", Credit::none, "Street: JERMENTOWM written, GERMANTOWN said."},
              {"4208 SPRUCE ST APT 2F", "4208 SPRUCE ST", Credit::half, "Unit: none written, 2F said."},
              {"4208 SPRUCE ST APT 2F", "4208 SPRUCE ST #2f", Credit::full, ""},
              {"4208 SPRUCE ST APT 2F", "4208 SPRUCE ST APT 2B", Credit::none, "Unit: 2B written, 2F said."},
              {"4208 SPRUCE ST", "4208 SPRUCE ST APT 2B", Credit::half, "Unit: 2B written, none said."},
              {"4208 SPRUCE ST", "", Credit::none, "Nothing written, 4208 SPRUCE ST said."},
              {"S ST NW", "S ST SW", Credit::none, "Direction after the street: SW written, NW said."},
          });
}

TEST_CASE("a misspelling that is another real street earns nothing", "[compare]") {
    const std::vector<std::string> streets = {"CHESTNUT ST", "CHESTER ST", "MERION AVE", "MARION AVE", "SPRUCE ST"};
    check(FieldKind::address,
          {
              {"10 MERION AVE", "10 MARION AVE", Credit::none,
               "Street: MARION written, which is another street; MERION said."},
              {"10 MERION AVE", "10 MERIAN AVE", Credit::half, "Street name: spelled MERIAN, MERION said."},
              {"10 CHESTNUT ST", "10 CHESNUT ST", Credit::half, "Street name: spelled CHESNUT, CHESTNUT said."},
          },
          streets);
}

TEST_CASE("a corner is the same in either order", "[compare]") {
    check(FieldKind::address,
          {
              {"S BROAD ST & SNYDER AVE", "Snyder Ave and South Broad Street", Credit::full, ""},
              {"S BROAD ST & SNYDER AVE", "Snydr Ave & S Broad St", Credit::half,
               "Street name: spelled SNYDR, SNYDER said."},
              {"S BROAD ST & SNYDER AVE", "Snyder Ave & N Broad St", Credit::none, "Direction: N written, S said."},
              {"S BROAD ST & SNYDER AVE", "S Broad St", Credit::none,
               "Corner: one street written, a corner said: S Broad St for S BROAD ST & SNYDER AVE."},
              {"4208 SPRUCE ST", "Spruce St & 42nd St", Credit::none,
               "Address: a corner written, one street said: Spruce St & 42nd St for 4208 SPRUCE ST."},
          });
}

TEST_CASE("telephone numbers are exact in any punctuation", "[compare]") {
    check(FieldKind::phone,
          {
              {"215-555-0142", "(215) 555 0142", Credit::full, ""},
              {"215-555-0142", "+1 215 555 0142", Credit::full, ""},
              {"215-555-0142", "2155550124", Credit::none, "Phone number: 215-555-0124 written, 215-555-0142 said."},
              {"215-555-0142", "555-0142", Credit::none, "Phone number: 5550142 written, 215-555-0142 said."},
              {"215-555-0142", "later", Credit::none, "Phone number: later written, 215-555-0142 said."},
          });
}

TEST_CASE("names forgive a slip and earn half for it", "[compare]") {
    check(FieldKind::name,
          {
              {"Ana Rivera", "ana rivera", Credit::full, ""},
              {"Ana Rivera", "Rivera, Ana", Credit::full, ""},
              {"Ana Rivera", "Ms. Ana Rivera", Credit::full, ""},
              {"Ana Pe\xC3\xB1"
               "a",
               "Ana Pena", Credit::full, ""},
              {"Ana R. Rivera", "Ana Rivera", Credit::full, ""},
              {"Sean O'Neil", "Sean ONeil", Credit::full, ""},
              {"De La Cruz", "Delacruz", Credit::full, ""},
              {"Ana Rivera", "Ana Rivero", Credit::half, "Name: spelled Ana Rivero, Ana Rivera said."},
              {"Schwarzenegger", "Schwarzeneger", Credit::half, "Name: spelled Schwarzeneger, Schwarzenegger said."},
              {"Ana Rivera", "Eva Rivera", Credit::none, "Name: Eva Rivera written, Ana Rivera said."},
              {"Ana Rivera", "Rivera", Credit::none, "Name: Rivera written, Ana Rivera said."},
              {"Lee", "Leo", Credit::none, "Name: Leo written, Lee said."},
          });
}

TEST_CASE("dates, choices and numbers are exact after their canonical form", "[compare]") {
    check(FieldKind::date,
          {
              {"2027-01-28", "1/28/2027", Credit::full, ""},
              {"2027-01-28", "Jan 28", Credit::full, ""},
              {"2027-01-28", "January 27", Credit::none, "Date: January 27 written, 2027-01-28 said."},
              {"2027-01-28", "1/28/2026", Credit::none, "Date: 1/28/2026 written, 2027-01-28 said."},
              {"2027-01-28 14:30", "1/28 2:30 pm", Credit::full, ""},
              {"2027-01-28 14:30", "1/28 3:30 pm", Credit::none, "Time: 1/28 3:30 pm written, 2027-01-28 14:30 said."},
              {"yesterday evening", "Yesterday, evening", Credit::full, ""},
              {"yesterday", "today", Credit::none, "Date: today written, yesterday said."},
          });
    check(FieldKind::choice,
          {
              {"driving lane", "Driving Lane", Credit::full, ""},
              {"driving lane", "driving-lane", Credit::full, ""},
              {"driving lane", "parking lane", Credit::none, "Choice: parking lane written, driving lane said."},
              {"glass, nails", "nails; glass", Credit::full, ""},
              {"glass, nails", "glass", Credit::none, "Choice: glass written, glass, nails said."},
          });
    check(FieldKind::number, {
                                 {"12", "twelve", Credit::full, ""},
                                 {"12", "12.0", Credit::full, ""},
                                 {"1200", "1,200", Credit::full, ""},
                                 {"12 ft", "12 feet", Credit::full, ""},
                                 {"12 ft", "12 inches", Credit::none, "Number: 12 inches written, 12 ft said."},
                                 {"12", "21", Credit::none, "Number: 21 written, 12 said."},
                                 {"-5", "5", Credit::none, "Number: 5 written, -5 said."},
                                 {"3.5", "3.50", Credit::full, ""},
                                 {"12", "a dozen", Credit::none, "Number: a dozen written, 12 said."},
                             });
}

TEST_CASE("free text is right in the same words", "[compare]") {
    check(FieldKind::text, {
                               {"about a foot across", "About foot across.", Credit::full, ""},
                               {"driving lane", "it is in the driving lane of the road", Credit::full, ""},
                               {"driving lane", "not in the driving lane", Credit::none,
                                "Text: not in the driving lane written, driving lane said."},
                               {"as big as a manhole cover", "as big as a manhole covr", Credit::half,
                                "Spelling: as big as a manhole covr written, as big as a manhole cover said."},
                               {"blue car", "red car", Credit::none, "Text: red car written, blue car said."},
                           });
}

TEST_CASE("any accepted value will do", "[compare]") {
    CHECK(compare(FieldKind::choice, "about a foot", "1 foot", {"one foot", "1 foot"}).credit == Credit::full);
    CHECK(compare(FieldKind::choice, "about a foot", "2 feet", {"one foot"}).credit == Credit::none);
    CHECK(compare(FieldKind::choice, "about a foot", "2 feet", {"one foot"}).why ==
          "Choice: 2 feet written, about a foot said.");
}

TEST_CASE("what equals itself is right, whatever it is", "[compare]") {
    Random random(13);
    const FieldKind kinds[] = {FieldKind::address, FieldKind::phone,  FieldKind::name, FieldKind::date,
                               FieldKind::choice,  FieldKind::number, FieldKind::text};
    for (int round = 0; round < shift311::tests::effort(2000); ++round) {
        const std::string a = round % 2 == 0 ? random.bytes(40) : random.address_soup();
        const std::string b = round % 2 == 0 ? random.bytes(40) : random.address_soup();
        for (const FieldKind kind : kinds) {
            REQUIRE(compare(kind, a, a).credit == Credit::full);
            REQUIRE(compare(kind, a, a).why.empty());
            const Comparison other = compare(kind, a, b, {a}, {b});
            REQUIRE(other.why.empty() == (other.credit == Credit::full));
        }
    }
}
