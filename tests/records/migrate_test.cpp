#include "assessment/records/migrate.hpp"

#include "assessment/records/database.hpp"
#include "assessment/records/store.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

// Steps of our own, so that the machinery is proven before the program needs a second one.
constexpr std::array kSteps{
    Migration{1, "0001_a",
              "CREATE TABLE caller (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;"
              "INSERT INTO caller VALUES ('a', 'Ann; it''s her')"},
    Migration{2, "0002_b", "ALTER TABLE caller ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'"},
    Migration{3, "0003_c",
              "CREATE TABLE call (id TEXT PRIMARY KEY, caller TEXT NOT NULL REFERENCES caller (id)) STRICT;"
              "INSERT INTO call VALUES ('1', 'a')"}};

std::string name_in(const std::string& path) {
    return SQLite::Database(path).execAndGet("SELECT name FROM caller").getString();
}

}  // namespace

TEST_CASE("The program's own steps are numbered 1, 2, 3", "[records]") {
    int version = 0;
    for (const Migration& step : migrations()) {
        CHECK(step.version == ++version);
        CHECK_FALSE(step.sql.empty());
    }
    CHECK(version >= 1);
}

TEST_CASE("A file of every older version is brought up to date after a copy of it", "[records]") {
    for (std::size_t from = 0; from <= kSteps.size(); ++from) {
        const TempFolder folder;
        const std::string path = folder / "it's odd, 100%.db";
        auto db = open_for_writing(path);
        make_durable(*db, path);
        migrate(*db, path, std::span(kSteps).first(from));
        CHECK(version_of(*db) == static_cast<int>(from));
        migrate(*db, path, kSteps);
        CHECK(version_of(*db) == 3);
        CHECK(db->execAndGet("SELECT mood FROM caller").getString() == "calm");
        CHECK(db->execAndGet("SELECT caller FROM call").getString() == "a");
        CHECK(db->execAndGet("PRAGMA foreign_keys").getInt() == 1);
        for (std::size_t version = 1; version < kSteps.size(); ++version) {
            const std::string copy = path + ".backup-v" + std::to_string(version);
            const bool due = from > 0 && version >= from;  // a file made just now has nothing to save
            CHECK(std::filesystem::exists(copy) == due);
            if (!due) continue;
            SQLite::Database kept(copy);
            CHECK(version_of(kept) == static_cast<int>(version));
            CHECK(kept.execAndGet("PRAGMA application_id").getInt() == kApplicationId);
            CHECK(kept.execAndGet("PRAGMA quick_check").getString() == "ok");
            CHECK(name_in(copy) == "Ann; it's her");
        }
        if (from == 3) CHECK_FALSE(std::filesystem::exists(path + ".backup-v3"));
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
            CHECK(entry.path().extension() != ".part");
        }
    }
}

TEST_CASE("A step that fails leaves the file as it was, with the copy beside it", "[records]") {
    const std::array broken{
        std::string("ALTER TABLE caller ADD COLUMN mood TEXT; SELEKT 1"), std::string("CREATE TABLE caller (id TEXT)"),
        std::string("CREATE TABLE call (caller TEXT REFERENCES caller (id)); INSERT INTO call VALUES ('nobody')")};
    for (const std::string& sql : broken) {
        INFO(sql);
        const TempFolder folder;
        const std::string path = folder / "records.db";
        auto db = open_for_writing(path);
        make_durable(*db, path);
        migrate(*db, path, std::span(kSteps).first(1));
        const std::array steps{kSteps[0], Migration{2, "0002_broken", sql}};
        try {
            migrate(*db, path, steps);
            FAIL("a broken step was taken");
        } catch (const Trouble& trouble) {
            CHECK_THAT(trouble.what(), Catch::Matchers::Contains("they are as they were"));
        }
        CHECK(version_of(*db) == 1);
        CHECK(db->execAndGet("SELECT count(*) FROM pragma_table_info('caller')").getInt() == 2);
        CHECK(name_in(path + ".backup-v1") == "Ann; it's her");
        db.reset();
        auto again = open_for_writing(path);
        make_durable(*again, path);
        migrate(*again, path, kSteps);  // the mended program goes on
        CHECK(version_of(*again) == 3);
    }
}

TEST_CASE("A file of a newer version is refused and not touched", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    { Store::open(path); }
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        db.exec("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string before = bytes_of(path);
    for (const bool reading : {false, true}) {
        try {
            reading ? Store::open_read_only(path) : Store::open(path);
            FAIL("a newer file was opened");
        } catch (const Trouble& trouble) {
            CHECK(trouble.kind == Trouble::Kind::newer);
            CHECK_THAT(trouble.what(), Catch::Matchers::Contains("format 99") && Catch::Matchers::Contains(path));
        }
    }
    CHECK(bytes_of(path) == before);
}
