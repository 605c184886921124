#include "assessment/standing/practice.hpp"

#include "assessment/measure/posterior.hpp"
#include "assessment/standing/fsrs.hpp"
#include "tests/standing/people.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace shift311::standing;
using namespace shift311::standing::people;
using fsrs::Grade;

namespace {

const Need& of(const std::vector<Need>& list, const std::string& family) {
    return *std::find_if(list.begin(), list.end(), [&](const Need& one) { return one.family == family; });
}

/// A program of one family that fills the whole exam, so that its weight is 20.
Program one_family() {
    Program rule = program();
    rule.phases = {};
    rule.blueprint = {{"all", "All", {"pothole"}, 20, 10}};
    return rule;
}

/// The tenth of a hundred that the published examples give, out of the need.
double q10_of(const std::string& results) {
    History history;
    int day = 0;
    for (const char result : results) {
        ContactFact contact = practice("pothole", at(++day), result == '1');
        contact.points = result == '1' ? contact.possible : 0;
        history.contacts.push_back(contact);
    }
    return 1 - needs(one_family(), history, at(90)).front().need / 20;
}

}  // namespace

TEST_CASE("the published examples of the discounted Beta") {
    CHECK(std::abs(q10_of("111") - .5249) < .00005);
    CHECK(std::abs(q10_of("111111") - .6396) < .00005);
    CHECK(std::abs(q10_of("1111111111") - .6960) < .00005);
    CHECK(std::abs(q10_of("001111") - .4350) < .00005);
    CHECK(std::abs(q10_of("111100") - .2840) < .00005);
    CHECK(std::abs(q10_of(std::string(50, '1')) - .7405) < .00005);
}

TEST_CASE("FSRS-6: again and five times good, at gaps of 0, 0, 1, 3, 8 and 21 days") {
    fsrs::Memory memory = fsrs::first(Grade::again);
    for (const std::int64_t gap : {0, 1, 3, 8, 21})
        memory = fsrs::again(memory, gap, Grade::good);
    CHECK(memory.stability == Approx(53.62691).margin(1e-4));
    CHECK(memory.difficulty == Approx(6.3574867).margin(1e-4));
    CHECK(memory.stability == Approx(53.626902917).margin(1e-8));
    CHECK(memory.difficulty == Approx(6.357487084).margin(1e-8));
}

TEST_CASE("FSRS-6: intervals of six good, two again, five good") {
    // The published list counts the steps of ten minutes as 0 days: after the first good, and after each again.
    const std::array grades{Grade::good,  Grade::good, Grade::good, Grade::good, Grade::good, Grade::good, Grade::again,
                            Grade::again, Grade::good, Grade::good, Grade::good, Grade::good, Grade::good};
    const std::array<std::int64_t, 13> published{0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};
    fsrs::Memory memory = fsrs::first(grades[0]);
    for (std::size_t i = 1; i < grades.size(); ++i) {
        memory = fsrs::again(memory, published[i - 1], grades[i]);
        INFO("review " << i + 1);
        if (published[i] != 0) CHECK(fsrs::interval(memory) == published[i]);
    }
}

TEST_CASE("the chance to recall falls to 0.90 after as many days as the memory is stable") {
    fsrs::Memory memory{10, 5};
    CHECK(fsrs::retrievability(memory, 0) == Approx(1));
    CHECK(fsrs::retrievability(memory, 10) == Approx(.9));
    // The published FACTOR, out of the curve that it shapes.
    CHECK((std::pow(fsrs::retrievability(memory, 25), -1 / .1542) - 1) * 10 / 25 == Approx(.9803464944).margin(6e-11));
    CHECK(fsrs::interval(memory) == 10);
    CHECK(fsrs::interval({400, 5}, 0.9, 14) == 14);
    CHECK(fsrs::interval({0.001, 5}) == 1);
    CHECK(fsrs::interval({1e300, 5}) == 36'500);
}

TEST_CASE("what to practice next: what was never seen, what failed, what is due") {
    const Program rule = program();
    History history;
    std::vector<Need> list = needs(rule, history, at(30));
    REQUIRE(list.size() == 4);
    for (const Need& one : list) {
        CHECK_FALSE(one.seen);
        CHECK(one.due);
        CHECK(one.due_on.empty());
    }
    CHECK(of(list, "pothole").need == Approx(6 * .9));
    CHECK(of(list, "language").need == Approx(4 * .9));
    CHECK(of(list, "angry-caller").why == "You have not practiced angry caller contacts yet.");

    history = ready();
    list = needs(rule, history, at(5));
    for (const Need& one : list) {
        CHECK_FALSE(one.due);
        CHECK(one.contacts == 2);
        CHECK(one.due_on > at(5).substr(0, 10));
    }
    SECTION("intervals never exceed 14 days") {
        for (int i = 0; i < 12; ++i)
            history.contacts.push_back(practice("pothole", at(6 + i)));
        const Need need = of(needs(rule, history, at(17)), "pothole");
        CHECK(need.due_on == at(17 + 14).substr(0, 10));
        CHECK_FALSE(of(needs(rule, history, at(30)), "pothole").due);
        CHECK(of(needs(rule, history, at(31)), "pothole").due);
        CHECK(of(needs(rule, history, at(31)), "pothole").why ==
              "Your last pothole contact was 14 days ago and went well; it is due again.");
    }
    SECTION("a failure comes back the next day, and is said") {
        history.contacts.push_back(practice("language", at(5, 600), false));
        list = needs(rule, history, at(6));
        CHECK(list.front().family == "language");
        CHECK(list.front().due);
        CHECK(list.front().why == "You have failed 1 of your last 3 language contacts.");
        CHECK(list.front().failed_lately == 1);
    }
    SECTION("a critical error weighs half as much again and takes the points") {
        ContactFact plain = practice("language", at(6), false);
        plain.points = 0;
        History other = history;
        history.contacts.push_back(plain);
        plain.points = 9'900;
        plain.critical = {"Hung up."};
        other.contacts.push_back(plain);
        CHECK(of(needs(rule, other, at(7)), "language").need ==
              Approx(1.5 * of(needs(rule, history, at(7)), "language").need));
        CHECK(of(needs(rule, other, at(7)), "language").why == "Your last language contact had a critical error.");
    }
    SECTION("due ones come before others, whatever their need") {
        list = needs(rule, history, at(8));
        const auto not_due = std::find_if(list.begin(), list.end(), [](const Need& one) { return !one.due; });
        CHECK(std::none_of(not_due, list.end(), [](const Need& one) { return one.due; }));
    }
    SECTION("drills teach no family anything") {
        ContactFact drill = practice("language", at(6), false);
        drill.purpose = Purpose::drill;
        History with = history;
        with.contacts.push_back(drill);
        CHECK(of(needs(rule, with, at(7)), "language").contacts == 2);
    }
}

TEST_CASE("ties go to what was seen longest ago, then to the seed; one draw in five is chance") {
    Program rule = program();
    rule.blueprint = {{"all", "All", {"a", "b", "c", "d"}, 20, 10}};
    rule.phases = {};
    History history;
    std::map<std::string, int> firsts;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        ++firsts[needs(rule, history, at(10), seed).front().family];
    CHECK(firsts.size() == 4);
    for (const char* family : {"b", "a"})
        history.contacts.push_back(practice(family, at(family[0] == 'b' ? 1 : 2)));
    const std::vector<Need> list = needs(rule, history, at(60));
    const auto place = [&](const std::string& family) {
        return std::find_if(list.begin(), list.end(), [&](const Need& one) { return one.family == family; }) -
               list.begin();
    };
    CHECK(place("b") < place("a"));

    int others = 0;
    for (std::uint64_t seed = 0; seed < 1'000; ++seed)
        if (choose(list, seed) != &list.front()) ++others;
    CHECK(others > 100);  // four in five of a fifth: 150
    CHECK(others < 200);
    CHECK(choose({}, 1) == nullptr);
}

TEST_CASE("a family that only phases name is practiced, at a lower weight") {
    Program rule = one_family();
    rule.phases = {{"first", "First", 1, {"pothole", "greeting"}, 1}};
    const std::vector<Need> list = needs(rule, {}, at(1));
    REQUIRE(list.size() == 2);
    CHECK(list.front().family == "pothole");
    CHECK(list.back().need == Approx(.25 * .9));
    rule.blueprint.clear();
    CHECK(needs(rule, {}, at(1)).front().need == Approx(.9));
}
