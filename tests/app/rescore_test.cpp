// shift311 rescore, through the program itself: what changed, for whom and why; nothing replaced, nothing lost.
#include "assessment/records/account.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/app/program.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace shift311;
using namespace shift311::app::tests;
using records::tests::TempFolder;

namespace {

namespace fs = std::filesystem;
constexpr records::Effort kLittle{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

/// A center with one attempt by each of two trainees, judged by rules of before.
struct Center {
    TempFolder folder;
    std::string db = folder / "records.db";
    std::vector<std::string> attempts;

    Center() {
        records::Store store = records::Store::open(db);
        records::make_first_administrator(store, "Ann Admin", "1111", kLittle);
        records::tests::write_bytes(folder / "1111", "1111\n");
        scoring::Rubric older;
        older.version = "practice-1";
        older.hash.clear();
        older.step = 100;
        for (const char* who : {"Dana Reyes", "Sam Ortiz"}) {
            const std::string id =
                store.begin(records::tests::made_up_head(who), {{1, scoring::to_json(records::tests::pothole_key())}});
            store.append(id, records::tests::made_up_events());
            store.add_scorecard(id, 1, scoring::assess(records::tests::pothole_key(), store.journal(id), 1, older));
            store.finish(id, "finished");
            attempts.push_back(id);
        }
    }
    Ran rescore(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "rescore");
        arguments.insert(arguments.end(), {"--db", db, "--as", "Ann Admin", "--passphrase-file", folder / "1111"});
        return run(folder.path, arguments);
    }
    std::size_t cards() const {
        const records::Store store = records::Store::open_read_only(db);
        std::size_t count = 0;
        for (const std::string& id : attempts)
            count += store.all_scorecards(id).size();
        return count;
    }
};

std::string contents(const fs::path& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("rescore adds a scorecard and says what changed for whom and why", "[rescore]") {
    const Center center;
    const Ran first = center.rescore({"--attempt", center.attempts.front()});
    INFO(first.err);
    CHECK(first.code == 0);
    CHECK(first.out.find("Dana Reyes") != std::string::npos);
    CHECK(first.out.find("Sam Ortiz") == std::string::npos);
    CHECK(first.out.find("step.") != std::string::npos);
    CHECK(first.err.find("1 scorecard judged again") != std::string::npos);
    CHECK(center.cards() == 3);
    const records::Store store = records::Store::open_read_only(center.db);
    CHECK(store.all_scorecards(center.attempts.front()).front().rubric == "practice-1");
    CHECK(store.scorecards(center.attempts.front()).front().rubric == scoring::Rubric{}.version);

    const Ran all = center.rescore({"--format", "json"});
    CHECK(all.code == 0);
    const nlohmann::json told = nlohmann::json::parse(all.out);
    CHECK(told.at("judged") == 2);
    CHECK(told.at("changed") == 1);  // the first one was judged by these rules already
    CHECK(told.at("rubric").at("hash") == scoring::Rubric{}.hash);
    const nlohmann::json& change = told.at("changes").at(0);
    CHECK(change.at("trainee") == "Sam Ortiz");
    CHECK_FALSE(change.at("criteria").empty());
    for (const nlohmann::json& criterion : change.at("criteria"))
        CHECK_FALSE(criterion.at("why").get<std::string>().empty());
    CHECK(center.cards() == 4);
    // Judging the same again by the same rules changes and adds nothing.
    const Ran again = center.rescore({});
    CHECK(again.out.empty());
    CHECK(center.cards() == 4);
}

TEST_CASE("rescore judges by a center's own rubric, and by no faulty one", "[rescore]") {
    const Center center;
    const fs::path content = fs::path(center.folder.path) / "content";
    fs::copy(SHIFT311_SOURCE_DIR "/scenarios", content, fs::copy_options::recursive);
    std::string text = contents(content / "programs/rubrics/practice.yaml");
    const auto put = [&text](const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    put("rubric: practice", "rubric: center");
    put("version: practice-2", "version: center-1");
    put("step: 200", "step: 900");
    std::ofstream(content / "programs/rubrics/center.yaml") << text;
    const Ran ran = center.rescore({"--rubric", "center", "--content", content.string(), "--format", "json"});
    INFO(ran.err);
    CHECK(ran.code == 0);
    const nlohmann::json told = nlohmann::json::parse(ran.out);
    CHECK(told.at("rubric").at("version") == "center-1");
    CHECK(told.at("changes").size() == 2);
    CHECK(center.cards() == 4);
    const Ran proof = run(center.folder.path, {"verify", "--db", center.db, "--as", "Ann Admin", "--passphrase-file",
                                               center.folder / "1111"});
    CHECK(proof.code == 0);
    CHECK(center.rescore({"--rubric", "nowhere"}).code == 2);
    put("step: 900", "step: nine");
    std::ofstream(content / "programs/rubrics/center.yaml") << text;
    const Ran faulty = center.rescore({"--rubric", "center", "--content", content.string()});
    CHECK(faulty.code == 1);
    CHECK(faulty.err.find("center.yaml") != std::string::npos);
    CHECK(center.cards() == 4);
}

TEST_CASE("rescore names a journal that cannot be read, and goes on", "[rescore]") {
    const Center center;
    {
        SQLite::Database db(center.db, SQLite::OPEN_READWRITE);
        std::vector<std::string> triggers;
        SQLite::Statement names(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
        while (names.executeStep())
            triggers.push_back(names.getColumn(0).getString());
        names.reset();
        for (const std::string& name : triggers)
            db.exec("DROP TRIGGER \"" + name + "\"");
        SQLite::Statement harm(db, "UPDATE event SET event = '{}' WHERE attempt = ? AND seq = 2");
        harm.bind(1, center.attempts.front());
        REQUIRE(harm.exec() == 1);
    }
    const Ran ran = center.rescore({});
    INFO(ran.err);
    CHECK(ran.code == 1);
    CHECK(ran.err.find("attempt " + center.attempts.front().substr(0, 8) + " was set aside") != std::string::npos);
    CHECK(ran.out.find("Sam Ortiz") != std::string::npos);
    CHECK(center.cards() == 3);
}
