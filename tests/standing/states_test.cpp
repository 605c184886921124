#include "assessment/standing/calendar.hpp"
#include "assessment/standing/exam_parts.hpp"
#include "assessment/standing/standing.hpp"
#include "tests/standing/people.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311::standing;
using namespace shift311::standing::people;

namespace {

bool all_met(const Standing& now) {
    return std::all_of(now.eligibility.begin(), now.eligibility.end(), [](const Requirement& one) { return one.met; });
}

const Requirement& requirement(const Standing& now, const std::string& id) {
    return *std::find_if(now.eligibility.begin(), now.eligibility.end(),
                         [&](const Requirement& one) { return one.id == id; });
}

/// Certified on day 60.
History certified(const Program& rule) {
    History history = ready();
    take_exam(history, "form-1", 20, 19, 40);
    history.events.push_back(event("exam_closed", at(41), "form-1"));
    rate_all(rule, history, "form-1");
    history.events.push_back(signing(at(60), "form-1", "certified"));
    return history;
}

void fail_exam(const Program& rule, History& history, const std::string& form, int day) {
    take_exam(history, form, 20, 12, day);
    rate_all(rule, history, form);
    history.events.push_back(signing(at(day + 2), form, "not_yet"));
}

}  // namespace

TEST_CASE("every state has a word and a label") {
    CHECK(word(State::ready_for_exam) == "ready_for_exam");
    CHECK(label(State::expired) == "Certification expired");
}

TEST_CASE("a trainee becomes ready by practice, drill and typing, and never certified by them") {
    const Program rule = program();
    History history;
    history.person = "person-trainee";
    CHECK(standing(rule, history, at(90)).state == State::in_training);
    CHECK(standing(rule, history, at(90)).next.find("Not enrolled yet") == 0);

    history = ready();
    Standing now = standing(rule, history, at(90));
    CHECK(now.state == State::ready_for_exam);
    CHECK(now.eligibility.size() == 5);
    CHECK(all_met(now));
    CHECK(now.retests_left == 2);
    REQUIRE(now.transitions.size() == 2);
    CHECK(now.transitions.back().by == "rule");
    CHECK(now.transitions.back().at == at(11, 2));
    CHECK(now.transitions.front().by == "Tess Trainer");
    CHECK(exam_refusal(now).empty());
    CHECK(now.next == "Ready: a trainer can open the exam.");

    SECTION("a thousand passed practice contacts certify nobody") {
        for (int i = 0; i < 1'000; ++i)
            history.contacts.push_back(practice("pothole", at(20 + i % 60, i % 1'000)));
        CHECK(standing(rule, history, at(90)).state == State::ready_for_exam);
        CHECK(standing(rule, history, at(90)).exams.empty());
    }
    SECTION("one contact too few of one kind") {
        history.contacts.erase(history.contacts.begin());
        now = standing(rule, history, at(90));
        CHECK(now.state == State::in_training);
        const Requirement& phase = requirement(now, "phase.streets");
        CHECK(phase.done == 3);
        CHECK(phase.needed == 4);
        CHECK(phase.label == "Practice the phase \"Streets\": 2 of each kind; missing: pothole");
        CHECK(now.next.find("missing: pothole (3 of 4 done).") != std::string::npos);
        CHECK(exam_refusal(now).find("Not ready for the exam") == 0);
        // More of another kind does not make up for it, and neither do exam contacts.
        for (int i = 0; i < 5; ++i)
            history.contacts.push_back(practice("missed-trash", at(20, i)));
        ContactFact elsewhere = exam_contact("form-9", 1);
        history.contacts.push_back(elsewhere);
        CHECK(standing(rule, history, at(90)).state == State::in_training);
    }
    SECTION("typing counts 2 of the last 3, and a later slump takes readiness back") {
        history.typing.push_back(typing(at(12), false, 20));
        CHECK(standing(rule, history, at(90)).state == State::ready_for_exam);
        history.typing.push_back(typing(at(13), false, 34));
        now = standing(rule, history, at(90));
        CHECK(now.state == State::in_training);
        CHECK(requirement(now, "typing.copy").done == 1);
        CHECK(now.transitions.back().why.find("No longer met") == 0);
        history.typing.push_back(typing(at(14), false, 35));
        CHECK(standing(rule, history, at(90)).state == State::in_training);  // 20 has gone, 34 and 35 and 41 have not
        history.typing.push_back(typing(at(15), false, 36));
        CHECK(standing(rule, history, at(90)).state == State::ready_for_exam);
    }
    SECTION("an unfinished test and one that is only practice do not count") {
        history.typing.push_back(typing(at(12), false, 1));
        history.typing.push_back(typing(at(13), false, 1));
        history.typing[history.typing.size() - 1].finished = false;
        history.typing[history.typing.size() - 2].purpose = Purpose::drill;
        CHECK(standing(rule, history, at(90)).state == State::ready_for_exam);
    }
    SECTION("an accommodation lifts the typing minimum, and says so") {
        history.typing.clear();
        Event granted = event("accommodation", at(3), {}, "Types with one hand.");
        CHECK(standing(rule, history, at(90)).state == State::in_training);
        history.events.push_back(granted);
        CHECK(standing(rule, history, at(90)).state == State::in_training);  // extra time is another accommodation
        history.events.back().code = kTypingWaived;
        now = standing(rule, history, at(90));
        CHECK(now.state == State::ready_for_exam);
        CHECK(requirement(now, "typing.copy").label.find("accommodation") != std::string::npos);
    }
    SECTION("events of another program are none of this one's") {
        for (Event& one : history.events)
            one.program = "1322";
        CHECK(standing(rule, history, at(90)).state == State::in_training);
    }
}

TEST_CASE("the way through an exam") {
    const Program rule = program();
    History history = ready();
    history.events.push_back(event("exam_opened", at(40), "form-1"));
    Standing now = standing(rule, history, at(90));
    CHECK(now.state == State::exam_under_way);
    CHECK(now.next == "Take the exam's contacts: 0 of 20 are done.");
    CHECK(exam_refusal(now) == "An exam is under way already.");
    history.events.pop_back();

    SECTION("further contacts, and the second look") {
        take_exam(history, "form-1", 20, 17, 40);
        CHECK(standing(rule, history, at(90)).next == "Take the 10 further contacts: 0 are done.");
        for (int i = 21; i <= 30; ++i)
            history.contacts.push_back(exam_contact("form-1", i)), history.contacts.back().at = at(41, i);
        history.triage.back().misses = 1;
        CHECK(standing(rule, history, at(90)).next == "Take the second emergency block of 60 vignettes.");
        history.triage.back().finished = false;
        CHECK(standing(rule, history, at(90)).next == "Take the emergency block of 60 vignettes.");
    }
    SECTION("rated, signed, certified, expired") {
        take_exam(history, "form-1", 20, 19, 40);
        CHECK(standing(rule, history, at(90)).next.find("wait for a second rating") != std::string::npos);
        rate_all(rule, history, "form-1");
        now = standing(rule, history, at(90));
        CHECK(now.state == State::exam_under_way);
        CHECK(now.next.find("waits for the supervisor's signature") != std::string::npos);
        history.events.push_back(signing(at(60, 5), "form-1", "certified"));
        now = standing(rule, history, at(90));
        CHECK(now.state == State::certified);
        CHECK(at(60, 5) == "2026-04-30T00:05:00Z");
        CHECK(now.certified_until == "2028-04-30T00:05:00Z");
        CHECK(now.next == "Certified: nothing is to be done before April 30, 2028.");
        CHECK(now.transitions.back().by == "Tess Trainer");
        CHECK(exam_refusal(now) == "The trainee is certified.");
        CHECK(standing(rule, history, "2028-04-30T00:04:59Z").state == State::certified);
        now = standing(rule, history, "2028-04-30T00:05:00Z");
        CHECK(now.state == State::expired);
        CHECK(now.transitions.back().at == now.certified_until);
        CHECK(exam_refusal(now).empty());
        SECTION("and renewed by a first exam again") {
            history.events.push_back(event("exam_opened", "2028-06-01T10:00:00Z", "form-2"));
            now = standing(rule, history, "2028-06-02T10:00:00Z");
            CHECK(now.state == State::exam_under_way);
            CHECK(now.exam->number == 1);
            CHECK(now.retests_left == 2);
            CHECK(now.transitions[now.transitions.size() - 2].to == State::expired);
        }
    }
}

TEST_CASE("not yet competent: a plan, its completion, two more forms, and then no more") {
    const Program rule = program();
    History history = ready();
    fail_exam(rule, history, "form-1", 40);
    Standing now = standing(rule, history, at(200));
    CHECK(now.state == State::not_yet_competent);
    CHECK(now.retests_left == 2);
    CHECK(now.remediation_due);
    CHECK(now.next == "A trainer writes a remediation plan with the trainee.");
    CHECK(exam_refusal(now).find("remediation plan") != std::string::npos);

    history.events.push_back(event("remediation_done", at(43)));  // without a plan it means nothing
    CHECK(standing(rule, history, at(200)).remediation_due);
    history.events.push_back(event("remediation_planned", at(44), {}, "Ten transfers with a partner."));
    now = standing(rule, history, at(200));
    CHECK(now.remediation_due);
    CHECK(now.remediation_planned);
    CHECK(now.next == "Complete the remediation plan; a trainer notes it as done.");
    history.events.push_back(event("remediation_done", at(50)));
    now = standing(rule, history, at(200));
    CHECK_FALSE(now.remediation_due);
    CHECK(exam_refusal(now).empty());
    CHECK(now.next == "The remediation plan is completed: a trainer can open a retest.");

    fail_exam(rule, history, "form-2", 70);
    now = standing(rule, history, at(200));
    CHECK(now.exam->number == 2);
    CHECK(now.retests_left == 1);
    CHECK(now.remediation_due);  // the old plan was for the old form
    history.events.push_back(event("remediation_planned", at(74)));
    history.events.push_back(event("remediation_done", at(80)));
    fail_exam(rule, history, "form-3", 100);
    now = standing(rule, history, at(200));
    CHECK(now.exams.size() == 3);
    CHECK(now.exam->number == 3);
    CHECK(now.retests_left == 0);
    CHECK_FALSE(now.remediation_due);
    CHECK(exam_refusal(now) == "No retest is left in this program.");
    CHECK(now.next == "No retest is left: what follows is for the supervisor to decide.");
    CHECK(now.state == State::not_yet_competent);

    SECTION("leaving and enrolling again wins no form back") {
        history.events.push_back(event("withdrawn", at(120)));
        history.events.push_back(event("enrolled", at(130)));
        now = standing(rule, history, at(200));
        CHECK(now.retests_left == 0);
        CHECK(now.state == State::not_yet_competent);
    }
}

TEST_CASE("a signature can be set right by another") {
    const Program rule = program();
    History history = certified(rule);
    history.events.push_back(signing(at(61), "form-1", "not_yet", "override", "Somebody else sat at the desk."));
    Standing now = standing(rule, history, at(90));
    CHECK(now.state == State::not_yet_competent);
    CHECK(now.certified_until.empty());
    CHECK(now.retests_left == 2);
    CHECK(now.transitions.back().why == "Signed against the rule: Somebody else sat at the desk.");
    history.events.push_back(signing(at(62), "form-1", "certified"));
    CHECK(standing(rule, history, at(90)).state == State::certified);
    SECTION("and one that lacks its reason is none") {
        history.events.push_back(signing(at(63), "form-1", "not_yet", "override"));
        history.events.push_back(signing(at(64), "no-such-form", "not_yet"));
        CHECK(standing(rule, history, at(90)).state == State::certified);
    }
}

TEST_CASE("a history cut anywhere still folds, and events of different times may come in any order") {
    const Program rule = program();
    History history = ready();
    fail_exam(rule, history, "form-1", 40);
    history.events.push_back(event("remediation_planned", at(44)));
    history.events.push_back(event("remediation_done", at(50)));
    take_exam(history, "form-2", 20, 17, 60);
    for (int i = 21; i <= 30; ++i)
        history.contacts.push_back(exam_contact("form-2", i)), history.contacts.back().at = at(61, i);
    rate_all(rule, history, "form-2");
    history.events.push_back(signing(at(70), "form-2", "certified"));
    const Standing whole = standing(rule, history, at(90));
    CHECK(whole.state == State::certified);

    Chance chance(5);
    for (int round = 0; round < 60; ++round) {
        History cut = history;
        const auto keep = [&](auto& list) { list.resize(chance.below(list.size() + 1)); };
        keep(cut.contacts);
        keep(cut.triage);
        keep(cut.typing);
        keep(cut.events);
        keep(cut.ratings);
        const Standing now = standing(rule, cut, at(90));
        CHECK_FALSE(now.next.empty());
        CHECK(now.eligibility.size() == 5);
        for (const Transition& one : now.transitions)
            CHECK((!one.at.empty() && !one.by.empty() && !one.why.empty()));

        History shuffled = history;
        const auto shuffle = [&](auto& list) {
            for (std::size_t i = list.size(); i > 1; --i)
                std::swap(list[i - 1], list[chance.below(i)]);
        };
        shuffle(shuffled.contacts);
        shuffle(shuffled.triage);
        shuffle(shuffled.typing);
        shuffle(shuffled.events);
        shuffle(shuffled.ratings);
        const Standing again = standing(rule, shuffled, at(90));
        CHECK(again.state == whole.state);
        CHECK(again.next == whole.next);
        CHECK(again.transitions.size() == whole.transitions.size());
        CHECK(again.exam->reasons == whole.exam->reasons);
        CHECK(again.certified_until == whole.certified_until);
    }
}

TEST_CASE("attempts that began within one second stand in the order in which they were made") {
    History history;
    for (const auto& [attempt, order] : {std::pair{"b", 2}, std::pair{"c", 1}, std::pair{"a", 3}}) {
        ContactFact contact;
        contact.attempt = attempt;
        contact.order = order;
        contact.at = at(3);
        contact.purpose = Purpose::exam;
        contact.form = "form-1";
        history.contacts.push_back(contact);
    }
    std::string found;
    for (const ContactFact* contact : contacts_of(history, "form-1"))
        found += contact->attempt;
    CHECK(found == "cba");
}

TEST_CASE("any events at all fold to some standing") {
    const Program rule = program();
    Chance chance(17);
    const std::vector<std::string> kinds{
        "enrolled",         "exam_opened",   "exam_closed", "signed_off", "remediation_planned",
        "remediation_done", "accommodation", "legal_hold",  "withdrawn",  "something_new"};
    for (int round = 0; round < 300; ++round) {
        History history = chance.hits(500'000) ? ready() : History{};
        for (int i = 0; i < 12; ++i) {
            Event one = event(kinds[chance.below(kinds.size())], at(static_cast<int>(chance.below(800))),
                              "form-" + std::to_string(chance.below(3)));
            one.outcome = chance.hits(500'000) ? "certified" : "not_yet";
            one.code = chance.hits(500'000) ? "rule" : "override";
            one.why = "Because.";
            history.events.push_back(one);
        }
        const Standing now = standing(rule, history, at(900));
        CHECK_FALSE(now.next.empty());
        CHECK(now.retests_left >= 0);
        State at_last = State::in_training;
        for (const Transition& one : now.transitions) {
            CHECK(one.from == at_last);
            at_last = one.to;
        }
        CHECK(at_last == now.state);
    }
}

TEST_CASE("days and months are reckoned without a clock") {
    CHECK(day_of("1970-01-01") == 0);
    CHECK(day_of("2026-11-21T19:49:31Z") == 20'778);
    CHECK_FALSE(day_of("2026-02-29"));
    CHECK(day_of("2028-02-29"));
    CHECK_FALSE(day_of("2100-02-29"));
    CHECK_FALSE(day_of("soon"));
    CHECK_FALSE(day_of(""));
    for (std::int64_t day = -800; day < 60'000; day += 37)
        CHECK(day_of(date_text(day)) == day);
    CHECK(seconds_later("2026-12-31T23:59:30Z", 45) == "2027-01-01T00:00:15Z");
    CHECK(seconds_later("2026-07-20T13:00:00Z", 3'725) == "2026-07-20T14:02:05Z");
    CHECK(seconds_later("soon", 45) == "soon");
    CHECK(months_later("2026-01-31T08:00:00Z", 1) == "2026-02-28T08:00:00Z");
    CHECK(months_later("2028-01-31T08:00:00Z", 1) == "2028-02-29T08:00:00Z");
    CHECK(months_later("2026-12-15T08:00:00Z", 1) == "2027-01-15T08:00:00Z");
    CHECK(months_later("2026-11-21T08:00:00Z", 24) == "2028-11-21T08:00:00Z");
    CHECK(months_later("whenever", 24) == "whenever");
    CHECK(date_words("2026-11-21T08:00:00Z") == "November 21, 2026");
}

TEST_CASE("large numbers of a requirement are written as people write them") {
    Program rule = people::program();
    rule.typing.ksph_net = 12'500;
    rule.typing.wpm_net = 35;
    std::string all;
    for (const Requirement& one : standing(rule, History{}, people::at(1)).eligibility)
        all += one.label + '\n';
    CHECK(all.find("at 12,500 net keystrokes an hour in 2 of the last 3 tests") != std::string::npos);
    CHECK(all.find("at 35 net words a minute") != std::string::npos);
}
