// Screens that show a journal speak as the form and the phrase list do, never in identifiers.
#include "sim/desk/office/as_it_stood.hpp"
#include "tests/desk/desk_game.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <algorithm>

using namespace shift311;
using namespace shift311::desk;

namespace {

Debrief snow_call() {
    Debrief d;
    d.contact = 1;
    d.key.script = "sidewalk-snow";
    d.words = words_of(tests::content(), d.key.script);
    journal::Seq seq = 0;
    const auto add = [&](journal::Millis at, journal::Act act) { d.events.push_back({++seq, at, 1, std::move(act)}); };
    add(0, journal::Answered{});
    journal::TraineeSaid said;
    said.text = "Where is it?";
    said.heard = {"ask_location"};
    add(1000, said);
    add(2000, journal::ServiceChosen{"sidewalk-snow"});
    journal::FieldEdited edit;
    edit.field = "since_storm";
    edit.value = "over_24";
    add(3000, edit);
    edit.field = "location";
    edit.value = "4208 under_6 ST";
    add(12'000, edit);
    return d;
}

bool has_identifier(const std::string& words) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (words[i] == '_') return true;
    return false;
}

}  // namespace

TEST_CASE("choices, phrases and services are called what the desk calls them", "[desk][words]") {
    const PlainWords words = words_of(tests::content(), "sidewalk-snow");
    CHECK(words.value("since_storm", "over_24") == "Over 24 hours");
    CHECK(words.value("since_storm", "over_24, not_sure") == "Over 24 hours, Not sure");
    CHECK(words.value("since_storm", "") == "");
    CHECK(words.value("since_storm", "about a day") == "about a day");  // as it was typed
    CHECK(words.value("location", "over_24") == "over_24");
    CHECK(words.phrase("ask_location") == "Where is it?");
    CHECK(words.field("some_new_field") == "Some new field");
    CHECK(words.place("911") != "911");
    // A script that is not there any more leaves the words of all cities.
    CHECK(words_of(tests::content(), "long-gone").value("since_storm", "over_24") == "Over 24 hours");
}

TEST_CASE("the form of a review and the lanes of a debrief show words, not identifiers", "[desk][words][fold]") {
    const Debrief d = snow_call();
    const Stood stood = as_it_stood(d, 20'000);
    const auto found = std::find_if(stood.fields.begin(), stood.fields.end(),
                                    [](const StoodField& f) { return f.value == "Over 24 hours"; });
    REQUIRE(found != stood.fields.end());
    CHECK_FALSE(has_identifier(found->label));
    CHECK(stood.service == d.words.service("sidewalk-snow"));
    bool lane = false, spoken = false;
    for (const Moment& m : story_of(d).moments) {
        lane = lane || m.text == "Over 24 hours";
        spoken = spoken || m.text == "Where is it?";
        if (m.text.find("4208") == std::string::npos) CHECK_FALSE(has_identifier(m.text));
    }
    CHECK(lane);
    CHECK(spoken);
}
