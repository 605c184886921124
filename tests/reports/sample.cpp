#include "tests/reports/sample.hpp"

#include "tests/reports/stored.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace shift311::reports::tests {
namespace {

using standing::ContactFact;
using standing::Event;
using standing::Purpose;

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string attempt_id(int number) {
    return "4f2c91" + two(number) + "-0000-4000-8000-0000000000" + two(number);
}

struct Scene {
    const char* script;
    const char* title;
    const char* duty;
    const char* other;
};
constexpr std::array kScenes{
    Scene{"pothole-tire", "A pothole took out a tire", "6J55-08", "6J55-03"},
    Scene{"missed-trash", "Trash was not collected on Tuesday", "6J55-08", "6J55-12"},
    Scene{"water-in-street", "Water comes up through the street", "6J55-06", "6J55-04"},
    Scene{"status-wrong-number", "A caller quotes a reference number that is not hers", "6J55-10", "6J55-A12"},
    Scene{"permit-question", "Does a deck need a permit?", "6J55-07", "6J55-A5"},
    Scene{"pothole-gas", "A pothole, and a smell of gas", "6J55-09", "6J55-A10"},
    Scene{"email-dumping", "Photographs of dumping, by e-mail", "6J55-17", "6J55-A1"},
};

ContactFact contact(int attempt, const std::string& at, Purpose purpose, const std::string& form, std::size_t scene,
                    int percent) {
    ContactFact out;
    out.attempt = attempt_id(attempt);
    out.contact = 1;
    out.at = at;
    out.purpose = purpose;
    out.form = form;
    const Scene& it = kScenes[scene % kScenes.size()];
    out.script = out.family = it.script;
    out.title = it.title;
    out.level = purpose == Purpose::exam ? 4 : 2;
    out.duties = {it.duty, it.other};
    out.possible = 10'000;
    out.points = percent * 100;
    out.passed = percent >= 85;
    out.emergency = it.script == std::string("pothole-gas");
    out.within_time = true;
    out.rubric = "6J55-exam-1";
    out.scorecard_hash = "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d26111" + two(attempt);
    constexpr std::array kShares{"listening", "recording", "procedure", "courtesy", "knowledge"};
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        const int own = std::clamp(percent + static_cast<int>((scene * 7 + i * 5) % 13) - 6, 0, 100);
        out.competencies[kShares[i]] = {own * 20, 2000};
    }
    if (out.emergency) out.competencies["referral"] = {percent >= 85 ? 2000 : 0, 2000};
    return out;
}

Event event(const std::string& kind, const std::string& at, const std::string& why, const std::string& form = {}) {
    Event out;
    out.kind = kind;
    out.id = "e0000000-0000-4000-8000-" + std::string(10, '0') + at.substr(8, 2);
    out.at = at;
    out.by = "c0ffee00-0000-4000-8000-000000000009";
    out.by_name = "Kim Lee";
    out.program = "6J55";
    out.form = form;
    out.why = why;
    return out;
}

void add_block(standing::History& history, const std::string& at, const std::string& form, int number, int misses) {
    standing::TriageFact block;
    block.attempt = attempt_id(70 + number + (form == "form-b" ? 10 : 0));
    block.at = at;
    block.purpose = Purpose::exam;
    block.form = form;
    block.block = number;
    block.shown = 60;
    block.emergencies = 30;
    block.misses = misses;
    block.false_transfers = 1;
    block.finished = true;
    for (int i = 0; i < misses; ++i)
        block.missed.push_back(
            "My grandfather sounds strange, he keeps saying the same word and his smile is crooked.");
    history.triage.push_back(block);
}

void add_rating(standing::History& history, const ContactFact& contact, const std::string& at, bool passed,
                const std::string& rater, const std::string& why) {
    standing::RatingFact rating;
    rating.id = "ra" + std::to_string(history.ratings.size());
    rating.attempt = contact.attempt;
    rating.contact = contact.contact;
    rating.at = at;
    rating.rater = rater;
    rating.rater_name = rater;
    rating.passed = passed;
    rating.marks = {{"listening", passed ? 5 : 3}, {"procedure", passed ? 4 : 2}};
    rating.why = why;
    history.ratings.push_back(rating);
}

}  // namespace

standing::Program sample_program() {
    standing::Program out;
    out.id = "6J55";
    out.title = "3-1-1 Contact Center Trainee";
    out.employer = "City of Philadelphia";
    out.city = "philadelphia";
    out.version = "6J55-2026-1";
    out.rubric = "6J55-exam";
    out.hash = "0f343b0931126a20f133d67c2b018a3b0f343b0931126a20f133d67c2b018a3b";
    const std::array<std::pair<const char*, const char*>, 14> kClauses{
        {{"6J55-03", "takes inquiries, messages and complaints; enters name, address, phone and nature of request"},
         {"6J55-04", "identifies the need by listening and asking relevant questions"},
         {"6J55-06", "directory assistance; transfers to departments and outside agencies when appropriate"},
         {"6J55-07", "answers non-emergency questions directly; explains regulations, policies and procedures"},
         {"6J55-08",
          "starts and forwards service requests: pothole, street repair, missed trash, water leak, snow, code"},
         {"6J55-09", "identifies and transfers calls for 911 or for higher-level staff"},
         {"6J55-10", "gives reference numbers of requests and work orders for status inquiries"},
         {"6J55-12", "searches for duplicate or unresolved requests"},
         {"6J55-15", "two-way radio console (may)"},
         {"6J55-17", "corresponds by telephone, e-mail, internet, fax and other means"},
         {"6J55-20", "bilingual specialty: all of it with English and designated non-English speakers"},
         {"6J55-A1", "English usage, spelling, grammar, punctuation"},
         {"6J55-A10", "works under pressure; calm with escalating or difficult calls"},
         {"6J55-A12", "privacy and confidentiality of callers"}}};
    for (const auto& [id, title] : kClauses)
        out.clauses.push_back({id, title});
    standing::Phase phase;
    phase.id = "first-calls";
    phase.title = "First calls";
    phase.families = {"pothole-tire", "missed-trash"};
    out.phases = {phase};
    standing::Cell cell;
    cell.id = "all";
    cell.title = "Any contact";
    for (const Scene& scene : kScenes)
        cell.families.push_back(scene.script);
    cell.first = 20;
    cell.second = 10;
    out.blueprint = {cell};
    out.floors = {{"listening", 75}, {"recording", 80}, {"procedure", 75},
                  {"courtesy", 70},  {"knowledge", 75}, {"writing", 70}};
    out.signer_title = "Contact center supervisor";
    out.appeal = {
        "You may dispute any result at the desk, or in writing to the contact center supervisor, within 10 calendar "
        "days "
        "of being told of it. The supervisor answers in writing.",
        "After that you may appeal to the Civil Service Commission as its rules provide. You are entitled to a copy of "
        "everything that is held about you: shift311 export self."};
    return out;
}

CompetencyReport newcomer_report() {
    CompetencyReport out;
    out.program = sample_program();
    out.history.person = "ada00000-0000-4000-8000-000000000003";
    out.history.name = "Dana Reyes";
    out.history.events.push_back(event("enrolled", "2026-11-22T08:00:00Z", "First day."));
    out.prepared = "2026-11-22T09:00:00Z";
    out.standing = standing::standing(out.program, out.history, out.prepared);
    out.practice = trainee_report({out.history.person, "Dana Reyes", "2026-11-22T08:00:00Z"}, {}, out.prepared);
    return out;
}

CompetencyReport sample_report(const std::string& name) {
    CompetencyReport out;
    out.program = sample_program();
    standing::History& history = out.history;
    history.person = "ada00000-0000-4000-8000-000000000003";
    history.name = name;
    std::vector<records::AttemptRow> attempts;
    for (int i = 0; i < 18; ++i) {
        const std::string at = "2026-11-" + two(1 + i / 2) + "T" + two(8 + i % 2 * 4) + ":00:00Z";
        ContactFact fact = contact(i, at, Purpose::practice, {}, static_cast<std::size_t>(i), 58 + i * 2 + i % 3 * 3);
        if (i == 5) {
            fact.emergency_missed = true;
            fact.passed = false;
            fact.critical = {"The smell of gas was not sent to 911 within 20 s."};
        }
        records::AttemptRow row = listed(1, static_cast<int>(fact.points / 100), fact.passed);
        row.id = fact.attempt;
        row.trainee = name;
        row.title = fact.title;
        row.began = at;
        row.ended = at.substr(0, 13) + ":20:00Z";
        row.level = 2;
        row.critical = static_cast<int>(fact.critical.size());
        attempts.push_back(row);
        history.contacts.push_back(std::move(fact));
    }
    const auto exam = [&](const std::string& form, int first, int contacts, int failing, const std::string& day) {
        for (int i = 0; i < contacts; ++i) {
            const bool fails = i < failing;
            ContactFact fact = contact(20 + first + i, day + "T09:" + two(i) + ":00Z", Purpose::exam, form,
                                       static_cast<std::size_t>(i), fails ? 71 + i : 88 + i % 11);
            fact.emergency_missed = false;
            if (form == "form-a" && i == 1) fact.critical = {"The caller's own address was read out to a stranger."};
            records::AttemptRow row = listed(1, static_cast<int>(fact.points / 100), fact.passed);
            row.id = fact.attempt;
            row.trainee = name;
            row.title = fact.title;
            row.began = fact.at;
            row.level = 4;
            attempts.push_back(row);
            history.contacts.push_back(std::move(fact));
        }
    };
    exam("form-a", 0, 20, 6, "2026-11-13");
    exam("form-b", 20, 30, 4, "2026-11-20");
    add_block(history, "2026-11-13T13:00:00Z", "form-a", 1, 1);
    add_block(history, "2026-11-20T13:00:00Z", "form-b", 1, 0);
    for (const bool dictation : {false, true}) {
        for (int i = 0; i < 3; ++i) {
            standing::TypingFact test;
            test.attempt = attempt_id(90 + i + (dictation ? 3 : 0));
            test.at = "2026-11-1" + std::to_string(i) + "T10:00:00Z";
            test.dictation = dictation;
            test.wpm_gross = 36 + 2 * i;
            test.wpm_net = 33 + 3 * i;
            test.ksph_gross = 3400 + 150 * i;
            test.ksph_net = 3100 + 150 * i;
            test.uncorrected_permille = 14 - 2 * i;
            test.seconds = dictation ? 240 : 300;
            test.finished = true;
            history.typing.push_back(test);
        }
    }
    std::sort(history.typing.begin(), history.typing.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    history.events.push_back(event("enrolled", "2026-11-01T08:00:00Z", "Class of November 2026."));
    history.events.push_back(
        event("accommodation", "2026-11-02T09:00:00Z",
              "Text at 150 percent and a quiet desk, asked for on Nov 1. No change to any limit."));
    Event opened = event("exam_opened", "2026-11-13T08:55:00Z", "", "form-a");
    opened.seed = 8123;
    history.events.push_back(opened);
    history.events.push_back(event("exam_closed", "2026-11-13T14:00:00Z", "", "form-a"));
    Event failed = event("signed_off", "2026-11-14T10:00:00Z", "As the rule has it.", "form-a");
    failed.outcome = "not_yet";
    failed.code = "rule";
    history.events.push_back(failed);
    history.events.push_back(
        event("remediation_planned", "2026-11-14T11:00:00Z",
              "Three shifts on privacy and status inquiries with Ana Cole, then a walk through the "
              "critical error of Nov 13."));
    history.events.push_back(event("remediation_done", "2026-11-18T16:00:00Z", "Carried out Nov 16 to 18."));
    opened = event("exam_opened", "2026-11-20T08:55:00Z", "", "form-b");
    opened.seed = 99001;
    history.events.push_back(opened);
    for (const ContactFact& fact : std::vector<ContactFact>(history.contacts)) {
        if (fact.purpose != Purpose::exam) continue;
        const bool machine = standing::passes(out.program, fact);
        const bool odd = fact.attempt == attempt_id(41);
        add_rating(history, fact, fact.at.substr(0, 10) + "T16:00:00Z", odd ? !machine : machine, "Ana Cole",
                   odd ? "The form was late, but the caller had everything she needed." : "");
        if (odd) add_rating(history, fact, fact.at.substr(0, 10) + "T17:00:00Z", machine, "Ben Ortiz", "");
    }
    history.events.push_back(event("exam_closed", "2026-11-20T14:30:00Z", "", "form-b"));
    Event signing = event("signed_off", "2026-11-21T10:00:00Z", "As the rule has it.", "form-b");
    signing.outcome = "certified";
    signing.code = "rule";
    history.events.push_back(signing);

    out.prepared = "2026-11-22T09:00:00Z";
    out.standing = standing::standing(out.program, history, out.prepared);
    std::set<std::string> exams;
    for (const ContactFact& fact : history.contacts) {
        if (fact.purpose == Purpose::exam) exams.insert(fact.attempt);
        for (const std::string& sentence : fact.critical) {
            CriticalError error;
            error.attempt = fact.attempt;
            error.contact = fact.contact;
            error.at = fact.at;
            error.purpose = fact.purpose;
            error.form = fact.form;
            error.title = fact.title;
            error.sentence = sentence;
            error.excerpt = {
                {"Caller", "0:31", "\u201cThere is a hole in the street, and it smells of gas out here.\u201d"},
                {"Trainee", "0:44", "\u201cHow large is the hole?\u201d"},
                {"Desk", "1:20", "Wraps up: request filed"}};
            out.critical.push_back(std::move(error));
        }
    }
    out.practice =
        trainee_report({history.person, name, "2026-11-01T08:00:00Z"}, attempts, out.prepared, std::move(exams));
    standing::Report day;
    day.id = "dor-1";
    day.rater_name = "Ana Cole";
    day.day = "2026-11-06";
    day.marks["listening"] = {standing::Mark::Kind::number, 5, 5, ""};
    day.marks["procedure"] = {standing::Mark::Kind::number, 3, 4, "Forgot twice to look for duplicates before filing."};
    day.marks["writing"] = {};
    day.most = "Stayed calm with an angry caller for six minutes.";
    day.least = "Promised a date for the pothole.";
    out.observations.push_back(day);
    standing::Override change;
    change.attempt = attempt_id(44);
    change.contact = 1;
    change.criterion = "step.read_back";
    change.machine_points = 0;
    change.points = 200;
    change.possible = 200;
    change.by_name = "Ana Cole";
    change.why = "The address was read back in other words: \u201cthe corner where the school is\u201d.";
    change.at = "2026-11-20T16:30:00Z";
    out.overrides.push_back(change);
    standing::Dispute dispute;
    dispute.attempt = attempt_id(21);
    dispute.contact = 1;
    dispute.by_name = name;
    dispute.at = "2026-11-14T15:00:00Z";
    dispute.disputed = true;
    dispute.words = "The caller said that she lived there.";
    dispute.answer = "upheld";
    dispute.answer_words = "She gave a different name than the one on the request.";
    dispute.answered_by = "Kim Lee";
    dispute.answered_at = "2026-11-17T09:00:00Z";
    out.disputes.push_back(dispute);
    for (const records::AttemptRow& row : out.practice.attempts) {
        if (out.practice.exams.count(row.id) && out.journals.size() < 6)
            out.journals.push_back({row.id, row.began, "exam contacts",
                                    "3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed"});
    }
    out.chain_head = "89e6c98d92887913cadf06b2adb97f26cde4849b89e6c98d92887913cadf06b2";
    return out;
}

}  // namespace shift311::reports::tests
