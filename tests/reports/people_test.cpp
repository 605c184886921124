#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/format.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/reports/stored.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

const records::Person kDana{"ada00000-0000-4000-8000-000000000003", "Dana Reyes", "2026-11-01T08:00:00Z"};

}  // namespace

TEST_CASE("One attempt makes no trend", "[reports]") {
    const auto report = trainee_report(kDana, {listed(1, 80, false)});
    CHECK_FALSE(report.trend.has_value());
    CHECK(json::parse(trainee_json(report))["trend"].is_null());
    const std::string page = trainee_html(report);
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page), Contains("One finished attempt makes no trend"));
    CHECK(page.find("<svg class=\"chart\"") == std::string::npos);
}

TEST_CASE("No attempt at all is said as such", "[reports]") {
    const auto report = trainee_report(kDana, {});
    CHECK_THAT(seen(trainee_html(report)), Contains("No attempt yet"));
    CHECK(faults_of(trainee_html(report)) == std::vector<std::string>{});
    CHECK(json::parse(trainee_json(report))["attempts"].empty());
    CHECK(json::parse(trainee_json(report))["percent"].is_null());
    CHECK(csv_rows(trainee_csv(report)).size() == 1);
}

TEST_CASE("Two attempts make a line, four make halves", "[reports]") {
    const auto two = trainee_report(kDana, {listed(1, 80, false), listed(2, 90, true)});
    REQUIRE(two.trend.has_value());
    CHECK(two.trend->attempts.size() == 2);
    CHECK(two.trend->competencies.empty());
    const auto five = trainee_report(kDana, {listed(1, 60, false), listed(2, 70, false), listed(3, 5, false),
                                             listed(4, 80, false), listed(5, 100, true)});
    REQUIRE(five.trend.has_value());
    CHECK(five.trend->competencies.at("listening").first == 65);
    CHECK(five.trend->competencies.at("listening").last == 90);
    const json it = json::parse(trainee_json(five));
    CHECK(it["trend"]["attempts"][4]["percent"] == 100);
    CHECK(it["trend"]["competencies"]["tempo"]["last_half"] == 90);
    const std::string page = trainee_html(five);
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK(page.find("<svg class=\"chart\"") != std::string::npos);
    CHECK_THAT(seen(page), Contains("+25"));
}

TEST_CASE("What was set aside or not finished is listed and not counted", "[reports]") {
    const auto report = trainee_report(kDana, {listed(1, 60, false), listed(2, 100, true, "set_aside"),
                                               listed(3, 100, true, ""), listed(4, 90, true, "quit")});
    CHECK(report.attempts.size() == 4);
    CHECK(report.counted == 2);
    CHECK(report.passed == 1);
    CHECK(report.points == 15'000);
    const std::string text = seen(trainee_html(report));
    CHECK_THAT(text, Contains("set aside") && Contains("not finished") && Contains("ended early"));
    const auto rows = csv_rows(trainee_csv(report));
    REQUIRE(rows.size() == 5);
    for (const auto& row : rows)
        CHECK(row.size() == rows.front().size());
}

TEST_CASE("Five hundred attempts are drawn as a line without marks", "[reports]") {
    std::vector<records::AttemptRow> rows;
    for (int i = 0; i < 500; ++i)
        rows.push_back(listed(1 + i % 28, i % 101, i % 2 == 0));
    const std::string page = trainee_html(trainee_report(kDana, rows));
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK(page.find("<circle") == std::string::npos);
}

TEST_CASE("A name that nobody has is answered with names that are near", "[reports]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    for (const char* name : {"Dana Reyes", "Zoë Łukasz", "Sam O'Neill"})
        store.add_person(name);
    CHECK(trainee_report(store, "dana  REYES").person.name == "Dana Reyes");
    CHECK_THROWS_WITH(trainee_report(store, "Dana Reyse"), Contains("did you mean Dana Reyes?"));
    CHECK_THROWS_WITH(trainee_report(store, "reyes"), Contains("did you mean Dana Reyes?"));
    CHECK_THROWS_WITH(trainee_report(store, "Zoe Lukasz"), Contains("Zoë Łukasz"));
    CHECK_THROWS_WITH(trainee_report(store, "Xyzzy Q"), Contains("report cohort lists everybody"));
    CHECK_THROWS_AS(trainee_report(store, ""), records::NotFound);
}

TEST_CASE("Everybody, or nobody yet", "[reports]") {
    CHECK(json::parse(cohort_json({}))["trainees"].empty());
    CHECK_THAT(seen(cohort_html({})), Contains("Nobody has practiced here yet"));
    CHECK(faults_of(cohort_html({})) == std::vector<std::string>{});

    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    const Stored stored = stored_shift();
    auto head = stored.journal.head;
    head.attempt.clear();
    const std::string id = store.begin(head, {{1, stored.keys.at(1)}, {2, stored.keys.at(2)}});
    store.append(id, stored.journal.events);
    for (const auto& card : stored.cards)
        store.add_scorecard(id, card.contact, card.card);
    store.finish(id, "finished");
    store.add_person("=cmd|' /C calc'!A0");
    const auto report = cohort_report(store, "2026-11-22T09:00:00Z");
    const json it = json::parse(cohort_text(report, Format::json));
    REQUIRE(it["trainees"].size() == 2);
    const json& dana = it["trainees"][1];
    CHECK(dana["name"] == "Dana Reyes");
    CHECK(dana["attempts"] == 1);
    CHECK(dana["passed"] == 0);
    CHECK(dana["last"] == "2026-11-21T19:49:31Z");
    CHECK(dana["percent"].is_number_integer());
    CHECK(it["trainees"][0]["percent"].is_null());
    CHECK(faults_of(cohort_text(report, Format::html)) == std::vector<std::string>{});
    const auto rows = csv_rows(cohort_text(report, Format::csv));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1][0] == "'=cmd|' /C calc'!A0");
    CHECK(rows[2][0] == "Dana Reyes");
}

TEST_CASE("Formats by name", "[reports]") {
    CHECK(format_named("html") == Format::html);
    CHECK(format_named("json") == Format::json);
    CHECK(format_named("csv") == Format::csv);
    CHECK(format_named("pdf") == Format::pdf);
    CHECK_THROWS_WITH(format_named("xml"), Contains("\"xml\""));
}
