// Whatever is changed in a records file is found and named.
#include "assessment/journal/codec.hpp"
#include "assessment/records/chain_check.hpp"
#include "assessment/records/database.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/records/migrate.hpp"
#include "assessment/records/seal.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>
#include <random>

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

/// Every kind of record at least once; closed and sealed.
std::string filled(const TempFolder& folder) {
    const std::string path = folder / "records.db";
    Store store = Store::open(path);
    for (const char* who : {"Dana Reyes", "Sam Ortiz"}) {
        const std::string id =
            store.begin(made_up_head(who), {{1, scoring::to_json(pothole_key())}, {2, scoring::to_json(permit_key())}});
        store.append(id, made_up_events());
        const auto journal = store.journal(id);
        store.add_scorecard(id, 1, scoring::assess(pothole_key(), journal, 1));
        store.add_scorecard(id, 2, scoring::assess(permit_key(), journal, 2));
        store.finish(id, "finished");
        standing::Event event;
        event.kind = "enrolled";
        event.program = "6J55";
        add_event(store, store.person(who)->id, event);
    }
    store.add_account("Ann Lee", "administrator", "$argon2id$v=19$none", {});
    keep_rubric(store, std::string(64, 'a'), "{}");
    REQUIRE(store.check_all() == std::vector<std::string>{});
    return path;
}

void drop_triggers(SQLite::Database& db) {
    std::vector<std::string> names;
    SQLite::Statement read(db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (read.executeStep())
        names.push_back(read.getColumn(0).getString());
    read.reset();
    for (const std::string& name : names)
        db.exec("DROP TRIGGER " + name);
}

std::string all_of(const std::vector<std::string>& faults) {
    std::string all;
    for (const std::string& fault : faults)
        all += fault + "\n";
    return all;
}

}  // namespace

TEST_CASE("10,000 random changes of a single byte of a records file are all detected", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    const auto seal = read_seal(path);
    REQUIRE(seal);
    REQUIRE(seal->state == Seal::State::closed);
    std::string bytes = bytes_of(path);
    REQUIRE(broken(*seal, bytes, path).empty());
    REQUIRE(broken(*seal, path).empty());
    std::mt19937 chance(311);
    const int changes = shift311::tests::effort(10'000);
    int found = 0;
    for (int i = 0; i < changes; ++i) {
        char& byte = bytes[chance() % bytes.size()];
        const char kept = byte;
        byte = static_cast<char>(byte ^ static_cast<char>(1 + chance() % 255));
        found += broken(*seal, bytes, path).empty() ? 0 : 1;
        byte = kept;
    }
    CHECK(found == changes);
    REQUIRE(broken(*seal, bytes, path).empty());  // and the file itself was never the reason
    CHECK_FALSE(broken(*seal, bytes + '\0', path).empty());
    CHECK_FALSE(broken(*seal, std::string_view(bytes).substr(1), path).empty());

    // The same through a proof of the file itself, on slack and header bytes too.
    for (int i = 0; i < 12; ++i) {
        std::string bad = bytes;
        bad[chance() % bad.size()] ^= 1;
        write_bytes(path, bad);
        try {
            CHECK_FALSE(Store::open_for_proof(path).prove().faults.empty());
        } catch (const Trouble& trouble) {
            CHECK_THAT(trouble.what(), Catch::Matchers::Contains(path));  // not even a database any more
        }
    }
    std::string of_seal = bytes_of(seal_path(path));
    write_bytes(path, bytes);
    for (std::size_t i = 0; i < of_seal.size(); ++i) {
        std::string bad = of_seal;
        bad[i] ^= 1;
        write_bytes(seal_path(path), bad);
        const auto read = read_seal(path);
        CHECK((!read || read->state == Seal::State::unreadable));
    }
}

TEST_CASE("A thousand changes inside records are each found, and named by whose and which", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    drop_triggers(db);
    db.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
    const Store reader = Store::open_read_only(path);
    std::map<std::string, std::string> attempts;  // id -> words
    for (const AttemptRow& row : reader.attempts())
        attempts[row.id] = "Attempt " + short_id(row.id) + " of " + row.trainee;
    std::mt19937 chance(311);
    int wrong = 0;
    for (int i = 0; i < shift311::tests::effort(1'000); ++i) {
        SQLite::Statement pick(db, "SELECT attempt, seq, event FROM event ORDER BY attempt, seq LIMIT 1 OFFSET " +
                                       std::to_string(chance() % (2 * made_up_events().size())));
        REQUIRE(pick.executeStep());
        const std::string attempt = pick.getColumn(0).getString();
        const std::string seq = pick.getColumn(1).getString();
        std::string line = pick.getColumn(2).getString();
        pick.reset();
        char& byte = line[chance() % line.size()];
        byte = static_cast<char>(byte == 'x' ? 'y' : 'x');
        SQLite::Transaction undone(db);
        SQLite::Statement change(db, "UPDATE event SET event = ? WHERE attempt = ? AND seq = ?");
        change.bind(1, line);
        change.bind(2, attempt);
        change.bind(3, seq);
        REQUIRE(change.exec() == 1);
        std::int64_t records = 0;
        const auto faults = chain_faults(db, records);
        const std::string due = attempts.at(attempt) + ": event " + seq + " was changed after it was written.";
        wrong += faults == std::vector<std::string>{due} ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("What was removed, inserted, moved or changed is named in every table", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    struct Case {
        const char* sql;
        const char* said;
    };
    const auto one = GENERATE(
        Case{"DELETE FROM event WHERE seq = 7", "event 7 is missing: it was removed"},
        Case{"INSERT INTO event SELECT attempt, 900, event FROM event WHERE seq = 9", "event 900 was inserted"},
        Case{"UPDATE event SET seq = -seq WHERE seq IN (3, 4); UPDATE event SET seq = 7 + seq WHERE seq < 0",
             "event 3 was changed"},
        Case{"UPDATE ending SET why = 'quit'", "how it ended was changed"},
        Case{"DELETE FROM ending", "how it ended is missing"},
        Case{"UPDATE answer_key SET key = replace(key, 'SPRUCE', 'WALNUT') WHERE contact = 1",
             "the answer key of contact 1 was changed"},
        Case{"UPDATE scorecard SET made = '2020-01-01T00:00:00Z' WHERE contact = 2",
             "scorecard 1 of contact 2 was changed"},
        Case{"DELETE FROM scorecard WHERE contact = 2", "scorecard 1 of contact 2 is missing"},
        Case{"UPDATE attempt SET began = '2020' || substr(began, 5)", "its head (who, when, which shift) was changed"},
        Case{"UPDATE person SET name = 'Dan Reyes' WHERE name LIKE 'Dana%'", "The record of Dan Reyes was changed"},
        Case{"UPDATE account SET role = 'trainee'", "of Ann Lee was changed"},
        Case{"INSERT INTO account SELECT station, 99, person, 'administrator', secret, at, by FROM account",
             "Account change 99 of Ann Lee was inserted"},
        Case{"UPDATE entry SET body = replace(body, '6J55', '1322')", "(event) about Sam Ortiz was changed"},
        Case{"DELETE FROM entry WHERE kind = 'event'", "is missing: it was removed"},
        Case{"UPDATE rule SET body = '{\"id\":1}'", "The kept rules aaaaaaaa was changed"},
        Case{"UPDATE desk SET value = 'x' || substr(value, 2)", "The name of this desk was changed"},
        Case{"UPDATE fact SET points = points + 1 WHERE contact = 1", "the summary of contact 1"},
        Case{"UPDATE ledger SET hash = zeroblob(32) WHERE number = 5", "line 5 of the chain does not follow"},
        Case{"DELETE FROM ledger WHERE number = 5", "Line 5 of the chain is missing"},
        Case{"DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)", "the newest records were removed"},
        Case{"UPDATE chain SET hash = zeroblob(32)", "The end of the chain"},
        Case{"DELETE FROM chain", "is not known any more"},
        Case{"UPDATE ledger SET number = -number WHERE number IN (8, 9); "
             "UPDATE ledger SET number = 17 + number WHERE number < 0",
             "of the chain does not follow from the line before it; it was changed, inserted or moved"},
        Case{"CREATE TABLE extra (x TEXT)", "The file has a table extra that is not shift311's"},
        Case{"SELECT 1", "trigger event_stays is not as shift311 makes it, or missing"});
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        drop_triggers(db);
        db.exec("PRAGMA foreign_keys = OFF");
        db.exec(one.sql);
    }
    INFO(one.sql);
    const auto faults = Store::open_for_proof(path).check_all();
    CHECK_THAT(all_of(faults), Catch::Matchers::Contains(one.said));
    CHECK_THAT(all_of(faults), Catch::Matchers::Contains("was changed while no desk had it open"));
    for (const std::string& fault : faults)
        CHECK(fault.back() == '.');
}

TEST_CASE("A file that was changed while nobody had it open is told apart from a desk that was killed", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    SECTION("closed and opened again: nothing to say") {
        { Store::open(path); }
        const Proof proof = Store::open_read_only(path).prove();
        CHECK(proof.faults.empty());
        CHECK(proof.notes.empty());
    }
    SECTION("changed: a fault, and once a desk has opened it, a fact in the chain") {
        std::string bytes = bytes_of(path);
        bytes[80] ^= 1;  // among the header's bytes that nobody reads
        write_bytes(path, bytes);
        CHECK_THAT(all_of(Store::open_for_proof(path).check_all()),
                   Catch::Matchers::Contains("was changed while no desk had it open"));
        { Store::open(path); }
        const Proof after = Store::open_read_only(path).prove();
        CHECK(after.faults.empty());
        REQUIRE(after.notes.size() == 1);
        CHECK_THAT(after.notes[0], Catch::Matchers::Contains("was changed while no desk had it open"));
    }
    SECTION("killed: no fault") {
        Seal open;
        open.at = "2026-11-21T08:00:00Z";
        write_seal(path, open);
        const Proof proof = Store::open_read_only(path).prove();
        CHECK(proof.faults.empty());
        CHECK(proof.notes.size() == 1);
        { Store::open(path); }
        const Proof after = Store::open_read_only(path).prove();
        REQUIRE(after.notes.size() == 1);
        CHECK_THAT(after.notes[0], Catch::Matchers::Contains("was stopped without closing it"));
    }
    SECTION("without its seal") {
        std::filesystem::remove(seal_path(path));
        CHECK_THAT(all_of(Store::open_read_only(path).check_all()), Catch::Matchers::Contains("no seal beside"));
    }
    SECTION("something wrote to it and left its log") {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        db.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO setting VALUES ('', 'x', 'y')");
        CHECK_THAT(all_of(Store::open_read_only(path).check_all()), Catch::Matchers::Contains("a log lies beside it"));
    }
}

TEST_CASE("A damaged attempt is named and set aside, and the rest goes on", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        drop_triggers(db);
        db.exec("UPDATE event SET event = 'x' WHERE seq = 3 AND attempt = (SELECT min(id) FROM attempt)");
    }
    const Store store = Store::open_for_proof(path);
    const Proof proof = store.prove();
    CHECK(proof.attempts == 2);
    std::string first, second;
    for (const AttemptRow& row : store.attempts())
        (first.empty() || row.id < first ? (second = first, first) : second) = row.id;
    CHECK_THAT(all_of(proof.faults), Catch::Matchers::Contains(short_id(first)));
    CHECK_THAT(all_of(proof.faults), !Catch::Matchers::Contains(short_id(second)));
}

TEST_CASE("A file of version 1 is adopted into the chain as it stands", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    {
        auto db = open_for_writing(path);
        make_durable(*db, path);
        migrate(*db, path, migrations().first(1));
        const auto put = [&](const char* sql, const std::vector<std::string>& values) {
            SQLite::Statement add(*db, sql);
            int place = 0;
            for (const std::string& value : values)
                add.bind(++place, value);
            add.exec();
        };
        put("INSERT INTO desk VALUES ('station', ?)", {"0d15ea5e-0000-4000-8000-000000000001"});
        put("INSERT INTO person VALUES ('p1', 'Dana Reyes', 'dana reyes', '2026-11-20T08:00:00Z')", {});
        journal::Head head = made_up_head();
        head.attempt = "0aaaaaaa-0000-4000-8000-000000000001";
        head.station = "0d15ea5e-0000-4000-8000-000000000001";
        head.program = "0.1.0";
        put("INSERT INTO attempt VALUES (?, 'p1', ?, 'first-shift', 'First shift', 2, ?, ?)",
            {head.attempt, head.station, head.began, journal::to_json(head)});
        journal::Journal journal{head, made_up_events()};
        for (const journal::Event& event : journal.events)
            put("INSERT INTO event VALUES (?, CAST(? AS INTEGER), ?)",
                {head.attempt, std::to_string(event.seq), journal::to_json(event)});
        put("INSERT INTO answer_key VALUES (?, 1, 'pothole-tire', ?)", {head.attempt, scoring::to_json(pothole_key())});
        put("INSERT INTO ending VALUES (?, 'finished', '2026-11-21T20:00:00Z')", {head.attempt});
    }
    {
        Store store = Store::open(path);
        CHECK(std::filesystem::exists(path + ".backup-v1"));
        CHECK(store.check_all() == std::vector<std::string>{});
        CHECK(store.head().number == static_cast<std::int64_t>(made_up_events().size()) + 5);
        const std::string id = store.attempts().front().id;
        store.add_scorecard(id, 1, scoring::assess(pothole_key(), store.journal(id), 1));
    }
    const Store store = Store::open_read_only(path);
    CHECK(store.check_all() == std::vector<std::string>{});
    CHECK(history_of(store, "p1").contacts.size() == 1);
    CHECK(chain_head(store).size() == 64);
}
