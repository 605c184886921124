// Reviews, ratings, overrides and disputes, as the screens by role have them.
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "sim/app/exam_acting.hpp"
#include "sim/app/office_host.hpp"
#include "sim/app/output.hpp"
#include "sim/city/calendar.hpp"
#include "sim/exam/form.hpp"

#include <algorithm>
#include <stdexcept>

namespace shift311::app {

using records::Right;

namespace {

std::int64_t day_of(const std::string& stamp) {
    city::Date date;
    return city::parse_iso(stamp.substr(0, 10), date) ? city::day_number(date) : 0;
}

}  // namespace

desk::Review OfficeHost::review(const std::string& attempt, bool blind) {
    const records::AttemptRow row = store_.attempt(attempt);
    demand(Right::review);
    const std::set<journal::ContactId> due = reports::to_rate_blind(store_, attempt, library_.programs);
    const bool rates = records::may(account_->role, Right::rate);
    const std::vector<standing::Report> reports = records::reports_of(store_, row.person);
    const std::vector<standing::Override> changes = records::overrides_of(store_, attempt);
    const std::vector<standing::Dispute> disputes = records::disputes_of(store_, row.person);
    const journal::Journal journal = store_.journal(attempt);
    const auto keys = store_.keys(attempt);

    desk::Review out{attempt,
                     row.person,
                     row.trainee,
                     row.title,
                     local_time(row.began),
                     exam::is_sitting(row.shift) ? "Exam" : "Practice",
                     {}};
    for (const records::StoredCard& stored : store_.scorecards(attempt)) {
        const auto key = keys.find(stored.contact);
        if (key == keys.end()) continue;
        desk::ReviewContact contact;
        desk::Debrief& debrief = contact.debrief;
        debrief.contact = stored.contact;
        debrief.key = scoring::key_from_json(key->second);
        debrief.words = desk::words_of(library_, debrief.key.script);
        for (const journal::Event& event : journal.events) {
            if (event.contact != stored.contact) continue;
            if (std::holds_alternative<journal::Answered>(event.act)) debrief.answered = event.at;
            debrief.events.push_back(event);
        }
        const auto of_contact = [&](const standing::Report& r) {
            return r.attempt == attempt && r.contact == stored.contact;
        };
        const bool mine = std::any_of(reports.begin(), reports.end(),
                                      [&](const standing::Report& r) { return of_contact(r) && r.rater == my_id(); });
        // Why a second rating is due would say what the machine found; that it is due does not.
        if (rates && due.count(stored.contact) != 0) contact.rate_blind = "This contact waits for a second rating.";
        contact.blind = rates && !mine && (blind || !contact.rate_blind.empty());
        if (contact.blind) {
            debrief.card.title = stored.card.title;
        } else {
            debrief.card = stored.card;
            std::copy_if(reports.begin(), reports.end(), std::back_inserter(contact.ratings), of_contact);
            for (const standing::Override& change : changes)
                if (change.contact == stored.contact) contact.changes.push_back(change);
            for (const standing::Dispute& dispute : disputes)
                if (dispute.attempt == attempt && dispute.contact == stored.contact)
                    contact.disputes.push_back(dispute);
        }
        out.contacts.push_back(std::move(contact));
    }
    return out;
}

standing::Report OfficeHost::draft_day(const std::string& person) {
    demand(Right::rate);
    const records::Person trainee = known(person);
    demand_other(trainee.id);
    standing::Report report;
    report.trainee = trainee.id;
    report.trainee_name = trainee.name;
    report.rater = my_id();
    report.rater_name = account_->person.name;
    report.at = wall_clock();
    report.day = report.at.substr(0, 10);
    const standing::History history = records::history_of(store_, trainee.id);
    if (const standing::Program* program = program_of(history)) {
        std::vector<standing::ContactFact> day;
        for (const standing::ContactFact& fact : history.contacts)
            if (fact.at.substr(0, 10) == report.day && fact.purpose != standing::Purpose::exam) day.push_back(fact);
        report.marks = standing::draft(day, *program);
    }
    return report;
}

standing::Report OfficeHost::draft_contact(const std::string& attempt, journal::ContactId contact, bool blind) {
    demand(Right::rate);
    const records::AttemptRow row = store_.attempt(attempt);
    demand_other(row.person);
    standing::Report report;
    report.trainee = row.person;
    report.trainee_name = row.trainee;
    report.rater = my_id();
    report.rater_name = account_->person.name;
    report.at = wall_clock();
    report.attempt = attempt;
    report.contact = contact;
    report.blind = blind;
    if (blind) return report;  // a suggestion would be the machine's judgment by another name
    const standing::History history = records::history_of(store_, row.person);
    if (const standing::Program* program = program_of(history)) {
        std::vector<standing::ContactFact> one;
        for (const standing::ContactFact& fact : history.contacts)
            if (fact.attempt == attempt && fact.contact == contact) one.push_back(fact);
        report.marks = standing::draft(one, *program);
    }
    return report;
}

void OfficeHost::sign(const standing::Report& report) {
    demand(Right::rate);
    demand_other(report.trainee);
    standing::Report mine = report;
    mine.rater = my_id();
    mine.rater_name = account_->person.name;
    mine.at = wall_clock();
    records::add_report(store_, mine);
}

void OfficeHost::override_finding(const std::string& trainee, const standing::Override& change) {
    demand(Right::rate);
    demand_other(trainee);
    if (reports::to_rate_blind(store_, change.attempt, library_.programs).count(change.contact) != 0)
        throw std::runtime_error(kRateFirst);
    if (change.points == change.machine_points && change.critical == change.machine_critical)
        throw std::runtime_error("That is what the machine found already: " + points_text(change.points) + " of " +
                                 points_text(change.possible) + ".");
    standing::Override mine = change;
    mine.by = my_id();
    mine.by_name = account_->person.name;
    mine.at = wall_clock();
    records::add_override(store_, trainee, mine);
}

std::vector<desk::DisputeLine> OfficeHost::disputes() {
    demand(Right::answer_dispute);
    std::vector<desk::DisputeLine> out;
    const std::int64_t today = day_of(wall_clock());
    for (const standing::Dispute& dispute : records::disputes_of(store_)) {
        if (!dispute.disputed) continue;
        desk::DisputeLine line;
        line.dispute = dispute;
        line.trainee = dispute.by_name;
        line.when = local_time(dispute.at);
        line.days = static_cast<int>(today - day_of(dispute.at));
        line.title = store_.attempt(dispute.attempt).title;
        const bool due = reports::to_rate_blind(store_, dispute.attempt, library_.programs).count(dispute.contact) != 0;
        for (const records::StoredCard& stored : store_.scorecards(dispute.attempt)) {
            if (stored.contact != dispute.contact) continue;
            line.title = stored.card.title;
            if (due) {
                line.machine = std::string("withheld ") + reports::kUntilRated;
                continue;
            }
            line.machine = points_text(stored.card.points) + " of " + points_text(stored.card.possible);
            for (const scoring::Finding& f : stored.card.findings) {
                if (f.criterion != dispute.criterion) continue;
                line.finding = f.title.empty() ? f.why : f.title;
                line.machine = points_text(f.points) + " of " + points_text(f.possible);
            }
        }
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace shift311::app
