// What reports leave out for now, in every format: exams before they are closed, contacts still to be rated blind.
#include "assessment/reports/withheld.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/scoring/drill.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/reports/sample.hpp"
#include "tests/reports/stored.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

constexpr const char* kNow = "2026-11-22T09:00:00Z";

/// Dana in a program, with an exam under way: both contacts of the made-up shift, and one attempt of practice.
struct Center {
    records::tests::TempFolder folder;
    records::Store store = records::Store::open(folder / "records.db");
    std::string practice, sitting, dana;

    Center() {
        practice = play("", "", "");
        dana = store.person("Dana Reyes")->id;
        records::keep_program(store, sample_program());
        decide("enrolled", "");
        decide("exam_opened", "form-a");
        sitting = play("exam", "form-a", "");
    }
    std::string play(const std::string& purpose, const std::string& form, const std::string& shift,
                     bool judged = true) {
        const Stored stored = stored_shift();
        auto head = stored.journal.head;
        head.attempt.clear();
        head.purpose = purpose;
        head.form = form;
        if (!shift.empty()) head.shift = shift;
        const std::string id = store.begin(head, {{1, stored.keys.at(1)}, {2, stored.keys.at(2)}});
        store.append(id, stored.journal.events);
        for (const auto& card : stored.cards)
            if (judged) store.add_scorecard(id, card.contact, card.card);
        store.finish(id, "finished");
        return id;
    }
    void decide(const std::string& kind, const std::string& form) {
        standing::Event event;
        event.kind = kind;
        event.form = form;
        event.program = sample_program().id;
        event.by_name = "Ana Cole";
        records::add_event(store, dana, event);
    }
    void rate(const std::string& rater, journal::ContactId contact, bool passed, const std::string& why) {
        standing::Report report;
        report.trainee = dana;
        report.rater = store.add_person(rater).id;
        report.rater_name = rater;
        report.at = kNow;
        report.attempt = sitting;
        report.contact = contact;
        report.blind = true;
        report.passed = passed;
        report.marks["listening"] = {standing::Mark::Kind::number, 4, 0, ""};
        report.most = "Stayed calm.";
        report.least = why;
        records::add_report(store, report);
    }
    /// What the machine found in a contact, in its own words.
    std::vector<std::string> findings(journal::ContactId contact) const {
        std::vector<std::string> out;
        for (const auto& card : store.scorecards(sitting))
            for (const auto& finding : card.card.findings)
                if (card.contact == contact && finding.points < finding.possible) out.push_back(finding.why);
        REQUIRE_FALSE(out.empty());
        return out;
    }
};

std::string words_of(const Document& document) {
    return seen(html_of(document));
}

}  // namespace

TEST_CASE("Results of a part of an exam are out when it is closed, whatever its shift is called", "[reports]") {
    Center center;
    const std::string vignettes = center.play("exam", "form-a", std::string(scoring::kTriage));
    const std::string unjudged = center.play("exam", "form-a", "", false);
    const std::string drill = center.play("drill", "", std::string(scoring::kTriage));
    const auto rows = center.store.attempts("Dana Reyes");
    CHECK(attempts_not_out(center.store, center.dana, rows) ==
          std::set<std::string>{center.sitting, vignettes, unjudged});
    for (const auto& row : rows)
        CHECK(results_out(center.store, row.id) == (row.id == center.practice || row.id == drill));
    CHECK(without(rows, {vignettes}).size() == rows.size() - 1);
    CHECK_THROWS_AS(results_out(center.store, "none"), records::NotFound);
    center.decide("exam_closed", "form-b");
    CHECK_FALSE(results_out(center.store, vignettes));
    center.decide("exam_closed", "form-a");
    CHECK(attempts_not_out(center.store, center.dana, rows).empty());
    CHECK(results_out(center.store, vignettes));
}

TEST_CASE("The copy for who sits an exam tells nothing of it before it is closed, in no format", "[reports]") {
    Center center;
    const auto report = [&](Reader reader) {
        return competency_report(center.store, sample_program(), "Dana Reyes", kNow, reader);
    };
    const std::string why = center.findings(1).front();
    standing::Override change;
    change.attempt = center.sitting;
    change.contact = 1;
    change.criterion = "field.location";
    change.points = 100;
    change.possible = 200;
    change.by_name = "Ana Cole";
    change.why = "The corner was right.";
    records::add_override(center.store, center.dana, change);
    center.rate("Ana Cole", 1, true, "Heard it well enough.");

    const CompetencyReport mine = report(Reader::examined);
    CHECK(mine.history.contacts.size() == 2);  // of practice
    CHECK(mine.history.ratings.empty());
    CHECK(mine.overrides.empty());
    CHECK(std::none_of(mine.practice.attempts.begin(), mine.practice.attempts.end(),
                       [&](const auto& row) { return row.id == center.sitting; }));
    CHECK(std::all_of(mine.critical.begin(), mine.critical.end(),
                      [&](const auto& error) { return error.attempt == center.practice; }));
    const std::string text = words_of(competency_document(mine));
    const std::string csv = competency_csv(mine), data = competency_json(mine);
    CHECK_THAT(text, Contains("Withheld for now") && Contains("Exam 1 is not closed yet") &&
                         Contains("2 contacts taken; results come once the exam is closed"));
    CHECK_THAT(csv, Contains("until the exam is closed") && Contains("Exam 1 is not closed yet"));
    const json it = json::parse(data);
    REQUIRE(it["exams"].size() == 1);
    CHECK(it["exams"][0]["withheld"] == "until the exam is closed");
    CHECK_FALSE(it["exams"][0].contains("contacts_passed"));
    CHECK(it["withheld"].size() == 1);
    for (const std::string& out : {text, csv, data}) {
        for (const char* secret : {"The corner was right.", "Heard it well enough.", "of 20 contacts passed"})
            CHECK(out.find(secret) == std::string::npos);
        CHECK(out.find(center.sitting) == std::string::npos);
    }
    CHECK(pdf_of(competency_document(mine)).compare(0, 5, "%PDF-") == 0);

    const CompetencyReport office = report(Reader::office);
    CHECK(office.history.contacts.size() == 4);
    // Nor does anybody who may rate learn how it goes as a whole while a contact waits for a blind rating.
    const json seen_by_office = json::parse(competency_json(office))["exams"][0];
    CHECK(seen_by_office["withheld"] == kUntilAllRated);
    CHECK(seen_by_office["contacts"].size() == 2);
    for (const char* sum : {"contacts_passed", "emergencies_missed", "competencies", "rule", "reasons"})
        CHECK_FALSE(seen_by_office.contains(sum));
    CHECK_THAT(words_of(competency_document(office)), Contains("how it goes is withheld until every contact") &&
                                                          !Contains("of 20 contacts passed") &&
                                                          !Contains("Exam contacts passed"));
    CHECK_THAT(competency_csv(office), Contains(kUntilAllRated));
    CHECK(trainee_report(center.store, "Dana Reyes", kNow, Reader::examined).attempts.size() == 1);
    const TraineeReport listed = trainee_report(center.store, "Dana Reyes", kNow);
    CHECK(listed.attempts.size() == 2);
    CHECK(listed.exams == std::set<std::string>{center.sitting});
    CHECK(listed.counted == 1);  // an exam is in no sum of practice

    center.decide("exam_closed", "form-a");
    CHECK(report(Reader::examined).history.contacts.size() == 4);
    CHECK(json::parse(competency_json(report(Reader::examined)))["exams"][0]["withheld"] == kUntilAllRated);
    for (const char* rater : {"Ben Ito", "Cleo Ruiz"})
        for (const journal::ContactId contact : {1U, 2U})
            center.rate(rater, contact, false, "The number was wrong.");
    CHECK(json::parse(competency_json(report(Reader::examined)))["exams"][0].contains("contacts_passed"));
    CHECK(json::parse(competency_json(report(Reader::office)))["exams"][0].contains("contacts_passed"));
}

TEST_CASE("A report of an attempt withholds contacts still to be rated blind, in every format", "[reports]") {
    Center center;
    CHECK(to_rate_blind(center.store, center.practice).empty());
    // Two of the twenty: who is rated blind is not drawn yet, so all are withheld, whatever came of them.
    CHECK(to_rate_blind(center.store, center.sitting) == std::set<journal::ContactId>{1, 2});
    CHECK_THAT(words_of(competency_document(
                   competency_report(center.store, sample_program(), "Dana Reyes", kNow, Reader::office))),
               Contains("is drawn once all of that part are judged") && Contains("withheld until drawn") &&
                   Contains("not drawn yet"));
    center.decide("exam_closed", "form-a");
    const auto due = to_rate_blind(center.store, center.sitting);
    REQUIRE(due.count(1) == 1);  // it failed
    const std::vector<std::string> secrets = center.findings(1);
    const auto report = [&] { return attempt_report(center.store, center.sitting, kNow); };
    const auto all = [&](const AttemptReport& of) {
        return std::vector<std::string>{seen(attempt_html(of)), words_of(attempt_document(of)), attempt_csv(of),
                                        attempt_json(of)};
    };
    for (const std::string& text : all(report())) {
        CHECK_THAT(text, Contains("still to be rated blind by a second rater"));
        for (const std::string& secret : secrets)
            CHECK(text.find(secret) == std::string::npos);
    }
    CHECK(faults_of(attempt_html(report())) == std::vector<std::string>{});
    CHECK(attempt_text(report(), Format::pdf).compare(0, 5, "%PDF-") == 0);
    CHECK_THAT(seen(attempt_html(report())), Contains("Withheld in part"));
    const json it = json::parse(attempt_json(report()));
    CHECK(it["passed"] == false);
    CHECK(it["scored"] == false);
    CHECK(it["withheld"].is_string());
    CHECK(it["contacts"][0]["withheld"].is_string());
    CHECK(it["contacts"][0]["findings"].empty());
    CHECK(it["contacts"][0]["possible"] == 0);
    for (const json& finding : it["findings"])
        CHECK(due.count(finding["contact"].get<std::uint32_t>()) == 0);
    const auto rows = csv_rows(attempt_csv(report()));
    for (const auto& row : rows)
        CHECK(row.size() == rows.front().size());

    // One rater who sees it otherwise is not enough; the second one is.
    center.rate("Ana Cole", 1, true, "Heard it well enough.");
    CHECK(to_rate_blind(center.store, center.sitting).count(1) == 1);
    center.rate("Ben Ortiz", 1, false, "The number is wrong.");
    CHECK(to_rate_blind(center.store, center.sitting).count(1) == 0);
    for (const journal::ContactId contact : to_rate_blind(center.store, center.sitting))
        center.rate("Ana Cole", contact, false, "Too short.");
    for (const journal::ContactId contact : to_rate_blind(center.store, center.sitting))
        center.rate("Ben Ortiz", contact, false, "Too short.");
    REQUIRE(to_rate_blind(center.store, center.sitting).empty());
    CHECK(withheld(report()) == 0);
    const std::string shown = attempt_json(report());
    CHECK_THAT(shown, !Contains("withheld"));
    CHECK_THAT(seen(attempt_html(report())), Contains(secrets.front()));
}

TEST_CASE("A competency report withholds all that was judged of a contact still to be rated blind", "[reports]") {
    CompetencyReport report = sample_report();
    // Every contact of an exam that was rated, corrected or holds a critical error waits again.
    const auto waits = [&](const std::string& attempt, std::uint32_t contact) {
        for (standing::ExamResult& exam : report.standing.exams) {
            for (const standing::ContactFact* fact : exam_contacts(report.history, exam.form)) {
                if (fact->attempt != attempt || fact->contact != contact) continue;
                standing::SecondRating one;
                one.attempt = attempt;
                one.contact = contact;
                one.why = "failed";
                one.ratings = 1;
                one.needed = 2;
                one.disagrees = true;
                exam.second.erase(
                    std::remove_if(exam.second.begin(), exam.second.end(),
                                   [&](const auto& it) { return it.attempt == attempt && it.contact == contact; }),
                    exam.second.end());
                exam.second.push_back(one);
            }
        }
    };
    std::vector<std::string> secrets;
    for (const CriticalError& error : report.critical) {
        if (error.purpose != standing::Purpose::exam) continue;
        waits(error.attempt, error.contact);
        secrets.push_back(error.sentence);
    }
    for (const standing::RatingFact& rating : report.history.ratings) {
        if (rating.why.empty()) continue;
        waits(rating.attempt, rating.contact);
        secrets.push_back(rating.why);
    }
    for (const standing::Override& change : report.overrides) {
        waits(change.attempt, change.contact);
        secrets.push_back(change.why);
    }
    for (const standing::ContactFact& fact : report.history.contacts)
        if (withheld(report, fact.attempt, fact.contact)) secrets.push_back(fact.scorecard_hash);
    // What is said in practice too is no secret.
    secrets.erase(std::remove_if(secrets.begin(), secrets.end(),
                                 [&](const std::string& secret) {
                                     return std::any_of(report.critical.begin(), report.critical.end(),
                                                        [&](const CriticalError& error) {
                                                            return error.purpose != standing::Purpose::exam &&
                                                                   error.sentence == secret;
                                                        });
                                 }),
                  secrets.end());
    REQUIRE(secrets.size() >= 6);
    for (const std::string& text :
         {words_of(competency_document(report)), competency_csv(report), competency_json(report)}) {
        CHECK_THAT(text, Contains("still to be rated blind by a second rater"));
        for (const std::string& secret : secrets) {
            INFO(secret);
            CHECK(text.find(secret) == std::string::npos);
        }
    }
    CHECK_THAT(words_of(competency_document(report)), Contains("Withheld for now") && Contains("withheld until rated"));
    const json it = json::parse(competency_json(report));
    for (const json& exam : it["exams"])
        for (const json& second : exam["second_ratings"])
            if (second.contains("still_due")) CHECK_FALSE(second.contains("why"));
    CHECK(it["rating_disagreements"] == 0);
    CHECK_THAT(competency_text(report, Format::pdf), Contains("%PDF-"));

    TraineeReport listed = report.practice;
    listed.withheld = {listed.attempts.front().id};
    const json row = json::parse(trainee_json(listed))["attempts"][0];
    CHECK(row["withheld"] == "until rated");
    CHECK(row["points"].is_null());
    CHECK(row["passed"].is_null());
    CHECK(row["competencies"].empty());
    CHECK_THAT(trainee_csv(listed), Contains("withheld until rated"));
    const auto lines = csv_rows(trainee_csv(listed));
    for (const auto& line : lines)
        CHECK(line.size() == lines.front().size());
}
