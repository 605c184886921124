// One person's history, drawn together from facts and entries.
#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/drill.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"

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
        if (mark.kind != standing::Mark::Kind::not_observed) rating.marks[competency] = mark.value;
    rating.why = !report.least.empty() ? std::move(report.least) : std::move(report.most);
    return rating;
}

standing::TriageFact triage_of(const standing::ContactFact& fact, const scoring::Scorecard& card) {
    scoring::TriageResult result = scoring::triage_result(card);
    standing::TriageFact out;
    out.attempt = fact.attempt;
    out.at = fact.at;
    out.purpose = fact.purpose;
    out.form = fact.form;
    out.block = result.block;
    out.shown = result.shown;
    out.emergencies = result.emergencies;
    out.misses = result.misses;
    out.false_transfers = result.false_transfers;
    out.wrong_agency = result.wrong_agency;
    out.finished = result.finished;
    out.missed = std::move(result.missed);
    return out;
}

standing::TypingFact typing_of(const standing::ContactFact& fact, const scoring::Scorecard& card) {
    const scoring::TypingResult result = scoring::typing_result(card);
    standing::TypingFact out;
    out.attempt = fact.attempt;
    out.at = fact.at;
    out.purpose = fact.purpose;
    out.dictation = result.dictation;
    out.wpm_gross = result.wpm_gross;
    out.wpm_net = result.wpm_net;
    out.ksph_gross = result.ksph_gross;
    out.ksph_net = result.ksph_net;
    out.uncorrected_permille = result.uncorrected_permille;
    out.seconds = result.seconds;
    out.finished = result.finished;
    return out;
}

/// A drill is one contact; its figures stand in the scorecard only.
void add_drill(const Store& store, const standing::ContactFact& fact, standing::History& history) {
    for (const StoredCard& stored : store.scorecards(fact.attempt)) {
        if (stored.contact != fact.contact) continue;
        if (scoring::is_triage(fact.script))
            history.triage.push_back(triage_of(fact, stored.card));
        else
            history.typing.push_back(typing_of(fact, stored.card));
    }
}

}  // namespace

standing::History history_of(const Store& store, const std::string& person) {
    standing::History history;
    history.person = person;
    for (const Person& one : store.people())
        if (one.id == person) history.name = one.name;
    std::vector<standing::ContactFact> drills;
    store.contact_facts(person, false, [&](const ContactRow& row) {
        if (!row.counts()) return;
        (scoring::is_drill(row.fact.script) ? drills : history.contacts).push_back(row.fact);
    });
    for (const standing::ContactFact& drill : drills)
        add_drill(store, drill, history);
    history.events = events_of(store, person);
    for (standing::Report& report : reports_of(store, person))
        if (!report.attempt.empty() && report.passed) history.ratings.push_back(rating_of(std::move(report)));
    return history;
}

}  // namespace shift311::records
