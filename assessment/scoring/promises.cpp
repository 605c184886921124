// Procedure, what the caller hears back: the place as it was understood, the right reference number, and the right date
// or the truth that there is none.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/street_address.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shift311::scoring {
namespace {

bool expects(const AnswerKey& key, std::string_view step) {
    return std::any_of(key.steps.begin(), key.steps.end(), [step](const Step& due) { return due.id == step; });
}

/// Why one omission stands in two findings: the step that was left out, and its being right.
constexpr const char* kSecondHalf =
    " This is the second half of that step: said right earns both halves, said wrong the first, not said neither.";

struct Day {
    int year = 0, month = 0, day = 0;
};

std::optional<Day> read_day(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto number = [iso](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : iso.substr(from, count)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const Day day{number(0, 4), number(5, 2), number(8, 2)};
    if (day.year < 0 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return std::nullopt;
    return day;
}

std::string in_words(const Day& day) {
    static constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
    return std::string(kMonths.at(static_cast<std::size_t>(day.month - 1))) + " " + std::to_string(day.day) + ", " +
           std::to_string(day.year);
}

Finding start(std::string criterion, Points possible) {
    Finding finding;
    finding.criterion = std::move(criterion);
    finding.competency = Competency::procedure;
    finding.possible = possible;
    return finding;
}

/// The request that this contact is about: the one filed, the one added to, or the one asked about.
std::string reference_of(const Case& contact) {
    const ContactEvents& events = contact.events;
    if (events.filed) return (*events.filed)->reference;
    if (!contact.key.reference.empty()) return contact.key.reference;
    return events.changes.empty() ? std::string{} : events.changes.back()->reference;
}

void judge_reference(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    Finding finding = start("reference.correct", contact.rubric.reference_correct);
    const std::string reference = reference_of(contact);
    const auto given = events.said("give_reference");
    if (reference.empty()) {
        finding.title = "No reference number to give";
        finding.why = "There was no request, so there was no reference number to give.";
    } else {
        finding.title = given.empty() ? "Reference number not given" : "Wrong reference number given";
        finding.why = given.empty() ? "The caller was not given the reference number " + reference + "." + kSecondHalf
                                    : "What you said at " + events.when(given.back().at) +
                                          " does not hold the reference number " + reference + ".";
        finding.evidence = evidence({events.filed ? events.filed->seq : 0, given.empty() ? 0 : given.back().seq});
        for (const TraineeLine& line : events.trainee) {
            if (!text::mentions_number(*line.text, reference)) continue;
            finding.points = finding.possible;
            finding.title = "Reference number right";
            finding.why = "You gave the reference number " + reference + " at " + events.when(line.at) + ".";
            finding.evidence = evidence({events.filed ? events.filed->seq : 0, line.seq});
            break;
        }
    }
    card.findings.push_back(std::move(finding));
}

/// The place as the caller said it, in one breath with nothing else for a house number.
bool names_place(const std::string& line, const text::StreetAddress& place) {
    if (!place.number.empty() && !text::mentions_number(line, place.number)) return false;
    // "42ND" may be said as "Forty-second": then the number stands for the place.
    const bool spelled =
        std::none_of(place.name.begin(), place.name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (place.number.empty() && !spelled) return false;
    return !spelled || mentions(line, place.name);
}

void judge_read_back(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    for (const FieldKey& field : contact.key.fields) {
        if (!field.place) continue;
        const text::StreetAddress place = text::parse_location(field.expected).first;
        if (place.name.empty()) return;
        Finding finding = start("read_back.correct", contact.rubric.read_back_correct);
        const auto read = events.said("read_back");
        finding.title = read.empty() ? "Address not read back" : "Address read back wrong";
        finding.why = read.empty()
                          ? "The address was never read back, so nobody could hear a wrong number: read " +
                                field.expected + " back before you file." + kSecondHalf
                          : "What you read back at " + events.when(read.back().at) + " is not " + field.expected + ".";
        finding.evidence = evidence({read.empty() ? 0 : read.back().seq});
        for (const TraineeLine& line : events.trainee) {
            if (!names_place(*line.text, place)) continue;
            finding.points = finding.possible;
            finding.title = "Address read back right";
            finding.why = "You read " + field.expected + " back at " + events.when(line.at) + ".";
            finding.evidence = evidence({line.seq});
            break;
        }
        card.findings.push_back(std::move(finding));
        return;
    }
}

void judge_no_date(const Case& contact, Finding& finding) {
    const ContactEvents& events = contact.events;
    const auto said = events.said("no_date_possible");
    const auto promised = events.said("promise_date");
    if (!promised.empty()) {
        finding.title = "Promised a date where none can be given";
        finding.why = "You promised a date at " + events.when(promised.front().at) + "; for this no date can be given.";
        finding.evidence = {promised.front().seq};
    } else if (said.empty()) {
        finding.title = "Did not say that no date can be given";
        finding.why = std::string("The caller was not told that no date can be given for this.") + kSecondHalf;
    } else {
        finding.points = finding.possible;
        finding.title = "Said that no date can be given";
        finding.why = "You said at " + events.when(said.front().at) + " that no date can be given.";
        finding.evidence = {said.front().seq};
    }
}

void judge_due(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    Finding finding = start("due.correct", contact.rubric.due_correct);
    const std::string due = events.filed ? (*events.filed)->due : contact.key.due;
    const std::optional<Day> day = read_day(due);
    if (!day) {
        judge_no_date(contact, finding);
        card.findings.push_back(std::move(finding));
        return;
    }
    const std::string date = in_words(*day);
    const auto given = events.said("give_due_date");
    finding.title = given.empty() ? "Due date not given" : "Wrong due date given";
    finding.why = given.empty() ? "The caller was not told the due date, " + date + "." + kSecondHalf
                                : "What you said at " + events.when(given.back().at) + " does not name the due date, " +
                                      due + ".";
    finding.evidence = evidence({events.filed ? events.filed->seq : 0, given.empty() ? 0 : given.back().seq});
    for (const TraineeLine& line : events.trainee) {
        if (!text::mentions_date(*line.text, day->year, day->month, day->day)) continue;
        finding.points = finding.possible;
        finding.title = "Due date right";
        finding.why = "You named the due date, " + date + ", at " + events.when(line.at) + ".";
        finding.evidence = evidence({events.filed ? events.filed->seq : 0, line.seq});
        break;
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_promises(const Case& contact, Scorecard& card) {
    if (expects(contact.key, "read_back")) judge_read_back(contact, card);
    if (expects(contact.key, "give_reference")) judge_reference(contact, card);
    if (expects(contact.key, "give_due_date") || expects(contact.key, "no_date_possible")) judge_due(contact, card);
}

}  // namespace shift311::scoring
