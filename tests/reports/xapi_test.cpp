#include "assessment/reports/xapi.hpp"

#include "assessment/reports/name_uuid.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/reports/stored.hpp"
#include "tests/reports/xapi_rules.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

XapiAttempt made_up_attempt() {
    const Stored stored = stored_shift();
    XapiAttempt out{stored.row, stored.journal.head, stored.journal.events.back().at, stored.cards, {}, {}};
    return out;
}

json sound() {
    return json::parse(xapi_attempt(made_up_attempt()).front());
}

}  // namespace

TEST_CASE("UUIDs from names: the value that Python's documentation prints", "[reports][xapi]") {
    CHECK(name_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org") == "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    CHECK(name_uuid("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "https://shift311.invalid/xapi") ==
          "886c5f44-df08-53e4-93ed-741a0f4f1d4b");
    CHECK_THROWS_AS(name_uuid("python.org", "x"), std::invalid_argument);
    CHECK_THROWS_AS(name_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430cg", "x"), std::invalid_argument);
    CHECK(name_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", std::string(200, 'x')).size() == 36);
}

TEST_CASE("Durations have two decimals at most", "[reports][xapi]") {
    CHECK(iso_duration(0) == "PT0S");
    CHECK(iso_duration(184'250) == "PT3M4.25S");
    CHECK(iso_duration(184'257) == "PT3M4.25S");
    CHECK(iso_duration(60'000) == "PT1M");
    CHECK(iso_duration(3'600'100) == "PT1H0.1S");
    CHECK(iso_duration(16'559'140) == "PT4H35M59.14S");
    CHECK(iso_duration(-5) == "PT0S");
}

TEST_CASE("The checker refuses what the specification refuses", "[reports][xapi]") {
    REQUIRE(xapi_faults(sound().dump()) == std::vector<std::string>{});
    const auto refused = [](const char* pointer, const json& value) {
        json it = sound();
        it[json::json_pointer(pointer)] = value;
        return !xapi_faults(it.dump()).empty();
    };
    // Cases of the reference: what schemas reject, and what ADL's tests answer with 400.
    CHECK(refused("/result/score/scaled", 1.2));
    CHECK(refused("/result/score/scaled", 1.01));
    CHECK(refused("/result/score/scaled", -1.00001));
    CHECK(refused("/result/duration", "184s"));
    CHECK(refused("/result/duration", "PT3M4.257S"));
    CHECK(refused("/result/duration", "PA1H0M0S"));
    CHECK(refused("/result/duration", "P4W1D"));
    CHECK(refused("/result/success", "true"));
    CHECK(refused("/id", "x"));
    CHECK(refused("/colour", "red"));
    CHECK(refused("/actor/mbox", "mailto:dana@example.gov"));
    CHECK(refused("/result/score/raw", 1e6));
    CHECK(refused("/result/score/raw", -1));
    CHECK(refused("/result/score/min", 1e6));
    CHECK(refused("/result/completion", nullptr));
    CHECK(refused("/context/registration", "now"));
    CHECK(refused("/timestamp", "2026-11-21"));
    CHECK(refused("/result/extensions/level", 1));
    for (const char* fine : {"PT4H35M59.14S", "PT16559.14S", "P4W", "PT1H0M0.1S"}) {
        INFO(fine);
        CHECK_FALSE(refused("/result/duration", fine));
    }
    for (const char* needed : {"actor", "verb", "object"}) {
        json it = sound();
        it.erase(needed);
        CHECK_FALSE(xapi_faults(it.dump()).empty());
    }
}

TEST_CASE("One statement an attempt, by account, the same each time", "[reports][xapi]") {
    const XapiAttempt attempt = made_up_attempt();
    const auto lines = xapi_attempt(attempt);
    REQUIRE(lines.size() == 1);
    CHECK(lines == xapi_attempt(attempt));
    const json it = json::parse(lines.front());
    CHECK(it["actor"]["account"]["name"] == attempt.row.person);
    CHECK(lines.front().find("Dana") == std::string::npos);
    CHECK(it["verb"]["id"] == "http://adlnet.gov/expapi/verbs/failed");
    CHECK(it["result"]["success"] == false);
    CHECK(it["context"]["contextActivities"]["category"][0]["id"] == "https://shift311.invalid/mode/practice");

    XapiAttempt open = attempt;
    open.row.ended.clear();
    open.row.why.clear();
    const json begun = json::parse(xapi_attempt(open).front());
    CHECK(begun["verb"]["display"]["en-US"] == "attempted");
    CHECK(begun["result"]["completion"] == false);
    CHECK_FALSE(begun["result"].contains("success"));
    CHECK(begun["id"] != it["id"]);

    XapiAttempt nothing = attempt;
    nothing.cards.clear();
    const json bare = json::parse(xapi_attempt(nothing).front());
    CHECK_FALSE(bare["result"].contains("score"));
    for (const XapiAttempt& one : {attempt, open, nothing})
        for (const std::string& line : xapi_attempt(one))
            CHECK(xapi_faults(line) == std::vector<std::string>{});
}

TEST_CASE("What was judged again with another result is voided and said anew", "[reports][xapi]") {
    XapiAttempt attempt = made_up_attempt();
    records::StoredCard again = attempt.cards.front();
    again.number = 2;
    attempt.cards.push_back(again);
    CHECK(xapi_attempt(attempt).size() == 1);  // the same result is no correction
    attempt.cards.back().card.points -= 100;
    const auto lines = xapi_attempt(attempt);
    REQUIRE(lines.size() == 3);
    const json first = json::parse(lines[0]);
    const json voids = json::parse(lines[1]);
    const json anew = json::parse(lines[2]);
    CHECK(voids["verb"]["id"] == "http://adlnet.gov/expapi/verbs/voided");
    CHECK(voids["object"]["objectType"] == "StatementRef");
    CHECK(voids["object"]["id"] == first["id"]);
    CHECK(anew["id"] != first["id"]);
    CHECK(anew["result"]["score"]["raw"].get<double>() == Approx(first["result"]["score"]["raw"].get<double>() - 1));
    for (const std::string& line : lines)
        CHECK(xapi_faults(line) == std::vector<std::string>{});
}

TEST_CASE("A corrected finding is voided and said anew, and the contact passes or not as its rubric has it",
          "[reports][xapi]") {
    XapiAttempt attempt = made_up_attempt();
    records::StoredCard& stored = attempt.cards.front();
    for (records::StoredCard& card : attempt.cards) {
        card.card.rubric_hash = "b1946a";
        card.card.critical.clear();
        for (scoring::Finding& finding : card.card.findings) {
            card.card.points += finding.possible - finding.points;
            finding.points = finding.possible;
            finding.critical = false;
        }
        card.card.passed = true;
    }
    scoring::Finding& wrong = stored.card.findings.front();
    REQUIRE(wrong.possible > 0);
    wrong.critical = true;  // the machine's mistake
    stored.card.passed = false;
    standing::Override change;
    change.id = "o1";
    change.contact = stored.contact;
    change.criterion = wrong.criterion;
    change.machine_points = change.points = wrong.points;
    change.possible = wrong.possible;
    change.machine_critical = true;
    change.by = "ana-cole";
    change.at = "2026-11-22T09:00:00Z";
    const auto say = [](const XapiAttempt& of) {
        std::vector<json> out;
        for (const std::string& line : xapi_attempt(of)) {
            CHECK(xapi_faults(line) == std::vector<std::string>{});
            out.push_back(json::parse(line));
        }
        return out;
    };
    const std::string critical = "https://shift311.invalid/xapi/ext/critical-errors";
    REQUIRE(say(attempt).size() == 1);
    CHECK(say(attempt)[0]["result"]["success"] == false);

    attempt.changes = {change};
    attempt.pass_percents = {{"b1946a", 85}};
    const auto lifted = say(attempt);
    REQUIRE(lifted.size() == 3);
    CHECK(lifted[1]["verb"]["display"]["en-US"] == "voided");
    CHECK(lifted[1]["object"]["id"] == lifted[0]["id"]);
    CHECK(lifted[1]["actor"]["account"]["name"] == "ana-cole");
    CHECK(lifted[1]["timestamp"] == "2026-11-22T09:00:00.000Z");
    CHECK(lifted[2]["id"] != lifted[0]["id"]);
    CHECK(lifted[2]["verb"]["display"]["en-US"] == "passed");
    CHECK(lifted[2]["result"]["success"] == true);
    CHECK(lifted[2]["result"]["extensions"][critical].empty());
    CHECK(lifted[2]["result"]["extensions"]["https://shift311.invalid/xapi/ext/corrected"] ==
          json::array({"1/" + change.criterion}));
    CHECK(say(attempt) == lifted);  // importing twice adds nothing

    // A rubric that is not kept: nobody is passed by guesswork.
    attempt.pass_percents.clear();
    CHECK(say(attempt).back()["result"]["success"] == false);

    // Corrected again, points taken: a third statement that stands alone.
    attempt.pass_percents = {{"b1946a", 100}};
    standing::Override again = change;
    again.id = "o2";
    again.points = 0;
    attempt.changes.push_back(again);
    const auto third = say(attempt);
    REQUIRE(third.size() == 5);
    CHECK(third[3]["object"]["id"] == third[2]["id"]);
    CHECK(third[4]["result"]["success"] == false);
    CHECK(third[4]["result"]["score"]["raw"].get<double>() ==
          Approx(third[2]["result"]["score"]["raw"].get<double>() - static_cast<double>(wrong.possible) / 100));

    // A correction of what no card holds says nothing.
    again.criterion = "no such criterion";
    attempt.changes = {again};
    CHECK(say(attempt).size() == 1);
}

TEST_CASE("Exams begun and outcomes signed; a second signature voids the first", "[reports][xapi]") {
    standing::Event opened;
    opened.kind = "exam_opened", opened.id = "e1", opened.at = "2026-11-20T09:00:00Z", opened.program = "6J55";
    opened.form = "form 1", opened.by = "c0ffee00-0000-4000-8000-000000000009";
    standing::Event failed = opened;
    failed.kind = "signed_off", failed.id = "e2", failed.outcome = "not_yet", failed.code = "rule";
    standing::Event certified = failed;
    certified.id = "e3", certified.outcome = "certified", certified.code = "override";
    standing::Event other;
    other.kind = "accommodation";
    const auto lines = xapi_events({"ada00000-0000-4000-8000-000000000003", {opened, other, failed, certified}});
    REQUIRE(lines.size() == 4);
    CHECK_THAT(lines[0], Contains("verbs/attempted"));
    CHECK_THAT(lines[1], Contains("verbs/failed"));
    CHECK_THAT(lines[2], Contains("verbs/voided"));
    CHECK_THAT(lines[3], Contains("verbs/passed"));
    CHECK(json::parse(lines[2])["object"]["id"] == json::parse(lines[1])["id"]);
    std::set<std::string> ids;
    for (const std::string& line : lines) {
        CHECK(xapi_faults(line) == std::vector<std::string>{});
        ids.insert(json::parse(line)["id"].get<std::string>());
    }
    CHECK(ids.size() == lines.size());
}

TEST_CASE("Everything in the records as JSON Lines", "[reports][xapi]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    CHECK(export_xapi(store).empty());
    const Stored stored = stored_shift();
    auto head = stored.journal.head;
    head.attempt.clear();
    const std::string id = store.begin(head, {{1, stored.keys.at(1)}, {2, stored.keys.at(2)}});
    store.append(id, stored.journal.events);
    for (const auto& card : stored.cards)
        store.add_scorecard(id, card.contact, card.card);
    store.finish(id, "finished");
    std::istringstream lines(export_xapi(store, {}, "https://training.example.gov/311"));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        CHECK(xapi_faults(line) == std::vector<std::string>{});
    CHECK(count == 1);
    for (const char* home : {"", "training", "https://x.gov/", "mailto:a@b.gov", "https://a@b.gov", "https://x y"})
        CHECK_THROWS_WITH(export_xapi(store, {}, home), Contains("cannot name activities"));
}
