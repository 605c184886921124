#include "assessment/standing/withheld.hpp"

#include "tests/standing/people.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311;
using namespace shift311::standing;
using namespace shift311::standing::people;

TEST_CASE("Results of an exam are out once it is closed or signed, and of everything else at once", "[standing]") {
    const Event opened = event("exam_opened", at(40), "form-1");
    const Event closed = event("exam_closed", at(41), "form-1");
    const Event other = event("exam_closed", at(41), "form-2");
    const Event formless = event("exam_closed", at(41));
    const Event signed_rule = signing(at(42), "form-1", "certified");
    const Event signed_other = signing(at(42), "form-2", "not_yet");
    const Event no_outcome = signing(at(42), "form-1", "");
    const Event no_reason = signing(at(42), "form-1", "certified", "override");
    Event nobody = signing(at(42), "form-1", "certified");
    nobody.by.clear();
    nobody.by_name.clear();
    struct Row {
        const char* what;
        std::vector<Event> events;
        Purpose purpose;
        const char* form;
        bool out;
    };
    const std::vector<Row> rows{
        {"practice", {}, Purpose::practice, "", true},
        {"a drill", {}, Purpose::drill, "", true},
        {"a qualification", {}, Purpose::qualification, "", true},
        {"practice during an exam", {opened}, Purpose::practice, "", true},
        {"an exam of which nothing is known", {}, Purpose::exam, "form-1", false},
        {"an exam under way", {opened}, Purpose::exam, "form-1", false},
        {"a closed exam", {opened, closed}, Purpose::exam, "form-1", true},
        {"closed, told in any order", {closed, opened}, Purpose::exam, "form-1", true},
        {"another exam is closed", {opened, other}, Purpose::exam, "form-1", false},
        {"signed as the rule has it", {opened, signed_rule}, Purpose::exam, "form-1", true},
        {"another exam is signed", {opened, signed_other}, Purpose::exam, "form-1", false},
        {"a signature without an outcome", {opened, no_outcome}, Purpose::exam, "form-1", false},
        {"a signature against the rule without a reason", {opened, no_reason}, Purpose::exam, "form-1", false},
        {"a signature of nobody", {opened, nobody}, Purpose::exam, "form-1", false},
        {"an exam without a form", {formless, closed}, Purpose::exam, "", false},
        {"withdrawn while it is under way",
         {opened, event("withdrawn", at(41), "form-1")},
         Purpose::exam,
         "form-1",
         false},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(results_out(row.events, row.purpose, row.form) == row.out);
        CHECK(results_out_at(row.events, row.form).empty() == (row.purpose != Purpose::exam || !row.out));
    }
    CHECK(results_out_at({signed_rule, closed}, "form-1") == at(41));
}

TEST_CASE("Who sits an exam is shown nothing that says how it goes, and everything once it is closed", "[standing]") {
    History history = ready();
    const std::size_t practiced = history.contacts.size(), drilled = history.triage.size();
    take_exam(history, "form-1", 17, 3, 40);
    history.contacts.push_back(practice("pothole", at(40, 200)));
    history.ratings.push_back(rating(history.contacts[practiced], "rater-1", true, at(40, 300)));
    const History seen = for_examined(history);
    CHECK(seen.contacts.size() == practiced + 1);
    CHECK(seen.triage.size() == drilled);
    CHECK(seen.ratings.empty());
    CHECK(seen.typing.size() == history.typing.size());
    CHECK(seen.events.size() == history.events.size());

    const Standing whole = standing::standing(program(), history, at(41));
    REQUIRE(whole.exam);
    REQUIRE(whole.exam->passes == 3);
    const Standing shown = for_examined(whole);
    REQUIRE(shown.exam);
    REQUIRE(shown.exams.size() == 1);
    for (const ExamResult& exam : {*shown.exam, shown.exams.front()}) {
        CHECK(exam.form == "form-1");
        CHECK(exam.opened == at(40));
        CHECK(exam.judged == 17);
        CHECK(exam.passes == 0);
        CHECK(exam.emergencies == 0);
        CHECK(exam.blocks == 0);
        CHECK(exam.calls == Verdict::open);
        CHECK(exam.emergency == Verdict::open);
        CHECK(exam.rule == Verdict::open);
        CHECK(exam.floors.empty());
        CHECK(exam.second.empty());
        CHECK(exam.reasons.empty());
    }
    CHECK(shown.next == "The exam is under way: 17 contacts are done. Results come once it is closed.");
    CHECK(shown.state == whole.state);

    // The same sentence whatever was judged so far.
    History better = ready();
    take_exam(better, "form-1", 17, 17, 40);
    CHECK(for_examined(standing::standing(program(), better, at(41))).next == shown.next);

    history.events.push_back(event("exam_closed", at(41), "form-1"));
    CHECK(for_examined(history).contacts.size() == history.contacts.size());
    CHECK(for_examined(history).triage.size() == history.triage.size());
    CHECK(for_examined(history).ratings.size() == 1);
    const Standing after = standing::standing(program(), history, at(42));
    CHECK(for_examined(after).exam->reasons == after.exam->reasons);
    CHECK(for_examined(after).next == after.next);
}

TEST_CASE("A contact is to be rated blind until every rating that is asked for is in", "[standing]") {
    History history = ready();
    take_exam(history, "form-1", 20, 19, 40);
    history.events.push_back(event("exam_closed", at(41), "form-1"));
    const Event opened = event("exam_opened", at(40), "form-1");
    const auto failed = std::find_if(history.contacts.begin(), history.contacts.end(),
                                     [](const ContactFact& c) { return c.form == "form-1" && !c.passed; });
    REQUIRE(failed != history.contacts.end());
    const ContactFact contact = *failed;
    const auto due = [&] {
        const ExamResult result = exam_result(program(), history, opened);
        const bool one = to_rate_blind(result, contact.attempt, contact.contact);
        CHECK(to_rate_blind({ExamResult{}, result}, contact.attempt, contact.contact) == one);
        if (one) CHECK(sums_withheld(result));
        return one;
    };
    CHECK(due());
    RatingFact seeing = rating(contact, "rater-1", false, at(42));
    seeing.blind = false;
    history.ratings.push_back(seeing);
    CHECK(due());  // made with the machine's judgment known
    history.ratings.push_back(rating(contact, "person-trainee", true, at(42)));
    CHECK(due());  // nobody rates themselves
    history.ratings.push_back(rating(contact, "rater-2", true, at(43)));
    CHECK(due());  // otherwise than the machine: one more
    history.ratings.push_back(rating(contact, "rater-2", false, at(44)));
    CHECK(due());  // the same rater again
    const int waiting = to_rate_blind(exam_result(program(), history, opened));
    history.ratings.push_back(rating(contact, "rater-3", false, at(45)));
    CHECK_FALSE(due());
    CHECK(to_rate_blind(exam_result(program(), history, opened)) == waiting - 1);

    const ExamResult result = exam_result(program(), history, opened);
    CHECK_FALSE(to_rate_blind(result, contact.attempt, 99));
    CHECK_FALSE(to_rate_blind(result, "another", contact.contact));
    CHECK_FALSE(to_rate_blind(std::vector<ExamResult>{}, contact.attempt, contact.contact));
}

TEST_CASE("how an exam goes is withheld from its first contact to the last blind rating", "[withheld]") {
    CHECK_FALSE(sums_withheld(ExamResult{}));  // nothing was taken yet
    ExamResult exam;
    exam.undrawn.push_back({"a", 1, "failed", 0});
    CHECK(sums_withheld(exam));
    exam.undrawn.clear();
    exam.second.push_back({"a", 1, "failed", 0});
    CHECK(sums_withheld(exam));
    exam.second[0].ratings = 1;
    CHECK_FALSE(sums_withheld(exam));
    exam.second[0].needed = 2;  // they disagreed: one more
    CHECK(sums_withheld(exam));
    exam.outcome = "not_yet";  // signed: out
    CHECK_FALSE(sums_withheld(exam));
}
