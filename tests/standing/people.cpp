#include "tests/standing/people.hpp"

#include "assessment/standing/calendar.hpp"

#include <algorithm>

namespace shift311::standing::people {
namespace {

std::string two(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

Program program() {
    Program made;
    made.id = "6J55";
    made.title = "Call taker training";
    made.phases = {{"streets", "Streets", 2, {"pothole", "missed-trash"}, 2},
                   {"people", "Hard calls", 2, {"angry-caller", "language"}, 2}};
    made.blueprint = {{"streets", "Streets", {"pothole", "missed-trash"}, 12, 6},
                      {"people", "Hard calls", {"angry-caller", "language"}, 8, 4}};
    made.floors = {{"recording", 70}, {"courtesy", 70}};
    return made;
}

Stamp at(int day, int minute) {
    return date_text(*day_of("2026-03-01") + day) + 'T' + two(minute / 60) + ':' + two(minute % 60) + ":00Z";
}

std::uint64_t Chance::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

ContactFact practice(const std::string& family, const Stamp& at, bool passed) {
    ContactFact made;
    made.attempt = "practice-" + family + '-' + at;
    made.contact = 1;
    made.at = at;
    made.family = made.script = family;
    made.possible = 10'000;
    made.points = passed ? 9'500 : 6'000;
    made.passed = passed;
    return made;
}

ContactFact exam_contact(const std::string& form, int number, bool passed) {
    ContactFact made = practice("pothole", at(40, number), passed);
    made.purpose = Purpose::exam;
    made.form = form;
    made.attempt = form + "-sitting-" + std::to_string((number - 1) / 5 + 1);
    made.contact = static_cast<std::uint32_t>((number - 1) % 5 + 1);
    made.competencies["recording"] = {passed ? 4'800 : 4'000, 5'000};
    made.competencies["courtesy"] = {passed ? 4'700 : 2'000, 5'000};
    return made;
}

TriageFact block(const std::string& form, int number, int misses, int false_transfers) {
    TriageFact made;
    made.attempt = form + "-block-" + std::to_string(number);
    made.at = at(45, number);
    made.purpose = Purpose::exam;
    made.form = form;
    made.block = number;
    made.shown = kRuleEmergencies + kRuleOthers;
    made.emergencies = kRuleEmergencies;
    made.misses = misses;
    made.false_transfers = false_transfers;
    made.finished = true;
    return made;
}

TypingFact typing(const Stamp& at, bool dictation, std::int64_t rate) {
    TypingFact made;
    made.attempt = "typing-" + at;
    made.at = at;
    made.dictation = dictation;
    (dictation ? made.ksph_net : made.wpm_net) = rate;
    made.finished = true;
    return made;
}

Event event(const std::string& kind, const Stamp& at, const std::string& form, const std::string& why) {
    Event made;
    made.kind = kind;
    made.id = kind + '-' + at + form;
    made.at = at;
    made.by = "person-trainer";
    made.by_name = "Tess Trainer";
    made.program = "6J55";
    made.form = form;
    made.seed = 7;
    made.why = why;
    return made;
}

Event signing(const Stamp& at, const std::string& form, const std::string& outcome, const std::string& code,
              const std::string& why) {
    Event made = event("signed_off", at, form, why);
    made.outcome = outcome;
    made.code = code;
    return made;
}

RatingFact rating(const ContactFact& contact, const std::string& rater, bool passed, const Stamp& at) {
    RatingFact made;
    made.id = rater + contact.attempt + std::to_string(contact.contact);
    made.attempt = contact.attempt;
    made.contact = contact.contact;
    made.rater = made.rater_name = rater;
    made.passed = passed;
    made.at = at;
    return made;
}

History ready() {
    History history;
    history.person = "person-trainee";
    history.name = "Toni Trainee";
    history.events.push_back(event("enrolled", at(0)));
    int minute = 0;
    for (const char* family : {"pothole", "missed-trash", "angry-caller", "language"})
        for (int i = 0; i < 2; ++i)
            history.contacts.push_back(practice(family, at(5, ++minute)));
    TriageFact drill = block({}, 1);
    drill.purpose = Purpose::drill;
    drill.at = at(8);
    history.triage.push_back(drill);
    for (int day = 10; day < 12; ++day) {
        history.typing.push_back(typing(at(day, 1), false, 41));
        history.typing.push_back(typing(at(day, 2), true, 5'100));
    }
    return history;
}

void take_exam(History& history, const std::string& form, int contacts, int passed, int day) {
    history.events.push_back(event("exam_opened", at(day), form));
    for (int i = 1; i <= contacts; ++i) {
        ContactFact contact = exam_contact(form, i, i > contacts - passed);
        contact.at = at(day, i);
        history.contacts.push_back(contact);
    }
    TriageFact clean = block(form, 1);
    clean.at = at(day, 100);
    history.triage.push_back(clean);
}

void rate_all(const Program& program, History& history, const std::string& form) {
    const ExamResult result = exam_result(program, history, event("exam_opened", at(40), form));
    for (const SecondRating& wanted : result.second) {
        const auto contact =
            std::find_if(history.contacts.begin(), history.contacts.end(), [&](const ContactFact& one) {
                return one.attempt == wanted.attempt && one.contact == wanted.contact && one.form == form;
            });
        history.ratings.push_back(rating(*contact, "rater-1", contact->passed, at(50)));
    }
}

}  // namespace shift311::standing::people
