// Everything that the screens by role can ask for, by every role and by nobody; and what who sits an exam is shown.
#include "assessment/records/entry.hpp"
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/drill.hpp"
#include "sim/app/office_host.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <sodium.h>

#include <algorithm>
#include <functional>

using namespace shift311;
using records::Right;
using records::Role;
using records::tests::TempFolder;

namespace {

constexpr records::Effort kLittle{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

const app::Ear& ear() {
    static const app::Ear ear(tests::content());
    return ear;
}

/// One of each role, another trainee, and an attempt by each trainee.
struct Center {
    TempFolder folder;
    app::PlayOptions options;
    records::Store store = records::Store::open(folder / "records.db");
    app::DeskHost practice{tests::content(), ear(), store, options};
    app::OfficeHost office{tests::content(), ear(), store, practice};
    std::string attempt, other;

    Center() {
        const records::Account ada = records::make_first_administrator(store, "Ada Byrne", "12345678", kLittle);
        records::set_account(store, ada, "Marisol Ortiz", Role::trainer, "24682468", kLittle);
        records::set_account(store, ada, "Helen Rhee", Role::hr, "13571357", kLittle);
        for (const char* who : {"Dana Reyes", "Sam Ortiz"})
            records::set_account(store, ada, who, Role::trainee, "11112222", kLittle);
        attempt = play("Dana Reyes");
        other = play("Sam Ortiz");
    }
    std::string play(const std::string& who, const std::string& purpose = {}, const std::string& form = {},
                     const std::string& shift = {}, int level = 2) {
        journal::Head head = records::tests::made_up_head(who);
        head.purpose = purpose;
        head.form = form;
        head.level = level;
        if (!shift.empty()) head.shift = shift;
        const std::string id = store.begin(head, {{1, scoring::to_json(records::tests::pothole_key())}});
        store.append(id, records::tests::made_up_events());
        store.add_scorecard(id, 1, scoring::assess(records::tests::pothole_key(), store.journal(id), 1));
        store.finish(id, "finished");
        return id;
    }
    std::string id_of(const std::string& who) const { return store.person(who)->id; }
    void as(Role role) {
        const auto sign = [&](const char* name, const char* secret) { REQUIRE(office.sign_in(name, secret).seated); };
        switch (role) {
            case Role::trainee:
                return sign("Dana Reyes", "11112222");
            case Role::trainer:
                return sign("Marisol Ortiz", "24682468");
            case Role::hr:
                return sign("Helen Rhee", "13571357");
            case Role::administrator:
                return sign("Ada Byrne", "12345678");
        }
    }
    void decide(const std::string& who, const std::string& kind, const std::string& form = {}) {
        standing::Event event;
        event.kind = kind;
        event.form = form;
        event.program = "6J55";
        event.by = id_of("Marisol Ortiz");
        event.by_name = "Marisol Ortiz";
        records::add_event(store, id_of(who), event);
    }
};

/// Refused for want of a right, or of somebody who signed in; other faults are none of this.
bool refused(const std::function<void()>& ask) {
    try {
        ask();
    } catch (const records::Forbidden&) {
        return true;
    } catch (const std::exception& fault) {
        return std::string(fault.what()) == "Sign in first.";
    }
    return false;
}

}  // namespace

TEST_CASE("everything that a screen can ask for, by every role and by nobody", "[app][office][roles]") {
    Center center;
    app::OfficeHost& office = center.office;
    struct Line {
        const char* what;
        Right right;
        std::function<void()> ask;
    };
    standing::Report report;
    report.trainee = center.id_of("Sam Ortiz");
    report.attempt = center.other;
    report.contact = 1;
    standing::Override change;
    change.attempt = center.other;
    change.contact = 1;
    change.criterion = "field.location";
    change.points = 100;
    standing::Dispute said;
    said.attempt = center.attempt;
    said.contact = 1;
    const std::string sam = "Sam Ortiz", dana = "Dana Reyes";
    const std::vector<Line> lines{
        {"another one's file", Right::read_all, [&] { office.file(sam); }},
        {"the roster", Right::read_all, [&] { office.roster(); }},
        {"another one's report as a page", Right::read_all,
         [&] { office.write_report(sam, desk::ReportFormat::html); }},
        {"another one's report on paper", Right::read_all, [&] { office.write_report(sam, desk::ReportFormat::pdf); }},
        {"a review", Right::review, [&] { office.review(center.other, false); }},
        {"a blind review", Right::review, [&] { office.review(center.other, true); }},
        {"the disputes", Right::answer_dispute, [&] { office.disputes(); }},
        {"answering a dispute", Right::answer_dispute, [&] { office.answer_dispute("none", "upheld", "Heard."); }},
        {"a day's report", Right::rate, [&] { office.draft_day(sam); }},
        {"a contact's rating", Right::rate, [&] { office.draft_contact(center.other, 1, false); }},
        {"a contact's blind rating", Right::rate, [&] { office.draft_contact(center.other, 1, true); }},
        {"signing a rating", Right::rate, [&] { office.sign(report); }},
        {"an override", Right::rate, [&] { office.override_finding(report.trainee, change); }},
        {"enrolling", Right::enroll, [&] { office.enroll(sam, "no such program"); }},
        {"planning remediation", Right::enroll, [&] { office.plan_remediation(sam, "Street names."); }},
        {"noting remediation", Right::enroll, [&] { office.remediation_done(sam, "Done."); }},
        {"opening an exam", Right::start_exam, [&] { office.open_exam(sam); }},
        {"closing an exam", Right::start_exam, [&] { office.close_exam(sam, "Ill."); }},
        {"signing off", Right::sign_off, [&] { office.sign_off(sam, "certified", "", "24682468"); }},
        {"answering one's own result", Right::answer_own, [&] { office.answer(said); }},
        {"accounts", Right::manage_people, [&] { office.set_member(sam, Role::trainee, ""); }},
    };
    office.sign_out();
    for (const Line& line : lines) {
        INFO(line.what << ", nobody");
        CHECK(refused(line.ask));
    }
    CHECK(refused([&] { office.file(dana); }));
    for (const Role role : records::kRoles) {
        center.as(role);
        for (const Line& line : lines) {
            INFO(line.what << ", " << records::label(role));
            CHECK(refused(line.ask) == !records::may(role, line.right));
        }
        INFO(records::label(role));
        // One's own file is everybody's, and only an administrator sees who is what.
        CHECK_FALSE(refused([&] { office.file(dana); }));
        const std::vector<desk::Member> members = office.members();
        CHECK(members.size() == 5);
        CHECK(std::any_of(members.begin(), members.end(), [](const desk::Member& m) { return m.secret; }) ==
              (role == Role::administrator));
    }
    CHECK(center.store.check_all() == std::vector<std::string>{});
    CHECK(records::overrides_of(center.store, center.other).size() <= 1);  // the trainer's alone
}

TEST_CASE("who sits an exam finds no result of it on any screen before it is closed", "[app][office][exam]") {
    Center center;
    const std::string dana = "Dana Reyes";
    REQUIRE(script::find_program(tests::content(), "6J55") != nullptr);
    center.decide(dana, "enrolled");
    center.decide(dana, "exam_opened", "6J55-a");
    const std::string sitting = center.play(dana, "exam", "6J55-a", "exam:6J55-a:1", 4);
    const std::string vignettes = center.play(dana, "exam", "6J55-a", std::string(scoring::kTriage), 4);
    const auto listed = [&](const auto& lines, const std::string& attempt) {
        return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.attempt == attempt; });
    };
    const auto tells = [&](const desk::File& file) {
        std::size_t seen = 0;
        for (const desk::Trend& trend : file.competencies)
            seen = std::max(seen, trend.percents.size());
        return seen;
    };
    for (const bool closed : {false, true}) {
        INFO((closed ? "closed" : "under way"));
        center.as(Role::trainee);
        const desk::File mine = center.office.file(dana);
        CHECK(listed(mine.attempts, center.attempt));
        for (const std::string& part : {sitting, vignettes}) {
            CHECK(listed(mine.attempts, part) == closed);
            CHECK(center.practice.debriefs_of(part).empty() == !closed);
        }
        CHECK(listed(center.practice.results(dana), sitting) == closed);
        CHECK_FALSE(listed(center.practice.results(dana), vignettes));  // never shown again
        CHECK(listed(mine.results, sitting) == closed);
        CHECK(mine.standing.exam.has_value() == closed);
        CHECK(tells(mine) == (closed ? 3U : 1U));
        standing::Dispute said;
        said.attempt = sitting;
        said.contact = 1;
        if (!closed) {
            CHECK(mine.standing.next == "The exam is under way: 2 contacts are done. Results come once it is closed.");
            REQUIRE(mine.standing.exams.size() == 1);
            CHECK(mine.standing.exams.front().reasons.empty());
            CHECK_FALSE(mine.exam_whole);
            CHECK_THROWS(center.office.answer(said));
        } else {
            CHECK_NOTHROW(center.office.answer(said));
        }
        center.as(Role::trainer);
        const desk::File theirs = center.office.file(dana);
        CHECK(listed(theirs.attempts, sitting));
        CHECK(listed(theirs.attempts, vignettes));
        for (const desk::WorkLine& line : theirs.attempts)
            CHECK(line.purpose == (line.attempt == center.attempt ? "Practice" : "Exam"));
        CHECK(theirs.standing.exam.has_value());
        CHECK(tells(theirs) == 3);
        if (!closed) center.decide(dana, "exam_closed", "6J55-a");
    }
}

TEST_CASE("a contact that waits for a blind rating says nothing of its judgment to who may rate it",
          "[app][office][exam]") {
    Center center;
    const std::string dana = "Dana Reyes";
    center.decide(dana, "enrolled");
    center.decide(dana, "exam_opened", "6J55-a");
    const std::string sitting = center.play(dana, "exam", "6J55-a", "exam:6J55-a:1", 4);
    center.decide(dana, "exam_closed", "6J55-a");
    standing::Dispute said;
    said.attempt = sitting;
    said.contact = 1;
    said.criterion = "field.location";
    said.by = center.id_of(dana);
    said.by_name = dana;
    said.disputed = true;
    said.words = "He said 4280.";
    records::add_dispute(center.store, said.by, said);
    standing::Override change;
    change.attempt = sitting;
    change.contact = 1;
    change.criterion = "field.location";
    change.points = 100;
    change.possible = 200;
    change.why = "The block was right.";

    const auto line_of = [&] {
        const desk::File file = center.office.file(dana);
        const auto found = std::find_if(file.attempts.begin(), file.attempts.end(),
                                        [&](const desk::WorkLine& line) { return line.attempt == sitting; });
        REQUIRE(found != file.attempts.end());
        return *found;
    };
    center.as(Role::trainer);
    CHECK(center.office.review(sitting, false).contacts.at(0).blind);
    CHECK(center.office.review(sitting, false).contacts.at(0).debrief.card.findings.empty());
    CHECK_FALSE(line_of().rate_blind.empty());
    CHECK(line_of().percent == 0);
    CHECK(line_of().critical == 0);
    REQUIRE(center.office.disputes().size() == 1);
    CHECK(center.office.disputes().front().machine == "withheld until rated");
    CHECK(center.office.disputes().front().finding.empty());
    CHECK_THROWS_WITH(center.office.override_finding(said.by, change), Catch::Matchers::Contains("rated blind"));

    standing::Report report = center.office.draft_contact(sitting, 1, true);
    CHECK(std::all_of(report.marks.begin(), report.marks.end(), [](const auto& m) { return m.second.suggested == 0; }));
    report.passed = false;
    report.marks["listening"] = {standing::Mark::Kind::number, 4, 0, ""};
    report.most = "Kind.";
    report.least = "Wrote the wrong number.";
    center.office.sign(report);
    CHECK_FALSE(center.office.review(sitting, false).contacts.at(0).blind);
    CHECK(line_of().rate_blind.empty());
    CHECK(line_of().percent > 0);
    CHECK(center.office.disputes().front().machine != "withheld until rated");
    CHECK_NOTHROW(center.office.override_finding(said.by, change));
}
