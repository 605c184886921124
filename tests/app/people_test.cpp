// What people are told and handed over: verify, export self, retention, through the program itself.
#include "assessment/records/account.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/app/program.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace shift311;
using namespace shift311::app::tests;
using records::tests::TempFolder;

namespace {

std::string filled(const TempFolder& folder) {
    const std::string db = folder / "records.db";
    records::Store store = records::Store::open(db);
    for (const char* purpose : {"", "exam"}) {
        journal::Head head = records::tests::made_up_head();
        head.purpose = purpose;
        if (*purpose) head.form = "form-A";
        const std::string id = store.begin(head, {{1, scoring::to_json(records::tests::pothole_key())}});
        store.append(id, records::tests::made_up_events());
        store.add_scorecard(id, 1, scoring::assess(records::tests::pothole_key(), store.journal(id), 1));
        store.finish(id, "finished");
    }
    store.set_setting(store.person("Dana Reyes")->id, "theme", "light");
    standing::Event event;
    event.kind = "accommodation";
    event.why = "Text at 200 %";
    records::add_event(store, store.person("Dana Reyes")->id, event);
    store.begin(records::tests::made_up_head("Sam Ortiz"));
    return db;
}

}  // namespace

TEST_CASE("people list says of whom nothing but the name is known that there is no account", "[app]") {
    const TempFolder folder;
    const std::string db = filled(folder);
    CHECK(run(folder.path, {"people", "list", "--db", db}).out == "Dana Reyes, no account\nSam Ortiz, no account\n");
    std::ofstream(folder / "secret") << "a long passphrase\n";
    REQUIRE(run(folder.path, {"people", "first", "Kim Lee", "--passphrase-file", folder / "secret", "--db", db}).code ==
            0);
    const Ran listed =
        run(folder.path, {"people", "list", "--as", "Kim Lee", "--passphrase-file", folder / "secret", "--db", db});
    CHECK(listed.out == "Dana Reyes, no account\nKim Lee, Administrator\nSam Ortiz, no account\n");
    const Ran data = run(folder.path, {"people", "list", "--format", "json", "--as", "Kim Lee", "--passphrase-file",
                                       folder / "secret", "--db", db});
    const auto json = nlohmann::json::parse(data.out);
    CHECK(json.at(0).at("account") == false);
    CHECK(json.at(1).at("account") == true);
    CHECK(json.at(1).at("role") == "administrator");
}

TEST_CASE("a command that faulty content stops shows what stopped it, and counts the warnings", "[app]") {
    const TempFolder folder;
    const std::filesystem::path content = folder / "content";
    std::filesystem::copy(SHIFT311_SOURCE_DIR "/scenarios", content, std::filesystem::copy_options::recursive);
    std::ofstream(content / "programs/6J55.yaml", std::ios::app) << "titel: Another\n";
    const Ran ran = run(folder.path, {"list", "scripts", "--content", content.string()});
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("unknown key `titel`") < ran.err.find('\n'));
    CHECK(ran.err.find("warning: ") == std::string::npos);
    // There is a program of a city that has no contact yet.
    CHECK(ran.err.find("\"shift311 lint\" shows ") != std::string::npos);
}

TEST_CASE("export self hands over everything about one person, and nothing about others", "[app]") {
    const TempFolder folder;
    const std::string db = filled(folder);
    REQUIRE(run(folder.path, {"export", "self", "dana reyes", "--db", db, "--out", folder / "dana.json"}).code == 0);
    const std::string text = records::tests::bytes_of(folder / "dana.json");
    const auto json = nlohmann::json::parse(text);
    CHECK(json.at("person").at("name") == "Dana Reyes");
    CHECK(json.at("settings").at("theme") == "light");
    REQUIRE(json.at("attempts").size() == 2);
    CHECK(json.at("attempts").at(0).at("events").size() == records::tests::made_up_events().size());
    CHECK(json.at("attempts").at(0).at("scorecards").at(0).at("card").at("script") == "pothole-tire");
    CHECK(json.at("attempts").at(1).at("scorecards") == "withheld until the exam is closed");
    CHECK(json.at("entries").at(0).at("body").at("why") == "Text at 200 %");
    CHECK(json.at("chain").at("hash").get<std::string>().size() == 64);
    CHECK(text.find("Sam Ortiz") == std::string::npos);
    CHECK(run(folder.path, {"export", "self", "Nobody", "--db", db}).code == 2);
    CHECK(run(folder.path, {"export", "self", "--db", db}).code == 2);
}

TEST_CASE("verify says in plain words what was meddled with, whose it is, and goes on", "[app]") {
    const TempFolder folder;
    const std::string db = filled(folder);
    const Ran whole = run(folder.path, {"verify", "--db", db});
    CHECK(whole.code == 0);
    CHECK(whole.out.empty());
    CHECK_THAT(whole.err, Catch::Matchers::Contains("everything is whole") &&
                              Catch::Matchers::Contains("The chain ends at record"));
    {
        SQLite::Database file(db, SQLite::OPEN_READWRITE);
        file.exec("DROP TRIGGER event_stays; UPDATE event SET event = replace(event, '4280', '4208') WHERE seq = 11");
    }
    const Ran ran = run(folder.path, {"verify", "--db", db});
    CHECK(ran.code == 1);
    CHECK_THAT(ran.out, Catch::Matchers::Contains("of Dana Reyes: event 11 was changed after it was written.") &&
                            Catch::Matchers::Contains("was changed while no desk had it open") &&
                            Catch::Matchers::Contains("trigger event_stays is not as shift311 makes it"));
    CHECK_THAT(ran.err, Catch::Matchers::Contains("3 attempts and"));
    records::tests::write_bytes(db, "no database at all, whatever its name says");
    CHECK(run(folder.path, {"verify", "--db", db}).code == 1);
    CHECK(run(folder.path, {"verify", "--db", folder / "none.db"}).code == 3);
}

TEST_CASE("Retention lists and purges nothing", "[app]") {
    const TempFolder folder;
    const std::string db = filled(folder);
    const Ran ran = run(folder.path, {"people", "retention", "--db", db});
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out,
               Catch::Matchers::Contains("Dana Reyes, 2 attempts: kept; no sign-off or withdrawal is recorded."));
    CHECK_THAT(ran.err, Catch::Matchers::Contains("shift311 purges nothing"));
    CHECK(run(folder.path, {"people", "purge", "--db", db}).code == 2);
    const auto json =
        nlohmann::json::parse(run(folder.path, {"people", "retention", "--db", db, "--format", "json"}).out);
    CHECK(json.at(0).at("could_be_purged") == false);
}
