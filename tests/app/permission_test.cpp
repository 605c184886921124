// Every command that touches records, by every role and by nobody, through the program itself.
#include "assessment/records/account.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/app/program.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <sodium.h>

#include <map>

using namespace shift311;
using namespace shift311::app::tests;
using records::tests::TempFolder;

namespace {

constexpr records::Effort kLittle{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

/// A center: one of each role, another trainee, and an attempt by each trainee.
struct Center {
    TempFolder folder;
    std::string db = folder / "records.db";
    std::map<std::string, std::string> attempts;  ///< by name

    Center() {
        records::Store store = records::Store::open(db);
        const records::Account ann = records::make_first_administrator(store, "Ann Admin", "1111", kLittle);
        records::set_account(store, ann, "Tess Trainer", records::Role::trainer, "2222", kLittle);
        records::set_account(store, ann, "Hugo Human", records::Role::hr, "3333", kLittle);
        for (const char* who : {"Dana Reyes", "Sam Ortiz"}) {
            records::set_account(store, ann, who, records::Role::trainee, "4444", kLittle);
            const std::string id =
                store.begin(records::tests::made_up_head(who), {{1, scoring::to_json(records::tests::pothole_key())}});
            store.append(id, records::tests::made_up_events());
            store.add_scorecard(id, 1, scoring::assess(records::tests::pothole_key(), store.journal(id), 1));
            store.finish(id, "finished");
            attempts[who] = id;
        }
        for (const char* pin : {"1111", "2222", "3333", "4444", "0000", "99887766"})
            records::tests::write_bytes(folder / pin, std::string(pin) + "\n");
    }
    Ran as(const std::string& name, const std::string& pin, std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--db", db});
        if (!name.empty()) arguments.insert(arguments.end(), {"--as", name, "--passphrase-file", folder / pin});
        return run(folder.path, arguments, "quit\n");
    }
};

bool refused(const Ran& ran) {
    const bool no =
        ran.err.find("is signed in as") != std::string::npos || ran.err.find("say who you are") != std::string::npos;
    if (no) CHECK(ran.code == 2);
    return no;
}

}  // namespace

TEST_CASE("Every command by every role", "[app]") {
    const Center center;
    const std::string dana = center.attempts.at("Dana Reyes"), sam = center.attempts.at("Sam Ortiz");
    const std::map<char, std::pair<std::string, std::string>> people{{'T', {"Dana Reyes", "4444"}},
                                                                     {'R', {"Tess Trainer", "2222"}},
                                                                     {'H', {"Hugo Human", "3333"}},
                                                                     {'A', {"Ann Admin", "1111"}}};
    const std::string pin = center.folder / "99887766";
    struct Line {
        std::vector<std::string> command;
        const char* may;
    };
    const std::vector<Line> lines{
        {{"report", "trainee", "Dana Reyes"}, "TRHA"},
        {{"report", "trainee", "Sam Ortiz"}, "RHA"},
        {{"report", "trainee", "Nobody"}, "RHA"},
        {{"report", "attempt", dana}, "TRHA"},
        {{"report", "attempt", sam}, "RHA"},
        {{"report", "cohort"}, "RHA"},
        {{"report", "items"}, "RHA"},
        {{"report", "agreement"}, "RHA"},
        {{"report", "impact", "--groups", pin}, "H"},
        {{"report", "certificate", "Dana Reyes"}, "TRHA"},
        {{"report", "certificate", "Sam Ortiz"}, "RHA"},
        {{"export", "xapi"}, "HA"},
        {{"rescore"}, "RA"},
        {{"verify"}, "RHA"},
        {{"replay", dana}, "TRHA"},
        {{"replay", sam}, "RHA"},
        {{"export", "journal", dana}, "HA"},
        {{"export", "self", "Dana Reyes"}, "THA"},
        {{"export", "self", "Sam Ortiz"}, "HA"},
        {{"play", "--text", "--trainee", "Dana Reyes"}, "T"},
        {{"drill", "triage", "--text", "--trainee", "Dana Reyes"}, "T"},
        {{"enroll", "Sam Ortiz", "6J55"}, "R"},
        {{"standing", "Dana Reyes"}, "TRHA"},
        {{"standing", "Sam Ortiz"}, "RHA"},
        {{"exam", "open", "Sam Ortiz"}, "R"},
        {{"exam", "sit", "Sam Ortiz", "--text"}, "R"},
        {{"exam", "status", "Dana Reyes"}, "TRHA"},
        {{"exam", "status", "Sam Ortiz"}, "RHA"},
        {{"exam", "close", "Sam Ortiz", "--why", "Ill"}, "R"},
        {{"rate", dana, "1", "--passed"}, "R"},
        {{"dor", "Sam Ortiz", "--draft"}, "R"},
        {{"override", dana, "1", "field.location", "--why", "The block was right"}, "R"},
        {{"sign", "Sam Ortiz", "certified", "--why", "All of it"}, "R"},
        {{"remediate", "Sam Ortiz", "plan", "--why", "Street names"}, "R"},
        {{"acknowledge", dana}, "T"},
        {{"dispute", dana, "--why", "He never said it"}, "T"},
        {{"dispute", sam, "--why", "Not mine"}, ""},
        {{"disputes"}, "TRHA"},
        {{"answer", "0", "upheld", "--why", "Listened again"}, "R"},
        {{"play", "--text"}, "TRA"},
        {{"people", "list"}, "RHA"},
        {{"people", "retention"}, "RHA"},
        {{"people", "add", "New Person", "--new-passphrase-file", pin}, "A"},
        {{"people", "role", "Sam Ortiz", "trainee"}, "A"},
        {{"people", "passphrase", "Sam Ortiz", "--new-passphrase-file", pin}, "A"},
        {{"people", "unlock", "Sam Ortiz"}, "A"},
        {{"people", "accommodate", "Sam Ortiz", "--why", "Text at 200 %"}, "RH"},
        {{"people", "hold", "Sam Ortiz", "--why", "Charge 37"}, "HA"},
        {{"people", "release", "Sam Ortiz", "--why", "Settled"}, "HA"},
    };
    // A start takes seconds under sanitizers, so they see a sixth: nearly every command, by one role or another.
    std::map<std::string, int> done;  // by the command's second word
    std::size_t turn = 0;
    const auto due = [&turn] { return !tests::kSanitized || turn++ % 6 == 0; };
    for (const Line& line : lines) {
        std::string words;
        for (const std::string& word : line.command)
            words += word + " ";
        if (due()) CHECK(refused(center.as("", "", line.command)));  // nobody
        for (const auto& [letter, who] : people) {
            if (!due()) continue;
            const Ran ran = center.as(who.first, who.second, line.command);
            INFO(words << "by " << who.first << ": " << ran.code << " " << ran.err);
            const bool may = std::string(line.may).find(letter) != std::string::npos;
            CHECK(refused(ran) != may);
            if (may && line.command.size() > 1) ++done[line.command[1]];
            CHECK(ran.code >= 0);
            CHECK(ran.code <= 3);
        }
    }
    // What was refused left nothing behind, and what was done is whole.
    const records::Store store = records::Store::open_read_only(center.db);
    CHECK(store.check_all() == std::vector<std::string>{});
    CHECK(store.keys(dana).size() == 1);
    const auto events = records::events_of(store, store.person("Sam Ortiz")->id);
    int accommodations = 0, holds = 0;
    for (const standing::Event& event : events) {
        accommodations += event.kind == "accommodation";
        holds += event.kind == "legal_hold";
    }
    CHECK(accommodations == done["accommodate"]);
    CHECK(holds == done["hold"]);
    CHECK((tests::kSanitized || (accommodations == 2 && holds == 2)));
}

TEST_CASE("A trainee sees how an exam was judged once it is closed, and a trainer at once", "[app]") {
    const Center center;
    std::string exam;
    {
        records::Store store = records::Store::open(center.db);
        journal::Head head = records::tests::made_up_head("Dana Reyes");
        head.purpose = "exam";
        head.form = "form-A";
        exam = store.begin(head, {{1, scoring::to_json(records::tests::pothole_key())}});
        store.append(exam, records::tests::made_up_events());
        store.add_scorecard(exam, 1, scoring::assess(records::tests::pothole_key(), store.journal(exam), 1));
    }
    const Ran early = center.as("Dana Reyes", "4444", {"report", "attempt", exam});
    CHECK(early.code == 2);
    CHECK(early.out.empty());
    CHECK_THAT(early.err, Catch::Matchers::Contains("not closed yet"));
    CHECK(center.as("Dana Reyes", "4444", {"replay", exam}).code == 2);
    CHECK(center.as("Tess Trainer", "2222", {"report", "attempt", exam}).code == 0);
    {
        records::Store store = records::Store::open(center.db);
        standing::Event event;
        event.kind = "exam_closed";
        event.form = "form-A";
        records::add_event(store, store.person("Dana Reyes")->id, event);
    }
    CHECK(center.as("Dana Reyes", "4444", {"report", "attempt", exam}).code == 0);
}

TEST_CASE("No command tells a trainee how an exam goes before it is closed, its vignettes included", "[app]") {
    const Center center;
    const auto decide = [&](const std::string& kind) {
        records::Store store = records::Store::open(center.db);
        standing::Event event;
        event.kind = kind;
        event.program = "6J55";
        if (kind != "enrolled") event.form = "6J55-a";
        event.by_name = "Tess Trainer";
        records::add_event(store, store.person("Dana Reyes")->id, event);
    };
    const auto as_dana = [&](const std::vector<std::string>& command) {
        return center.as("Dana Reyes", "4444", command);
    };
    REQUIRE(center.as("Tess Trainer", "2222", {"enroll", "Dana Reyes", "6J55"}).code == 0);
    decide("exam_opened");
    std::vector<std::string> parts;
    {
        records::Store store = records::Store::open(center.db);
        for (const char* shift : {"exam:6J55-a:1", "drill:triage"}) {
            journal::Head head = records::tests::made_up_head("Dana Reyes");
            head.purpose = "exam";
            head.form = "6J55-a";
            head.shift = shift;
            parts.push_back(store.begin(head, {{1, scoring::to_json(records::tests::pothole_key())}}));
            store.append(parts.back(), records::tests::made_up_events());
            store.add_scorecard(parts.back(), 1,
                                scoring::assess(records::tests::pothole_key(), store.journal(parts.back()), 1));
            store.finish(parts.back(), "finished");
        }
    }
    for (const std::string& part : parts) {
        for (const std::vector<std::string>& command :
             std::vector<std::vector<std::string>>{{"report", "attempt", part},
                                                   {"replay", part},
                                                   {"acknowledge", part},
                                                   {"dispute", part, "--why", "Not so"}}) {
            const Ran ran = as_dana(command);
            INFO(command.front() << ' ' << part);
            CHECK(ran.code == 2);
            CHECK(ran.out.empty());
            CHECK_THAT(ran.err, Catch::Matchers::Contains("not closed yet"));
        }
    }
    for (const char* format : {"json", "csv", "html"}) {
        const Ran ran = as_dana({"report", "trainee", "Dana Reyes", "--format", format});
        INFO(format << ran.err);
        CHECK(ran.code == 0);
        for (const std::string& part : parts)
            CHECK(ran.out.find(part.substr(0, 8)) == std::string::npos);
        CHECK_THAT(ran.out, Catch::Matchers::Contains("not closed yet"));
        const Ran office = center.as("Hugo Human", "3333", {"report", "trainee", "Dana Reyes", "--format", format});
        CHECK_THAT(office.out, !Catch::Matchers::Contains("not closed yet"));
    }
    const Ran standing = as_dana({"standing", "Dana Reyes", "--format", "json"});
    CHECK(standing.code == 0);
    CHECK(standing.out.find("\"passes\"") == std::string::npos);
    CHECK(standing.out.find("\"reasons\"") == std::string::npos);
    CHECK_THAT(standing.out, Catch::Matchers::Contains("2 contacts are done. Results come once it is closed."));
    // How it goes is told to nobody yet: a contact of it is to be rated blind, or may be drawn for it.
    const auto as_tess = [&] {
        return center.as("Tess Trainer", "2222", {"standing", "Dana Reyes", "--format", "json"}).out;
    };
    CHECK_THAT(as_tess(), Catch::Matchers::Contains("withheld until every contact"));
    CHECK_THAT(as_tess(), !Catch::Matchers::Contains("\"passes\""));
    const Ran self = as_dana({"export", "self", "Dana Reyes"});
    CHECK(self.code == 0);
    std::size_t withheld = 0;
    for (std::size_t at = 0; (at = self.out.find("withheld until the exam is closed", at)) != std::string::npos; ++at)
        ++withheld;
    CHECK(withheld == parts.size());

    decide("exam_closed");
    CHECK(as_dana({"report", "attempt", parts.back()}).code == 0);
    CHECK(as_dana({"acknowledge", parts.back()}).code == 0);
    CHECK_THAT(as_dana({"standing", "Dana Reyes", "--format", "json"}).out,
               Catch::Matchers::Contains("withheld until every contact"));
    CHECK_THAT(as_dana({"export", "self", "Dana Reyes"}).out,
               !Catch::Matchers::Contains("withheld until the exam is closed"));
    // The contact failed: whoever may rate it finds no judgment of it, nor does anybody else's report.
    const Ran due = center.as("Tess Trainer", "2222", {"report", "attempt", parts.front(), "--format", "json"});
    CHECK_THAT(due.out, Catch::Matchers::Contains("still to be rated blind"));
    CHECK(due.out.find("\"criterion\"") == std::string::npos);
    const Ran change = center.as("Tess Trainer", "2222",
                                 {"override", parts.front(), "1", "field.location", "--points", "1", "--why", "Right"});
    CHECK(change.code == 2);
    CHECK_THAT(change.err, Catch::Matchers::Contains("still to be rated blind"));
    REQUIRE(center.as("Tess Trainer", "2222", {"rate", parts.front(), "1", "--failed", "--why", "Wrong number"}).code ==
            0);
    CHECK_THAT(center.as("Tess Trainer", "2222", {"report", "attempt", parts.front(), "--format", "json"}).out,
               Catch::Matchers::Contains("\"criterion\""));
    CHECK_THAT(as_tess(), !Catch::Matchers::Contains("\"passes\""));  // the other one waits still
    REQUIRE(center.as("Tess Trainer", "2222", {"rate", parts.back(), "1", "--failed", "--why", "Wrong number"}).code ==
            0);
    CHECK_THAT(as_tess(), Catch::Matchers::Contains("\"passes\""));
    CHECK_THAT(as_dana({"standing", "Dana Reyes", "--format", "json"}).out, Catch::Matchers::Contains("\"passes\""));
}

TEST_CASE("A wrong passphrase is refused, counted, and locks the account", "[app]") {
    const Center center;
    for (int i = 0; i < 5; ++i) {
        const Ran ran = center.as("Dana Reyes", "0000", {"report", "trainee", "Dana Reyes"});
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
    }
    const Ran locked = center.as("Dana Reyes", "4444", {"report", "trainee", "Dana Reyes"});
    CHECK(locked.code == 2);
    CHECK_THAT(locked.err, Catch::Matchers::Contains("is locked until"));
    CHECK(center.as("Ann Admin", "1111", {"people", "unlock", "Dana Reyes"}).code == 0);
    CHECK(center.as("Dana Reyes", "4444", {"report", "trainee", "Dana Reyes"}).code == 0);
    CHECK(run(center.folder.path, {"report", "cohort", "--db", center.db, "--as", "Ann Admin"}).code == 3);
}

TEST_CASE("Without an administrator one trainee practices and reads, and nothing can be signed", "[app]") {
    const TempFolder folder;
    const std::string db = folder / "records.db";
    {
        records::Store store = records::Store::open(db);
        const std::string id = store.begin(records::tests::made_up_head());
        store.append(id, records::tests::made_up_events());
        store.finish(id, "finished");
    }
    const auto go = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--db", db});
        return run(folder.path, arguments, "quit\n");
    };
    CHECK(go({"report", "trainee", "Dana Reyes"}).code == 0);
    CHECK(go({"report", "cohort"}).code == 0);
    CHECK(go({"verify"}).code == 0);
    CHECK(go({"export", "self", "Dana Reyes"}).code == 0);
    CHECK(go({"people", "list"}).code == 0);
    CHECK(go({"people", "retention"}).code == 0);
    records::tests::write_bytes(folder / "pin", "2468\n");
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"people", "add", "Sam", "--new-passphrase-file", folder / "pin"},
             {"people", "role", "Dana Reyes", "trainer"},
             {"people", "passphrase", "Dana Reyes", "--new-passphrase-file", folder / "pin"},
             {"people", "unlock", "Dana Reyes"},
             {"people", "accommodate", "Dana Reyes", "--why", "x"},
             {"people", "hold", "Dana Reyes", "--why", "x"},
             {"people", "release", "Dana Reyes", "--why", "x"}}) {
        const Ran ran = go(command);
        INFO(command[1]);
        CHECK(ran.code == 2);
        CHECK_THAT(ran.err, Catch::Matchers::Contains("\"shift311 people first NAME\" makes the first one"));
    }
    CHECK(go({"people", "first", "Ann", "--passphrase-file", folder / "nothing"}).code == 3);
    records::tests::write_bytes(folder / "weak", "12\n");
    CHECK(go({"people", "first", "Ann", "--passphrase-file", folder / "weak"}).code == 2);
    CHECK(go({"people", "first", "Ann", "--passphrase-file", folder / "pin"}).code == 0);
    CHECK(go({"people", "first", "Bob", "--passphrase-file", folder / "pin"}).code == 2);
    CHECK(go({"report", "cohort"}).code == 2);
    CHECK(go({"report", "cohort", "--as", "Ann", "--passphrase-file", folder / "pin"}).code == 0);
}
