#include "assessment/journal/codec.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/export_journal.hpp"
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/rubric.hpp"
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

/// The keys that section 7 of the design promises, with their types.
void check_shape(const json& it) {
    for (const char* text : {"script", "disposition"})
        CHECK(it.at(text).is_string());
    for (const char* number : {"points", "possible"})
        CHECK(it.at(number).is_number_integer());
    CHECK(it.at("passed").is_boolean());
    REQUIRE(it.at("critical").is_array());
    for (const json& sentence : it["critical"])
        CHECK(sentence.is_string());
    REQUIRE(it.at("competencies").is_object());
    for (const auto& [name, sum] : it["competencies"].items()) {
        CHECK(sum.at("points").is_number_integer());
        CHECK(sum.at("possible").is_number_integer());
    }
    REQUIRE(it.at("findings").is_array());
    for (const json& finding : it["findings"]) {
        for (const char* text : {"criterion", "competency", "why"})
            CHECK(finding.at(text).is_string());
        for (const char* number : {"points", "possible"})
            CHECK(finding.at(number).is_number_integer());
        CHECK(finding.at("critical").is_boolean());
        REQUIRE(finding.at("evidence").is_array());
        for (const json& seq : finding["evidence"])
            CHECK(seq.is_number_unsigned());
    }
    for (const char* number : {"ksph_gross", "ksph_net", "uncorrected_permille", "wpm"})
        CHECK(it.at("typing").at(number).is_number_integer());
    for (const char* number : {"answer_ms", "handle_ms", "hold_ms", "wrap_ms"})
        CHECK(it.at("times").at(number).is_number_integer());
    REQUIRE(it.at("fields").is_object());
    for (const auto& [name, field] : it["fields"].items()) {
        CHECK(field.at("expected").is_string());
        CHECK(field.at("written").is_string());
        CHECK(field.at("credit").is_number_integer());
    }
}

void check_top(const json& it) {
    for (const char* text : {"attempt", "trainee"})
        CHECK(it.at(text).is_string());
    for (const char* number : {"seed", "level"})
        CHECK(it.at(number).is_number_integer());
}

}  // namespace

TEST_CASE("One contact: the top level is that contact", "[reports]") {
    const Stored stored = stored_shift(true);
    const json it = json::parse(attempt_json(stored.report()));
    check_shape(it);
    check_top(it);
    REQUIRE(it.at("contacts").size() == 1);
    const json& contact = it["contacts"][0];
    check_shape(contact);
    for (const char* key : {"script", "disposition", "points", "possible", "passed", "critical", "competencies",
                            "findings", "typing", "times", "fields"}) {
        INFO(key);
        CHECK(it.at(key) == contact.at(key));
    }
    CHECK(it["script"] == "pothole-tire");
    CHECK(it["disposition"] == "file");
    CHECK(it["seed"] == 18'446'744'073'709'551'615ULL);
    CHECK(it["fields"]["location"]["expected"] == "4208 SPRUCE ST");
    CHECK(it["fields"]["location"]["written"] == "4280 SPRUCE ST");
    CHECK(it["passed"] == false);
    CHECK(it["state"] == "finished");
    const auto& card = stored.cards[0].card;
    CHECK(it["points"] == card.points);
    CHECK(it["findings"].size() == card.findings.size());
    CHECK(it["typing"]["wpm"] == card.typing.wpm);
    CHECK(it["times"]["handle_ms"] == card.times.handle);
}

TEST_CASE("Several contacts: the top level adds them up", "[reports]") {
    const Stored stored = stored_shift();
    const json it = json::parse(attempt_json(stored.report()));
    check_shape(it);
    check_top(it);
    REQUIRE(it.at("contacts").size() == 2);
    std::int64_t points = 0;
    std::int64_t possible = 0;
    std::int64_t handle = 0;
    std::size_t findings = 0;
    std::size_t fields = 0;
    std::map<std::string, std::int64_t> competencies;
    for (const json& contact : it["contacts"]) {
        check_shape(contact);
        points += contact["points"].get<std::int64_t>();
        possible += contact["possible"].get<std::int64_t>();
        handle += contact["times"]["handle_ms"].get<std::int64_t>();
        findings += contact["findings"].size();
        fields += contact["fields"].size();
        for (const auto& [name, sum] : contact["competencies"].items())
            competencies[name] += sum["points"].get<std::int64_t>();
    }
    CHECK(it["points"] == points);
    CHECK(it["possible"] == possible);
    CHECK(it["times"]["handle_ms"] == handle);
    CHECK(it["findings"].size() == findings);
    CHECK(it["fields"].size() == fields);
    CHECK(it["fields"].contains("1.location"));
    for (const auto& [name, sum] : competencies)
        CHECK(it["competencies"][name]["points"] == sum);
    CHECK(it["script"] == "first-shift");
    CHECK(it["disposition"] == "");
    CHECK(it["findings"].front()["contact"] == 1);
    CHECK(it["findings"].back()["contact"] == 2);
}

TEST_CASE("Typing of several contacts is weighted by the time typed", "[reports]") {
    Stored stored = stored_shift();
    auto& one = stored.cards[0].card.typing;
    auto& two = stored.cards[1].card.typing;
    one = {3600, 1800, 10, 30, 100, 5, 100'000};
    two = {7200, 5400, 40, 60, 300, 0, 50'000};
    const auto typing = stored.report().typing;
    CHECK(typing.ksph_gross == 4800);
    CHECK(typing.ksph_net == 3000);
    CHECK(typing.wpm == 40);
    CHECK(typing.uncorrected_permille == 33);  // (10 * 100 + 40 * 300) / 400 = 32.5, half up
    CHECK(typing.keys == 400);
    CHECK(typing.active == 150'000);
    one = two = {};
    CHECK(stored.report().typing.ksph_net == 0);
}

TEST_CASE("Passing takes every contact, judged, and the attempt ended", "[reports]") {
    Stored stored = stored_shift();
    for (auto& card : stored.cards) {
        card.card.passed = true;
        card.card.critical.clear();
    }
    CHECK(stored.report().all_passed);
    CHECK(seen(attempt_html(stored.report())).find("✓ Passed") != std::string::npos);

    Stored open = stored;
    open.row.why.clear();
    CHECK_FALSE(open.report().all_passed);
    CHECK(seen(attempt_html(open.report())).find("Not finished") != std::string::npos);

    Stored aside = stored;
    aside.row.why = "set_aside";
    CHECK_FALSE(aside.report().all_passed);
    CHECK(seen(attempt_html(aside.report())).find("Set aside") != std::string::npos);

    Stored unscored = stored;
    unscored.cards.pop_back();
    CHECK_FALSE(unscored.report().all_passed);
    const json it = json::parse(attempt_json(unscored.report()));
    check_shape(it);
    check_shape(it["contacts"][1]);
    CHECK(it["contacts"][1]["scored"] == false);
    CHECK(seen(attempt_html(unscored.report())).find("Incomplete") != std::string::npos);

    Stored quit = stored;
    quit.row.why = "quit";
    CHECK(quit.report().all_passed);
    CHECK(seen(attempt_html(quit.report())).find("ended the shift early") != std::string::npos);

    Stored lost = stored;
    lost.cards[0].card.passed = false;
    CHECK_FALSE(lost.report().all_passed);
}

TEST_CASE("The page says what HR must be able to see", "[reports]") {
    for (const bool only_call : {true, false}) {
        const Stored stored = stored_shift(only_call);
        const std::string page = attempt_html(stored.report("2026-11-22T09:00:00Z"));
        CHECK(faults_of(page) == std::vector<std::string>{});
        const std::string text = seen(page);
        for (const char* said :
             {"Attempt report: Dana Reyes", "First shift, Philadelphia", "Nov 21, 2026, 7:49 PM UTC",
              "Level 2, prompted", "18446744073709551615", "Not passed", "A pothole took out a tire",
              "It's forty-two oh eight Spruce, right before the light.",
              "Hi, yeah, I just blew a tire on a pothole and I want somebody to fix it. <Really> & \"now\"!",
              "4208 SPRUCE ST", "6f1ed002ab5595859014ebf0951522d9", "aa12cc7b0f5e4d3c9b8a7f6e5d4c3b2a",
              "4f2c91aa-0000-4000-8000-000000000001", "How the score is made",
              "Practice never counts toward certification", "prepared Nov 22, 2026", "6J55-08",
              "Tuesday, Nov 24, 2026, from 8:00 AM"}) {
            INFO(said);
            CHECK(text.find(said) != std::string::npos);
        }
        CHECK(text.find(scoring::Rubric{}.version) != std::string::npos);
        CHECK(page.find("42<del>0</del>8<ins>0</ins> SPRUCE ST") != std::string::npos);
        for (const auto& card : stored.cards) {
            for (const auto& finding : card.card.findings) {
                INFO(finding.title);
                CHECK(text.find(finding.title) != std::string::npos);
            }
            for (const auto& sentence : card.card.critical)
                CHECK(text.find(sentence) != std::string::npos);
        }
    }
}

TEST_CASE("An attempt with nothing in it is still a report", "[reports]") {
    Stored stored;
    stored.row.id = "4f2c91aa-0000-4000-8000-000000000001";
    stored.row.trainee = "Sam";
    CHECK(faults_of(attempt_html(stored.report())) == std::vector<std::string>{});
    const json it = json::parse(attempt_json(stored.report()));
    check_shape(it);
    check_top(it);
    CHECK(it["passed"] == false);
    CHECK(it["percent"].is_null());
    CHECK(csv_rows(attempt_csv(stored.report())).size() == 1);
}

TEST_CASE("A key that cannot be read does not cost the report", "[reports]") {
    Stored stored = stored_shift();
    stored.keys[1] = "{broken";
    CHECK(faults_of(attempt_html(stored.report())) == std::vector<std::string>{});
    CHECK(json::parse(attempt_json(stored.report()))["points"] ==
          json::parse(attempt_json(stored_shift().report()))["points"]);
}

TEST_CASE("The findings as lines", "[reports]") {
    const Stored stored = stored_shift(false, "Reyes, Dana \"DR\"");
    const auto rows = csv_rows(attempt_csv(stored.report()));
    std::size_t findings = 0;
    for (const auto& card : stored.cards)
        findings += card.card.findings.size();
    REQUIRE(rows.size() == findings + 1);
    for (const auto& row : rows)
        CHECK(row.size() == rows.front().size());
    CHECK(rows[1][1] == "Reyes, Dana \"DR\"");
    CHECK(rows[0][6] == "points");
}

TEST_CASE("From the records, by the same road as the command", "[reports]") {
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
    const json it = json::parse(attempt_text(attempt_report(store, id), Format::json));
    CHECK(it["attempt"] == id);
    CHECK(it["points"] == json::parse(attempt_json(stored.report()))["points"]);
    CHECK(faults_of(attempt_text(attempt_report(store, id), Format::html)) == std::vector<std::string>{});
    CHECK(journal::from_json_lines(export_journal(store, id)).events.size() == stored.journal.events.size());
    CHECK_THROWS_AS(attempt_report(store, "4f2c91aa-0000-4000-8000-000000000009"), records::NotFound);
    CHECK(it["corrections"].empty());
    CHECK(seen(attempt_text(attempt_report(store, id), Format::html)).find("Corrected") == std::string::npos);

    // What people said afterward stands beside the machine's words, in every form.
    const scoring::Finding finding = stored.cards.front().card.findings.front();
    const records::Person dana = *store.person(stored.journal.head.trainee);
    standing::Override change;
    change.attempt = id;
    change.contact = stored.cards.front().contact;
    change.criterion = finding.criterion;
    change.by = store.add_person("Tom Ruiz").id;
    change.by_name = "Tom Ruiz";
    change.why = "The greeting was there, in Spanish.";
    change.machine_points = finding.points;
    change.points = finding.possible / 2;
    change.possible = finding.possible;
    records::add_override(store, dana.id, change);
    standing::Dispute dispute;
    dispute.attempt = id;
    dispute.contact = change.contact;
    dispute.criterion = finding.criterion;
    dispute.by = dana.id;
    dispute.disputed = true;
    dispute.words = "I did greet him.";
    records::add_dispute(store, dana.id, dispute);
    const AttemptReport said = attempt_report(store, id);
    const json after = json::parse(attempt_text(said, Format::json));
    CHECK(after["points"] == it["points"]);
    REQUIRE(after["corrections"].size() == 1);
    CHECK(after["corrections"][0]["machine_points"] == finding.points);
    CHECK(after["corrections"][0]["points"] == change.points);
    REQUIRE(after["disputes"].size() == 1);
    CHECK(after["disputes"][0]["answer"] == "");
    const std::string page = attempt_text(said, Format::html);
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page), Contains("Corrected by a trainer") && Contains("The greeting was there, in Spanish.") &&
                               Contains("I did greet him.") && Contains("Open"));
    const auto rows = csv_rows(attempt_csv(said));
    CHECK(rows.front().back() == "corrected_why");
    CHECK(rows[1].back() == "The greeting was there, in Spanish.");
    CHECK(rows[2].back().empty());
    std::size_t headings = 0;
    for (const Block& block : attempt_document(said).blocks)
        if (const auto* heading = std::get_if<Heading>(&block))
            headings +=
                heading->text == "Corrected by a trainer" || heading->text == "Disputed by the trainee" ? 1U : 0U;
    CHECK(headings == 2);
}
