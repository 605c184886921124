#include "assessment/records/entry.hpp"

#include "assessment/records/retention.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

std::string shift_played(Store& store, const std::string& why = "finished", const std::string& purpose = {},
                         const std::string& began = "2026-11-21T19:49:31Z") {
    journal::Head head = made_up_head();
    head.purpose = purpose;
    head.began = began;
    if (!purpose.empty()) head.form = "form-1";
    const std::string id =
        store.begin(head, {{1, scoring::to_json(pothole_key())}, {2, scoring::to_json(permit_key())}});
    const auto events = made_up_events();
    store.append(id, events);
    const auto journal = store.journal(id);
    store.add_scorecard(id, 1, scoring::assess(pothole_key(), journal, 1));
    store.add_scorecard(id, 2, scoring::assess(permit_key(), journal, 2));
    if (!why.empty()) store.finish(id, why);
    return id;
}

}  // namespace

TEST_CASE("Events come back as they were added, in their order", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const Person dana = store.add_person("Dana");
    const Person tess = store.add_person("Tess");
    standing::Event event;
    event.kind = "exam_opened";
    event.at = "2026-11-21T08:00:00Z";
    event.by = tess.id;
    event.by_name = "Tess";
    event.program = "6J55";
    event.form = "A";
    event.seed = 18'446'744'073'709'551'615ULL;
    event.why = "Zoë said: \"ready\"\n";
    const std::string id = add_event(store, dana.id, event);
    event.kind = "exam_closed";  // in the same second
    add_event(store, dana.id, event);
    const auto events = events_of(store, dana.id);
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == id);
    CHECK(events[0].kind == "exam_opened");
    CHECK(events[1].kind == "exam_closed");
    CHECK(events[0].seed == event.seed);
    CHECK(events[0].why == event.why);
    CHECK(events[0].by == tess.id);
    CHECK(events_of(store, tess.id).empty());
    event.why = "\xff";
    CHECK_THROWS_AS(add_event(store, dana.id, event), std::invalid_argument);
    CHECK(events_of(store, dana.id).size() == 2);
    CHECK(store.check_all() == std::vector<std::string>{});
}

TEST_CASE("A kept program and a kept rubric are what they were", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    standing::Program program;
    program.id = "6J55";
    program.title = "Contact center agent";
    program.version = "1";
    program.clauses = {{"6J55-08", "Takes requests"}};
    program.phases = {{"first", "First weeks", 2, {"pothole", "trash"}, 3}};
    program.blueprint = {{"streets", "Streets", {"pothole"}, 20, 10}};
    program.floors = {{"listening", 70}};
    program.floors_basis = {standing::Basis::From::center, "the center's"};
    program.typing.basis = {standing::Basis::From::class_spec, "none"};
    program.appeal = {"Write to HR.", "Within 10 days."};
    program.pass_sheet = {
        "2026-09-01", 2, 1, {{"Supervisor", false, {{"streets", 80}}}, {"Desk 1", true, {{"streets", 78}}}}};
    program.hash = "abc";
    keep_program(store, program);
    keep_program(store, program);
    const auto kept = kept_program(store, "abc");
    REQUIRE(kept);
    CHECK(kept->phases.at(0).families == program.phases.at(0).families);
    CHECK(kept->blueprint.at(0).second == 10);
    CHECK(kept->floors == program.floors);
    CHECK(kept->floors_basis.from == standing::Basis::From::center);
    CHECK(kept->typing.basis.from == standing::Basis::From::class_spec);
    CHECK(kept->appeal == program.appeal);
    CHECK(kept->pass_sheet.asked_on == "2026-09-01");
    CHECK(kept->pass_sheet.rounds == 2);
    CHECK(kept->pass_sheet.less_errors == 1);
    REQUIRE(kept->pass_sheet.judges.size() == 2);
    CHECK(kept->pass_sheet.judges[1].name == "Desk 1");
    CHECK(kept->pass_sheet.judges[1].incumbent);
    CHECK(kept->pass_sheet.judges[1].estimates == program.pass_sheet.judges[1].estimates);
    // A program without judges is kept as programs were before there were sheets.
    standing::Program plain;
    plain.hash = "ghi";

    keep_program(store, plain);
    CHECK(store.rule("program", "ghi")->find("judges") == std::string::npos);
    CHECK(kept_program(store, "ghi")->pass_sheet.empty());
    CHECK_FALSE(kept_program(store, "abd"));
    program.title = "Another";
    CHECK_THROWS_AS(keep_program(store, program), std::logic_error);  // one hash, one rule
    keep_rubric(store, "def", R"({"id":"practice"})");
    CHECK(kept_rubric(store, "def") == R"({"id":"practice"})");
    CHECK_FALSE(kept_rubric(store, "abc"));
    CHECK(store.check_all() == std::vector<std::string>{});
}

TEST_CASE("An override keeps the machine's value and wants a reason", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string attempt = shift_played(store);
    const std::string dana = store.person("Dana Reyes")->id;
    standing::Override change;
    change.attempt = attempt;
    change.contact = 1;
    change.criterion = "field.location";
    change.points = 800;
    change.possible = 800;
    CHECK_THROWS_AS(add_override(store, dana, change), std::invalid_argument);
    change.why = "The block was right; the caller said it twice.";
    change.points = 900;
    CHECK_THROWS_AS(add_override(store, dana, change), std::invalid_argument);
    change.points = 800;
    add_override(store, dana, change);
    const auto all = overrides_of(store, attempt);
    REQUIRE(all.size() == 1);
    CHECK(all[0].machine_points == 0);
    CHECK(all[0].points == 800);
    CHECK(all[0].why == change.why);
    change.attempt = "00000000-0000-4000-8000-000000000000";
    CHECK_THROWS_AS(add_override(store, dana, change), NotFound);
}

TEST_CASE("A dispute is open until somebody answers it, once", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string attempt = shift_played(store);
    const Person dana = *store.person("Dana Reyes");
    const Person tess = store.add_person("Tess");
    standing::Dispute dispute;
    dispute.attempt = attempt;
    dispute.contact = 1;
    dispute.by = dana.id;
    dispute.disputed = true;
    CHECK_THROWS_AS(add_dispute(store, dana.id, dispute), std::invalid_argument);
    dispute.words = "He never said the number.";
    const std::string id = add_dispute(store, dana.id, dispute);
    CHECK_THROWS_WITH(add_dispute(store, dana.id, dispute), "You dispute this already; it waits for an answer.");
    dispute.disputed = false;
    dispute.contact = 2;
    const std::string seen = add_dispute(store, dana.id, dispute);
    CHECK(disputes_of(store, dana.id).front().id == id);  // the open one first
    CHECK_THROWS_AS(answer_dispute(store, seen, "upheld", "No.", tess), std::invalid_argument);
    CHECK_THROWS_AS(answer_dispute(store, id, "maybe", "No.", tess), std::invalid_argument);
    CHECK_THROWS_AS(answer_dispute(store, id, "upheld", " ", tess), std::invalid_argument);
    // Who rated or observed the trainee answers nothing that the trainee disputes.
    const Person rater = store.add_person("Rita Rater");
    standing::Report day;
    day.trainee = dana.id;
    day.trainee_name = dana.name;
    day.rater = rater.id;
    day.rater_name = rater.name;
    day.day = "2026-11-21";
    day.most = "Calm throughout.";
    add_report(store, day);
    CHECK_THROWS_WITH(answer_dispute(store, id, "upheld", "No.", rater),
                      "Rita Rater has rated Dana Reyes; a dispute is answered by somebody who has not.");
    answer_dispute(store, id, "changed", "Listened again: right.", tess);
    CHECK_THROWS_AS(answer_dispute(store, id, "upheld", "No.", tess), std::invalid_argument);
    const auto all = disputes_of(store);
    REQUIRE(all.size() == 2);
    CHECK(all[0].answer == "changed");
    CHECK(all[0].answered_by == "Tess");
    CHECK(store.check_all() == std::vector<std::string>{});
}

TEST_CASE("A history holds what counts: practice that ended, exams at once", "[records]") {
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    const std::string done = shift_played(store, "finished", {}, "2026-11-21T08:00:00Z");
    shift_played(store, "set_aside", {}, "2026-11-21T09:00:00Z");
    shift_played(store, {}, {}, "2026-11-21T10:00:00Z");
    const std::string exam = shift_played(store, {}, "exam", "2026-11-21T11:00:00Z");
    const std::string quit = shift_played(store, "set_aside", "exam", "2026-11-21T12:00:00Z");
    const std::string dana = store.person("Dana Reyes")->id;
    const standing::History history = history_of(store, dana);
    CHECK(history.name == "Dana Reyes");
    REQUIRE(history.contacts.size() == 6);  // setting an exam aside does not make it undone
    CHECK(history.contacts[0].attempt == done);
    CHECK(history.contacts[2].attempt == exam);
    CHECK(history.contacts[2].purpose == standing::Purpose::exam);
    CHECK(history.contacts[2].form == "form-1");
    CHECK(history.contacts[4].attempt == quit);
    const standing::ContactFact& first = history.contacts[0];
    const auto card = store.scorecards(done).front().card;
    CHECK(first.contact == 1);
    CHECK(first.script == "pothole-tire");
    CHECK(first.family == "pothole-tire");
    CHECK(first.duties == std::vector<std::string>{"6J55-08", "1322-03"});
    CHECK(first.points == card.points);
    CHECK(first.possible == card.possible);
    CHECK(first.passed == card.passed);
    CHECK(first.critical == card.critical);
    CHECK(first.scorecard_hash.size() == 64);
    REQUIRE(first.competencies.size() == card.competencies.size());
    for (const auto& [name, sum] : card.competencies) {
        CHECK(first.competencies.at(name).points == sum.points);
        CHECK(first.competencies.at(name).possible == sum.possible);
    }
    std::size_t rows = 0;
    store.contact_facts({}, true, [&](const ContactRow& row) {
        ++rows;
        const auto cards = store.scorecards(row.fact.attempt);
        const auto& findings = cards.at(row.fact.contact - 1).card.findings;
        REQUIRE(row.findings.size() == findings.size());
        for (std::size_t i = 0; i < findings.size(); ++i) {
            CHECK(row.findings[i].criterion == findings[i].criterion);
            CHECK(row.findings[i].points == findings[i].points);
            CHECK(row.findings[i].possible == findings[i].possible);
            CHECK(row.findings[i].critical == findings[i].critical);
        }
    });
    CHECK(rows == 10);

    auto better = card;  // judged again: the fact follows the newest card
    better.points -= 100;
    store.add_scorecard(done, 1, better);
    CHECK(history_of(store, dana).contacts[0].points == better.points);
}

TEST_CASE("Records are kept four years after they were made and after the employment action", "[records]") {
    CHECK(years_after("2024-02-29T10:00:00Z", 4) == "2028-02-29T10:00:00Z");
    CHECK(years_after("2024-02-29T10:00:00Z", 1) == "2025-03-01T10:00:00Z");
    const TempFolder folder;
    Store store = Store::open(folder / "records.db");
    shift_played(store);
    const std::string dana = store.person("Dana Reyes")->id;
    const auto now = [&](const char* day) { return retention(store, day).front(); };
    CHECK(now("2040-01-01T00:00:00Z").keep_until.empty());  // no action yet: nothing may go
    CHECK_FALSE(now("2040-01-01T00:00:00Z").over);
    standing::Event event;
    event.kind = "signed_off";
    event.at = "2027-01-10T00:00:00Z";
    add_event(store, dana, event);
    const std::string until = now("2027-01-11T00:00:00Z").keep_until;
    CHECK(until >= "2031-01-10T00:00:00Z");
    CHECK_FALSE(now("2030-12-31T00:00:00Z").over);
    CHECK(now("2040-01-01T00:00:00Z").over);
    event.kind = "legal_hold";
    event.why = "Charge 37-2027";
    event.at = "2027-02-01T00:00:00Z";
    add_event(store, dana, event);
    CHECK(now("2040-01-01T00:00:00Z").held);
    CHECK_FALSE(now("2040-01-01T00:00:00Z").over);
    CHECK(now("2040-01-01T00:00:00Z").held_why == "Charge 37-2027");
    event.kind = "legal_hold_lifted";
    event.at = "2028-02-01T00:00:00Z";
    add_event(store, dana, event);
    CHECK(now("2040-01-01T00:00:00Z").over);
}
