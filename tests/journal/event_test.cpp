#include "assessment/journal/event.hpp"

#include "assessment/journal/journal.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace shift311::journal;

namespace {

template <class Enum>
void words_go_both_ways(Enum last) {
    std::set<std::string_view> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        INFO("number " << i << " of the enumeration");
        REQUIRE_FALSE(word(value).empty());
        CHECK(seen.insert(word(value)).second);
        Enum back{};
        REQUIRE(read_word(word(value), back));
        CHECK(back == value);
    }
    Enum untouched = last;
    CHECK_FALSE(read_word("no such word", untouched));
    CHECK_FALSE(read_word("", untouched));
    CHECK(untouched == last);
    // The words end exactly where the enumeration does.
    CHECK(word(static_cast<Enum>(static_cast<int>(last) + 1)).empty());
}

}  // namespace

TEST_CASE("every enumeration has a word for each value, and reads it back") {
    words_go_both_ways(Channel::radio);
    words_go_both_ways(Mood::content);
    words_go_both_ways(AcdState::on_break);
    words_go_both_ways(Catalog::directory);
    CHECK(word(Channel::walk_in) == "walk_in");
    CHECK(word(AcdState::on_contact) == "on_contact");
    CHECK(word(Mood::furious) == "furious");
    CHECK(word(Catalog::near) == "near");
}

TEST_CASE("an event is named after what happened") {
    CHECK(name_of(Event{1, 0, 1, CallerSaid{}}) == "caller_said");
    CHECK(name_of(Event{1, 0, 1, HoldEnded{}}) == "hold_ended");
    CHECK(name_of(Event{1, 0, 0, AcdChanged{}}) == "acd_changed");
}

TEST_CASE("a time is written as on a telephone display") {
    CHECK(clock_text(0) == "0:00");
    CHECK(clock_text(999) == "0:00");
    CHECK(clock_text(42'000) == "0:42");
    CHECK(clock_text(42'999) == "0:42");
    CHECK(clock_text(60'000) == "1:00");
    CHECK(clock_text(59 * 60'000 + 59'000) == "59:59");
    CHECK(clock_text(3'725'000) == "1:02:05");
    CHECK(clock_text(-5'000) == "-0:05");
    CHECK(clock_text(-200) == "0:00");
    CHECK(clock_text(INT64_MIN) == "-2562047788015:12:55");
}
