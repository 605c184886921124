#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

TEST_CASE("The check names what was meddled with", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        Store store = Store::open(path);
        const std::string id =
            store.begin(made_up_head(), {{1, scoring::to_json(pothole_key())}, {2, scoring::to_json(permit_key())}});
        const auto events = made_up_events();
        store.append(id, events);
        const auto journal = store.journal(id);
        store.add_scorecard(id, 1, scoring::assess(pothole_key(), journal, 1));
        store.add_scorecard(id, 2, scoring::assess(permit_key(), journal, 2));
        store.finish(id, "finished");
        REQUIRE(store.check_all() == std::vector<std::string>{});
    }
    struct Case {
        const char* sql;
        const char* said;
    };
    const auto one = GENERATE(
        Case{"DELETE FROM event WHERE seq = 7", "event 7 is missing"},
        Case{"UPDATE event SET seq = 700 WHERE seq = 7", "event 7 is missing"},
        Case{"UPDATE event SET event = replace(event, '4280', '4208')", "does not come out the same"},
        Case{"UPDATE event SET event = event || ' ' WHERE seq = 3", "event 3"},
        Case{"UPDATE event SET event = 'x' WHERE seq = 3", "event 3 cannot be read"},
        Case{"UPDATE event SET event = (SELECT event FROM event AS e WHERE e.seq = 4 AND e.attempt = event.attempt) "
             "WHERE seq = 3",
             "event 3"},
        Case{"UPDATE scorecard SET points = points + 100 WHERE contact = 1", "does not agree with its own sums"},
        Case{"UPDATE scorecard SET passed = 1 - passed WHERE contact = 2", "does not agree with its own sums"},
        Case{"UPDATE scorecard SET card = replace(card, 'pothole-tire', 'pothole-tyre') WHERE contact = 1",
             "does not come out the same"},
        Case{"UPDATE scorecard SET number = 2 WHERE contact = 1", "follows one that is missing"},
        Case{"UPDATE scorecard SET through = 9999 WHERE contact = 1", "9999"},
        Case{"DELETE FROM answer_key WHERE contact = 1", "no answer key"},
        Case{"UPDATE answer_key SET key = replace(key, '4208', '4280') WHERE contact = 1",
             "does not come out the same"},
        Case{"UPDATE answer_key SET script = 'other' WHERE contact = 1", "another script"},
        Case{"UPDATE attempt SET level = 4", "says something else"},
        Case{"UPDATE attempt SET head = replace(head, '\"level\":2', '\"level\":3')", "says something else"},
        Case{"UPDATE person SET name = 'Somebody else'", "says something else"},
        Case{"PRAGMA foreign_keys = OFF; DELETE FROM person", "belongs to no person"});
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        for (const char* what : {"attempt_stays", "attempt_kept", "event_stays", "event_kept", "key_stays", "key_kept",
                                 "card_stays", "card_kept", "person_stays", "person_kept"}) {
            db.exec(std::string("DROP TRIGGER ") + what);
        }
        db.exec(one.sql);
    }
    INFO(one.sql);
    const auto faults = Store::open_read_only(path).check_all();
    REQUIRE_FALSE(faults.empty());
    std::string all;
    for (const std::string& fault : faults) {
        all += fault + "\n";
        CHECK(fault.back() == '.');
    }
    CHECK_THAT(all, Catch::Matchers::Contains(one.said));
}

TEST_CASE("What another version of the program judged is proved by its points, not by its words", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        Store store = Store::open(path);
        const std::string id = store.begin(made_up_head(), {{1, scoring::to_json(pothole_key())}});
        store.append(id, made_up_events());
        store.add_scorecard(id, 1, scoring::assess(pothole_key(), store.journal(id), 1));
        store.finish(id, "finished");
    }
    const auto change = [&](const std::string& sql) {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        db.exec("DROP TRIGGER IF EXISTS card_stays; DROP TRIGGER IF EXISTS card_kept");
        db.exec("UPDATE scorecard SET " + sql);
    };
    const auto proof = [&] { return Store::open_read_only(path).prove(); };
    const auto of_card = [&] {
        std::vector<std::string> found;
        for (const std::string& fault : proof().faults) {
            if (fault.find("come out the same") != std::string::npos) found.push_back(fault);
        }
        return found;
    };
    const std::string words = "replace(card, '\"next\":\"', '\"next\":\"In short: ')";

    change("card = " + words);
    REQUIRE(of_card().size() == 1);
    CHECK_THAT(of_card()[0], Catch::Matchers::Contains("does not come out the same"));
    CHECK(proof().worded_otherwise.empty());

    change("program = '0.0.1'");
    CHECK(of_card().empty());
    CHECK(proof().worded_otherwise == std::map<std::string, int>{{"0.0.1", 1}});

    // Points that another version gave are no matter of words.
    change("card = replace(card, '\"possible\":', '\"possible\":1')");
    REQUIRE(of_card().size() == 1);
    CHECK_THAT(of_card()[0], Catch::Matchers::Contains("judged by shift311 0.0.1"));
}
