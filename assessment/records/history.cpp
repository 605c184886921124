// One person's history, drawn together from facts and entries.
#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"

#include <utility>

namespace shift311::records {
namespace {

standing::RatingFact rating_of(standing::Report&& report) {
    standing::RatingFact rating;
    rating.id = std::move(report.id);
    rating.attempt = std::move(report.attempt);
    rating.contact = report.contact;
    rating.at = std::move(report.at);
    rating.rater = std::move(report.rater);
    rating.rater_name = std::move(report.rater_name);
    rating.blind = report.blind;
    rating.passed = report.passed.value_or(false);
    for (const auto& [competency, mark] : report.marks)
        if (mark.kind == standing::Mark::Kind::number) rating.marks[competency] = mark.value;
    rating.why = !report.least.empty() ? std::move(report.least) : std::move(report.most);
    return rating;
}

}  // namespace

standing::History history_of(const Store& store, const std::string& person) {
    standing::History history;
    history.person = person;
    for (const Person& one : store.people())
        if (one.id == person) history.name = one.name;
    store.contact_facts(person, false, [&](const ContactRow& row) {
        if (row.counts()) history.contacts.push_back(row.fact);
    });
    history.events = events_of(store, person);
    for (standing::Report& report : reports_of(store, person))
        if (!report.attempt.empty() && report.passed) history.ratings.push_back(rating_of(std::move(report)));
    return history;
}

}  // namespace shift311::records
