#include "assessment/reports/item_report.hpp"

#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;
using standing::Purpose;

namespace {

std::string two_places(std::size_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// One play: what was earned of each criterion, in points of 100 each.
ItemPlay play(const std::string& person, const std::string& script, const std::vector<int>& earned, bool passed,
              const std::string& began = "2026-11-01T08:00:00Z") {
    static const std::array<const char*, 6> kNames{"step.greet", "field.location",     "step.read_back",
                                                   "service",    "field.cross_street", "courtesy.chance"};
    ItemPlay out;
    out.person = person;
    out.attempt = "attempt-of-" + person + "-" + began;
    out.contact = 1;
    out.began = began;
    out.script = script;
    out.title = "Title of " + script;
    out.passed = passed;
    for (std::size_t i = 0; i < earned.size(); ++i) {
        out.parts.push_back({kNames.at(i), earned[i] * 100, 100 * 100});
        out.points += earned[i] * 100;
        out.possible += 100 * 100;
    }
    return out;
}

/// LSAT-6 as a course of five scripts: 1000 people, each answer a pass or a fail.
ItemPlays lsat6() {
    constexpr std::array<int, 32> kPatterns{3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                                            10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};
    ItemPlays out;
    int person = 0;
    for (std::size_t pattern = 0; pattern < kPatterns.size(); ++pattern) {
        for (int i = 0; i < kPatterns[pattern]; ++i, ++person) {
            for (std::size_t item = 0; item < 5; ++item) {
                const bool right = ((pattern >> (4 - item)) & 1U) != 0;
                out.add(
                    play("p" + std::to_string(person), "item-" + std::to_string(item + 1), {right ? 100 : 0}, right));
            }
        }
    }
    return out;
}

std::string page_of(const ItemReport& report) {
    return html_of(item_document(report));
}

}  // namespace

TEST_CASE("LSAT-6 as a course: difficulty, discrimination, alpha as published", "[reports]") {
    const ItemReport report = item_report(lsat6());
    REQUIRE(report.parts.size() == 1);
    const ItemPart& part = report.parts.front();
    REQUIRE(part.items.size() == 5);
    const std::array<double, 5> p{.924, .709, .553, .763, .870}, rest{.1128, .1532, .1728, .1444, .1216},
        without{.2754, .2376, .2168, .2459, .2663};
    for (std::size_t i = 0; i < 5; ++i) {
        const ItemRow& row = part.items[i];
        CHECK(row.people == 1000);
        CHECK(static_cast<double>(row.passed) / 1000 == Approx(p[i]));
        REQUIRE(row.discrimination);
        CHECK(*row.discrimination == Approx(rest[i]).margin(5.1e-5));
        REQUIRE(row.alpha_without);
        CHECK(*row.alpha_without == Approx(without[i]).margin(5.1e-5));
        CHECK_FALSE(row.criteria);  // one criterion is no test
    }
    REQUIRE(part.points);
    REQUIRE(part.passes);
    CHECK(part.points->alpha == Approx(.294997).margin(6e-7));
    CHECK(part.passes->alpha == Approx(.294997).margin(6e-7));
    CHECK(part.passes->sem == Approx(100 * .869067 / 5).margin(1e-4));
    CHECK(part.core.size() == 5);
    const json it = json::parse(item_json(report));
    CHECK(it["parts"][0]["kr20"]["alpha"].get<double>() == Approx(.294997).margin(1e-6));
    CHECK(it["parts"][0]["kr20"]["small_sample"] == false);
    CHECK(it["parts"][0]["scripts"][2]["difficulty"].get<double>() == Approx(.553));
    CHECK(faults_of(page_of(report)) == std::vector<std::string>{});
    CHECK_THAT(seen(page_of(report)), Contains("KR-20 0.29"));
    // Five answers hardly hang together, so none of them is blamed for telling little.
    CHECK_THAT(part.caution, Contains("alpha 0.29"));
    for (const ItemRow& row : part.items)
        CHECK(row.odd.empty());
}

TEST_CASE("Nothing played says so and prints no statistic", "[reports]") {
    const ItemReport report = item_report(ItemPlays{});
    CHECK_THAT(seen(page_of(report)), Contains("No contact has been played"));
    CHECK(json::parse(item_json(report))["parts"].empty());
    CHECK(csv_rows(item_csv(report)).size() == 1);
    ItemPlays nothing_to_earn;
    nothing_to_earn.add(play("a", "empty", {}, true));
    CHECK(item_report(nothing_to_earn).parts.empty());
}

TEST_CASE("One attempt is counted and bears no statistic", "[reports]") {
    ItemPlays plays;
    plays.add(play("a", "pothole", {100, 50, 0}, false));
    const ItemReport report = item_report(plays, "2026-11-22T09:00:00Z");
    const ItemRow& row = report.parts.front().items.front();
    CHECK(row.plays == 1);
    CHECK_FALSE(row.pass_rate);
    CHECK_FALSE(row.discrimination);
    CHECK_FALSE(row.criteria);
    CHECK(row.odd.empty());
    CHECK_FALSE(report.parts.front().points);
    const json it = json::parse(item_json(report));
    for (const char* name : {"difficulty", "difficulty_interval", "discrimination", "criteria_quality"})
        CHECK(it["parts"][0]["scripts"][0][name].is_null());
    CHECK(it["parts"][0]["alpha"].is_null());
    const std::string text = seen(page_of(report));
    CHECK_THAT(text, Contains("Too few people for any statistic"));
    CHECK_THAT(text, Contains("nothing is said of how far they measure one thing"));
    CHECK_THAT(text, Contains("0 of 1 \u2013 \u2013"));
    CHECK(text.find("Discrimination r") == std::string::npos);
    CHECK(page_of(report).find("<svg") == std::string::npos);
}

TEST_CASE("Only the first play of a person is difficulty; every play is a chance", "[reports]") {
    ItemPlays plays;
    // In any order: the earliest counts.
    for (int person = 0; person < 6; ++person) {
        const std::string who = "p" + std::to_string(person);
        plays.add(play(who, "pothole", {100, 100}, true, "2026-11-03T08:00:00Z"));
        plays.add(play(who, "pothole", {100, 0}, false, "2026-11-01T08:00:00Z"));
        plays.add(play(who, "pothole", {100, 100}, true, "2026-11-02T08:00:00Z"));
    }
    const ItemReport report = item_report(plays);
    const ItemRow& row = report.parts.front().items.front();
    CHECK(row.plays == 18);
    CHECK(row.people == 6);
    CHECK(row.passed == 0);
    CHECK(row.points * 2 == row.possible);
    REQUIRE(row.losses.size() == 2);
    CHECK(row.losses[0].criterion == "field.location");
    CHECK(row.losses[0].lost == 6);
    CHECK(row.losses[0].chances == 18);
    CHECK(row.losses[1].lost == 0);
}

TEST_CASE("Exam and practice never meet in one figure", "[reports]") {
    ItemPlays plays;
    ItemPlay exam = play("a", "pothole", {100}, true);
    exam.purpose = Purpose::exam;
    plays.add(exam);
    plays.add(play("a", "pothole", {0}, false));
    const ItemReport report = item_report(plays);
    REQUIRE(report.parts.size() == 2);
    CHECK(report.parts[0].purpose == Purpose::exam);
    CHECK(report.parts[0].items.front().passed == 1);
    CHECK(report.parts[1].purpose == Purpose::practice);
    CHECK(report.parts[1].items.front().passed == 0);
    CHECK_THAT(seen(page_of(report)), Contains("Exam contacts") && Contains("Practice contacts"));
}

TEST_CASE("Scripts that behave oddly are named with a reason", "[reports]") {
    // 40 people of growing skill on four sound scripts, and on one whose key rewards the wrong thing.
    ItemPlays plays;
    for (int person = 0; person < 40; ++person) {
        const std::string who = "p" + two_places(static_cast<std::size_t>(person));
        const int skill = 20 + 2 * person;
        for (int script = 0; script < 4; ++script) {
            const int luck = (person * 7 + script * 13) % 11 - 5;
            const int can = skill + luck;
            const auto from = [&](int level) { return can >= level ? 100 : 0; };
            plays.add(play(who, "sound-" + std::to_string(script), {from(30), from(50), from(70)}, can >= 50));
        }
        plays.add(play(who, "turned", {100 - skill, 100 - skill, 100 - skill}, skill < 60));
        ItemPlay easy = play(who, "easy", {100, 99 + person % 2, 0}, true);
        easy.critical = 1;
        plays.add(easy);
    }
    const ItemReport report = item_report(plays);
    const auto row = [&](const std::string& id) -> const ItemRow& {
        for (const ItemRow& one : report.parts.front().items) {
            if (one.script == id) return one;
        }
        throw std::runtime_error(id);
    };
    CHECK(report.parts.front().caution.empty());
    CHECK(row("sound-0").odd.empty());
    REQUIRE(row("sound-0").discrimination);
    CHECK(*row("sound-0").discrimination > .5);
    REQUIRE(row("turned").odd.size() >= 2);
    CHECK_THAT(row("turned").odd.front(), Contains("do worse here") && Contains("40 people"));
    CHECK_THAT(row("turned").odd.back(), Contains("hang together better"));
    const std::vector<std::string>& easy = row("easy").odd;
    REQUIRE(easy.size() == 4);
    CHECK_THAT(easy[0], Contains("hardly tells"));
    CHECK_THAT(easy[1], Contains("Nearly everybody passes"));
    CHECK_THAT(easy[2], Contains("critical error"));
    CHECK_THAT(easy[3], Contains("Step: read back") && Contains("40 of 40"));
    const std::string text = seen(page_of(report));
    CHECK_THAT(text, Contains("Scripts that behave oddly") && Contains("Title of turned turned"));
    CHECK(faults_of(page_of(report)) == std::vector<std::string>{});
    CHECK(page_of(report).find("<svg") != std::string::npos);
    const auto rows = csv_rows(item_csv(report));
    REQUIRE(rows.size() == 7);
    for (const auto& one : rows)
        CHECK(one.size() == rows.front().size());
    CHECK(rows[6][12].front() == '-');  // a number below 0 stays a number
}

TEST_CASE("A test is only what the same people all played", "[reports]") {
    ItemPlays plays;
    for (int person = 0; person < 12; ++person) {
        const std::string who = "p" + two_places(static_cast<std::size_t>(person));
        for (int script = 0; script < 3; ++script)
            plays.add(play(who, "all-" + std::to_string(script), {(person * 31 + script * 17) % 100}, person % 2 == 0));
        if (person < 4) plays.add(play(who, "rare", {50}, true));
    }
    const ItemPart part = item_report(plays).parts.front();
    CHECK(part.core == std::vector<std::string>{"all-0", "all-1", "all-2"});
    REQUIRE(part.points);
    CHECK(part.points->people == 12);
    REQUIRE(part.points->interval);
    CHECK(part.points->interval->low < part.points->alpha);
    CHECK(part.items[3].script == "rare");
    CHECK_FALSE(part.items[3].pass_rate);
    CHECK_FALSE(part.items[3].alpha_without);
    CHECK_THAT(seen(page_of(item_report(plays))), Contains("Small sample") && Contains("Few people"));
}

TEST_CASE("Everybody alike has no alpha", "[reports]") {
    ItemPlays plays;
    for (int person = 0; person < 30; ++person) {
        for (int script = 0; script < 4; ++script)
            plays.add(play("p" + std::to_string(person), "s" + std::to_string(script), {100, 100, 100}, true));
    }
    const ItemReport report = item_report(plays);
    CHECK_FALSE(report.parts.front().points);
    CHECK_FALSE(report.parts.front().passes);
    CHECK_FALSE(report.parts.front().items.front().discrimination);
    CHECK_FALSE(report.parts.front().items.front().criteria);
    CHECK_THAT(report.parts.front().unsaid, Contains("earned the same"));
    CHECK(page_of(report).find("nan") == std::string::npos);
}

TEST_CASE("The criteria of a script as a test of their own", "[reports]") {
    ItemPlays plays;
    for (int person = 0; person < 15; ++person) {
        const int level = person * 6;
        plays.add(
            play("p" + std::to_string(person), "pothole", {level, std::min(level + person % 3, 100), level}, false));
    }
    const ItemRow row = item_report(plays).parts.front().items.front();
    REQUIRE(row.criteria);
    CHECK(row.criteria->items == 3);
    CHECK(row.criteria->people == 15);
    CHECK(row.criteria->alpha > .99);
    CHECK(row.criteria->sem < 1);
    // A criterion that not every play could earn is no part of it.
    plays.add(play("p-more", "pothole", {10, 20}, false));
    CHECK_FALSE(item_report(plays).parts.front().items.front().criteria);
}
