#include "assessment/records/store.hpp"

#include "assessment/journal/codec.hpp"
#include "assessment/records/uuid.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <cstdlib>
#include <set>

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

std::string whole_attempt(Store& store, const std::string& trainee = "Dana Reyes") {
    const std::string id = store.begin(made_up_head(trainee), {{1, scoring::to_json(pothole_key())}});
    store.add_key(id, 2, "permit-email", scoring::to_json(permit_key()));
    for (const auto& event : made_up_events())
        store.append(id, {&event, 1});
    const auto journal = store.journal(id);
    store.add_scorecard(id, 1, scoring::assess(pothole_key(), journal, 1));
    store.add_scorecard(id, 2, scoring::assess(permit_key(), journal, 2));
    store.finish(id, "finished");
    return id;
}

}  // namespace

TEST_CASE("A journal comes back from the records as it went in", "[records]") {
    const TempFolder folder;
    std::string id;
    {
        Store store = Store::open(folder / "deep/er/records.db");
        id = whole_attempt(store);
        CHECK(is_uuid(id));
    }
    const Store store = Store::open_read_only(folder / "deep/er/records.db");
    journal::Journal expected{made_up_head(), made_up_events()};
    expected.head.attempt = id;
    expected.head.station = store.station();
    expected.head.program = store.attempt(id).program;
    CHECK(journal::to_json_lines(store.journal(id)) == journal::to_json_lines(expected));
    CHECK(store.keys(id).at(2) == scoring::to_json(permit_key()));
    CHECK(store.check(id) == std::vector<std::string>{});
    CHECK(store.check_all() == std::vector<std::string>{});

    const AttemptRow row = store.attempt(id);
    CHECK(row.seed == 18'446'744'073'709'551'615ULL);
    CHECK(row.trainee == "Dana Reyes");
    CHECK(row.why == "finished");
    CHECK(row.contacts == 2);
    CHECK(row.scored == 2);
    CHECK(row.counts());
    CHECK(row.possible > 0);
    CHECK(row.points < row.possible);  // the house number was wrong
    scoring::Points sum = 0;
    for (const auto& [name, part] : row.competencies)
        sum += part.points;
    CHECK(sum == row.points);
}

TEST_CASE("Records are private to the user who keeps them", "[records]") {
    const TempFolder folder;
    Store::open(folder / "new/records.db");
    struct stat info {};
    REQUIRE(::stat((folder / "new/records.db").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    REQUIRE(::stat((folder / "new").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
}

TEST_CASE("Durable settings hold: WAL and synchronous FULL, one station for ever", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    std::string station;
    {
        Store store = Store::open(path);
        station = store.station();
        CHECK(is_uuid(station));
        const SQLite::Database reader(path);
        CHECK(SQLite::Database(path).execAndGet("PRAGMA journal_mode").getString() == "wal");
    }
    CHECK(Store::open(path).station() == station);
}

TEST_CASE("People are found whatever the case and the spaces", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const Person dana = store.add_person("  Dana   Reyes ");
    CHECK(dana.name == "Dana Reyes");
    CHECK(store.add_person("dana reyes").id == dana.id);
    CHECK(store.add_person("Zoë \"Zo\" O'Neill; DROP TABLE person").name == "Zoë \"Zo\" O'Neill; DROP TABLE person");
    CHECK(store.add_person("ZOË \"zo\" o'neill; drop table person").name == "Zoë \"Zo\" O'Neill; DROP TABLE person");
    CHECK(store.add_person("李小龍").name == "李小龍");
    CHECK(store.add_person("=SUM(A1)").name == "=SUM(A1)");
    CHECK(store.person("李小龍").has_value());
    CHECK_FALSE(store.person("nobody").has_value());
    CHECK(store.people().size() == 4);
    for (const char* bad : {"", "   ", "a\x01z", "\xff\xfe", "tab\x7f"}) {
        CHECK_THROWS_AS(store.add_person(bad), NotFound);
    }
    CHECK_THROWS_AS(store.add_person(std::string(81, 'x')), NotFound);
    CHECK_NOTHROW(store.add_person(std::string(80, 'x')));
}

TEST_CASE("Settings belong to a person or to the desk, and the last one counts", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const Person dana = store.add_person("Dana");
    CHECK_FALSE(store.setting(dana.id, "theme").has_value());
    store.set_setting(dana.id, "theme", "dark");
    store.set_setting(dana.id, "theme", "light");
    store.set_setting({}, "theme", "dark");
    CHECK(store.setting(dana.id, "theme") == "light");
    CHECK(store.setting({}, "theme") == "dark");
}

TEST_CASE("An interrupted attempt is offered until it is finished", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    const auto events = made_up_events();
    std::string first;
    std::string second;
    {
        Store store = Store::open(path);
        CHECK_FALSE(store.interrupted().has_value());
        first = store.begin(made_up_head());
        auto head = made_up_head();
        head.began = "2026-11-22T08:00:00Z";
        second = store.begin(head);
        store.append(second, std::span(events).first(8));
        auto other = made_up_head("Sam");
        other.began = "2026-11-23T08:00:00Z";
        store.begin(other);
    }
    Store store = Store::open(path);
    const auto open = store.interrupted("DANA REYES");
    REQUIRE(open.has_value());
    CHECK(open->id == second);
    CHECK(open->events == 8);
    CHECK(open->at == events[7].at);
    CHECK(store.open_attempts("Dana Reyes").size() == 2);
    CHECK(store.open_attempts().size() == 3);
    CHECK(store.interrupted()->trainee == "Sam");

    store.append(second, std::span(events).subspan(8));  // taken up where it stopped
    CHECK(store.journal(second).events.size() == events.size());
    store.finish(second, "finished");
    store.finish(second, "set_aside");  // too late
    CHECK(store.attempt(second).why == "finished");
    CHECK(store.interrupted("Dana Reyes")->id == first);
    store.finish(first, "set_aside");
    CHECK_FALSE(store.interrupted("Dana Reyes").has_value());
    CHECK_FALSE(store.attempt(first).counts());
}

TEST_CASE("Events that do not follow are refused and nothing of them is kept", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const auto events = made_up_events();
    const std::string id = store.begin(made_up_head());
    CHECK_THROWS_AS(store.append(id, std::span(events).subspan(1, 1)), std::logic_error);
    store.append(id, std::span(events).first(3));
    CHECK_THROWS_AS(store.append(id, std::span(events).first(3)), std::logic_error);
    auto back = events[3];
    back.at = 1;
    CHECK_THROWS_AS(store.append(id, {&back, 1}), std::logic_error);
    CHECK_THROWS_AS(store.append(new_uuid(), std::span(events).first(1)), NotFound);
    store.append(id, {});
    CHECK(store.journal(id).events.size() == 3);
    auto bad_text = events[3];
    std::get<journal::TraineeSaid>(bad_text.act).text = "\xff";
    CHECK_THROWS(store.append(id, {&bad_text, 1}));
    store.append(id, std::span(events).subspan(3, 1));
    CHECK(store.journal(id).events.size() == 4);
    store.finish(id, "quit");
    CHECK_THROWS_AS(store.append(id, std::span(events).subspan(4, 1)), std::logic_error);
    CHECK_THROWS_AS(store.finish(id, "whatever"), std::logic_error);
}

TEST_CASE("A second judging adds a scorecard and the first one stays", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string id = whole_attempt(store);
    auto card = store.scorecards(id).front().card;
    const std::string first = scoring::to_json(card);
    card.points -= 100;
    card.rubric = "practice-2";
    store.add_scorecard(id, 1, card);
    const auto all = store.all_scorecards(id);
    REQUIRE(all.size() == 3);
    CHECK(all[0].number == 1);
    CHECK(all[1].number == 2);
    CHECK(scoring::to_json(all[0].card) == first);
    const auto newest = store.scorecards(id);
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].number == 2);
    CHECK(newest[0].rubric == "practice-2");
    CHECK(newest[0].through == made_up_events().size());
    CHECK_FALSE(newest[0].program.empty());
}

TEST_CASE("An answer key is kept once", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string id = store.begin(made_up_head());
    const std::string key = scoring::to_json(pothole_key());
    store.add_key(id, 1, "pothole-tire", key);
    store.add_key(id, 1, "pothole-tire", key);
    CHECK_THROWS_AS(store.add_key(id, 1, "permit-email", scoring::to_json(permit_key())), std::logic_error);
    CHECK_THROWS_AS(store.add_key(new_uuid(), 1, "pothole-tire", key), NotFound);
    CHECK(store.keys(id).size() == 1);
}

TEST_CASE("An attempt is found by as much of its name as is needed", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    auto head = made_up_head();
    head.attempt = "0aaaaaaa-0000-4000-8000-000000000001";
    store.begin(head);
    head.attempt = "0aaaaaaa-0000-4000-8000-000000000002";
    store.begin(head);
    head.attempt = "0bbbbbbb-0000-4000-8000-000000000003";
    store.begin(head);
    CHECK(store.attempt_named("0b") == head.attempt);
    CHECK(store.attempt_named("0BBB") == head.attempt);
    CHECK(store.attempt_named(head.attempt) == head.attempt);
    CHECK_THROWS_WITH(store.attempt_named("0a"), Catch::Matchers::Contains("More than one attempt"));
    for (const char* none : {"", "c", "0b%", "0b'", "_", "0bbbbbbb-0000-4000-8000-000000000003-more"}) {
        CHECK_THROWS_AS(store.attempt_named(none), NotFound);
    }
    CHECK_THROWS_AS(store.attempt("0b"), NotFound);
    CHECK_THROWS_AS(store.journal(new_uuid()), NotFound);
    head.attempt = "not-a-uuid";
    CHECK_THROWS_AS(store.begin(head), std::logic_error);
}

TEST_CASE("The cohort counts the way a single attempt does", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    whole_attempt(store, "Dana");
    whole_attempt(store, "Dana");
    const std::string aside = store.begin(made_up_head("Dana"));
    store.finish(aside, "set_aside");
    store.begin(made_up_head("Sam"));
    store.add_person("Nobody yet");
    auto perfect = made_up_head("Ann");
    const std::string passed = store.begin(perfect, {{1, scoring::to_json(pothole_key())}});
    scoring::Scorecard card;
    card.points = card.possible = 1000;
    card.passed = true;
    card.rubric = "practice-1";
    store.add_scorecard(passed, 1, card);
    store.finish(passed, "finished");

    for (const Tally& tally : store.tallies()) {
        int counted = 0;
        int all = 0;
        int good = 0;
        scoring::Points points = 0;
        for (const AttemptRow& row : store.attempts(tally.person.name)) {
            ++all;
            good += row.passed();
            if (!row.counts()) continue;
            ++counted;
            points += row.points;
        }
        CHECK(tally.attempts == all);
        CHECK(tally.counted == counted);
        CHECK(tally.passed == good);
        CHECK(tally.points == points);
    }
    const auto tallies = store.tallies();
    REQUIRE(tallies.size() == 4);
    CHECK(tallies[0].person.name == "Ann");
    CHECK(tallies[0].passed == 1);
    CHECK(tallies[1].attempts == 3);
    CHECK(tallies[2].person.name == "Nobody yet");
    CHECK(tallies[2].last.empty());
}

TEST_CASE("A contact without a scorecard keeps an attempt from passing", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string id =
        store.begin(made_up_head(), {{1, scoring::to_json(pothole_key())}, {2, scoring::to_json(permit_key())}});
    scoring::Scorecard card;
    card.points = card.possible = 1000;
    card.passed = true;
    store.add_scorecard(id, 1, card);
    store.finish(id, "quit");
    CHECK_FALSE(store.attempt(id).passed());
    CHECK(store.tallies()[0].passed == 0);
    store.add_scorecard(id, 2, card);
    CHECK(store.attempt(id).passed());
    CHECK(store.tallies()[0].passed == 1);
}

TEST_CASE("No hand can change or remove what was recorded", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        Store store = Store::open(path);
        whole_attempt(store);
    }
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    for (const char* sql : {"UPDATE event SET event = '{}' WHERE seq = 3", "DELETE FROM event WHERE seq = 3",
                            "UPDATE scorecard SET points = 0", "DELETE FROM scorecard", "DELETE FROM attempt",
                            "UPDATE attempt SET title = ''", "UPDATE ending SET why = 'quit'", "DELETE FROM ending",
                            "UPDATE answer_key SET key = ''", "DELETE FROM answer_key"}) {
        INFO(sql);
        CHECK_THROWS_AS(db.exec(sql), SQLite::Exception);
    }
}

TEST_CASE("The default file follows the desktop's rules", "[records]") {
    ::setenv("XDG_DATA_HOME", "/srv/data", 1);
    CHECK(Store::default_path() == "/srv/data/shift311/records.db");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    ::setenv("HOME", "/home/dana", 1);
    CHECK(Store::default_path() == "/home/dana/.local/share/shift311/records.db");
    ::unsetenv("XDG_DATA_HOME");
    CHECK(Store::default_path() == "/home/dana/.local/share/shift311/records.db");
}

TEST_CASE("UUIDs are well formed and never twice the same", "[records]") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = new_uuid();
        CHECK(is_uuid(id));
        CHECK(id[14] == '4');
        CHECK(std::string("89ab").find(id[19]) != std::string::npos);
        CHECK(seen.insert(id).second);
    }
    CHECK_FALSE(is_uuid(""));
    CHECK_FALSE(is_uuid("0AAAAAAA-0000-4000-8000-000000000001"));
    CHECK(short_id("0aaaaaaa-0000") == "0aaaaaaa");
}
