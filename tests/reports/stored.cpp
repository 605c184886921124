#include "tests/reports/stored.hpp"

#include "assessment/scoring/assess.hpp"
#include "tests/records/made_up.hpp"

namespace shift311::reports::tests {

using namespace records::tests;

Stored stored_shift(bool only_call, const std::string& trainee) {
    Stored out;
    out.journal.head = made_up_head(trainee);
    out.journal.head.attempt = "4f2c91aa-0000-4000-8000-000000000001";
    out.journal.head.station = "5e000000-0000-4000-8000-000000000002";
    out.journal.head.program = "0.1.0";
    for (journal::Event& event : made_up_events()) {
        if (only_call && event.contact == 2) continue;
        event.seq = static_cast<journal::Seq>(out.journal.events.size() + 1);
        out.journal.events.push_back(std::move(event));
    }
    std::map<journal::ContactId, scoring::AnswerKey> keys{{1, pothole_key()}};
    if (!only_call) keys.emplace(2, permit_key());
    const journal::Head& head = out.journal.head;
    out.row.id = head.attempt;
    out.row.person = "ada00000-0000-4000-8000-000000000003";
    out.row.trainee = trainee;
    out.row.station = head.station;
    out.row.shift = head.shift;
    out.row.title = head.title;
    out.row.city = head.city;
    out.row.program = head.program;
    out.row.level = head.level;
    out.row.seed = head.seed;
    out.row.began = head.began;
    out.row.ended = "2026-11-21T20:14:02Z";
    out.row.why = "finished";
    out.row.contacts = static_cast<int>(keys.size());
    for (const auto& [contact, key] : keys) {
        out.keys[contact] = scoring::to_json(key);
        records::StoredCard card;
        card.contact = contact;
        card.number = 1;
        card.made = out.row.ended;
        card.card = scoring::assess(key, out.journal, contact);
        card.rubric = card.card.rubric;
        card.program = head.program;
        card.through = static_cast<journal::Seq>(out.journal.events.size());
        out.row.points += card.card.points;
        out.row.possible += card.card.possible;
        out.row.contacts_passed += card.card.passed ? 1 : 0;
        out.row.critical += static_cast<int>(card.card.critical.size());
        ++out.row.scored;
        out.cards.push_back(std::move(card));
    }
    return out;
}

records::AttemptRow listed(int number, int percent, bool passed, const std::string& why) {
    records::AttemptRow row;
    const std::string two = (number < 10 ? "0" : "") + std::to_string(number);
    row.id = "0000" + two + "00-0000-4000-8000-000000000000";
    row.trainee = "Dana Reyes";
    row.shift = "first-shift";
    row.title = "First shift";
    row.began = "2026-11-" + two + "T08:00:00Z";
    row.why = why;
    row.contacts = row.scored = 1;
    row.contacts_passed = passed ? 1 : 0;
    row.points = percent * 100;
    row.possible = 10'000;
    row.competencies["listening"] = {percent * 50, 5000};
    row.competencies["tempo"] = {percent * 50, 5000};
    return row;
}

}  // namespace shift311::reports::tests
