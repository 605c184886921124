// Gathers a competency report from the records.
#include "assessment/journal/codec.hpp"
#include "assessment/records/digest.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/export_journal.hpp"
#include "assessment/reports/set_aside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace shift311::reports {
namespace {

using standing::Purpose;

constexpr std::size_t kMostMoments = 8;  // of one excerpt: enough to see what happened
constexpr std::size_t kAround = 1;       // moments told before and after each that a finding names

std::string clock(const ContactReport& contact, journal::Millis at) {
    const journal::Millis since = at - contact.start;
    return (since <= -1000 ? "\u2212" : "") + journal::clock_text(since < 0 ? -since : since);
}

Quotation quotation(const ContactReport& contact, const Moment& moment) {
    std::string text = moment.quote.empty() ? moment.what : "\u201c" + moment.quote + "\u201d";
    if (!moment.quote.empty() && !moment.what.empty()) text += " (" + moment.what + ")";
    return {moment.who, clock(contact, moment.at), std::move(text)};
}

/// The moments that the finding names and those next to them, oldest first.
std::vector<Quotation> excerpt(const ContactReport& contact, const scoring::Finding& finding) {
    std::set<std::size_t> shown;
    for (std::size_t i = 0; i < contact.timeline.size(); ++i) {
        const bool named = std::find(finding.evidence.begin(), finding.evidence.end(), contact.timeline[i].seq) !=
                           finding.evidence.end();
        if (!named) continue;
        for (std::size_t j = i < kAround ? 0 : i - kAround; j <= i + kAround && j < contact.timeline.size(); ++j)
            shown.insert(j);
    }
    std::vector<Quotation> out;
    for (const std::size_t i : shown) {
        if (out.size() == kMostMoments) break;
        out.push_back(quotation(contact, contact.timeline[i]));
    }
    return out;
}

void add_critical(std::vector<CriticalError>& out, const records::Store& store, const standing::ContactFact& fact,
                  std::vector<std::string>& set_aside) {
    if (fact.critical.empty()) return;
    // What is withheld was left out before this. An error of what cannot be read is told without its excerpt.
    AttemptReport attempt;
    unless_damaged(set_aside, fact.attempt, [&] {
        attempt = attempt_report(store.attempt(fact.attempt), store.journal(fact.attempt), store.keys(fact.attempt),
                                 store.scorecards(fact.attempt));
    });
    const auto contact = std::find_if(attempt.contacts.begin(), attempt.contacts.end(),
                                      [&](const auto& it) { return it.contact == fact.contact; });
    std::vector<const scoring::Finding*> findings;
    if (contact != attempt.contacts.end() && contact->card) {
        for (const scoring::Finding& finding : contact->card->card.findings) {
            if (finding.critical) findings.push_back(&finding);
        }
    }
    for (std::size_t i = 0; i < fact.critical.size(); ++i) {
        CriticalError error;
        error.attempt = fact.attempt;
        error.contact = fact.contact;
        error.at = fact.at;
        error.purpose = fact.purpose;
        error.form = fact.form;
        error.title = fact.title.empty() ? fact.script : fact.title;
        error.sentence = fact.critical[i];
        // The finding that says this sentence, or else the one in its place.
        const auto said = std::find_if(findings.begin(), findings.end(),
                                       [&](const auto* finding) { return finding->why == error.sentence; });
        const scoring::Finding* finding = said != findings.end() ? *said : i < findings.size() ? findings[i] : nullptr;
        if (finding) error.excerpt = excerpt(*contact, *finding);
        out.push_back(std::move(error));
    }
}

/// Attempts of exams and qualifications, with what they were.
std::map<std::string, std::string> official(const standing::History& history) {
    std::map<std::string, std::string> out;
    for (const standing::ContactFact& fact : history.contacts) {
        if (fact.purpose == Purpose::exam) out[fact.attempt] = "exam contacts";
    }
    for (const standing::TriageFact& fact : history.triage) {
        if (fact.purpose == Purpose::exam) out[fact.attempt] = fmt::format("emergency block {}", fact.block);
    }
    for (const standing::TypingFact& fact : history.typing) {
        if (fact.purpose == Purpose::qualification || fact.purpose == Purpose::exam)
            out[fact.attempt] = fact.dictation ? "typing test, dictation" : "typing test, copy";
    }
    return out;
}

}  // namespace

std::optional<standing::Program> program_of(const records::Store& store, const std::string& person,
                                            const std::vector<standing::Program>& known) {
    std::string id;
    for (const standing::Event& event : records::events_of(store, person)) {
        if (event.kind == "enrolled") id = event.program;
        if (event.kind == "withdrawn" && (event.program.empty() || event.program == id)) id.clear();
    }
    if (id.empty()) return std::nullopt;
    return program_named(store, id, known);
}

CompetencyReport competency_report(const records::Store& store, const standing::Program& program,
                                   const std::string& name, const std::string& prepared, Reader reader) {
    const records::Person person = known_person(store, name);
    CompetencyReport out;
    out.reader = reader;
    out.program = program;
    out.prepared = prepared;
    out.history = records::history_of(store, person.id);
    out.standing = standing::standing(program, out.history, prepared);
    std::vector<records::AttemptRow> rows = store.attempts(person.name);
    // What is not out yet is taken away at the source, so that no part of the report can tell it.
    std::set<std::string> hidden;
    if (reader == Reader::examined) {
        hidden = attempts_not_out(store, person.id, rows);
        rows = without(std::move(rows), hidden);
        out.history = standing::for_examined(std::move(out.history));
        out.standing = standing::for_examined(std::move(out.standing));
    }
    const auto take_away = [&](auto& list) {
        list.erase(
            std::remove_if(list.begin(), list.end(), [&](const auto& it) { return hidden.count(it.attempt) != 0; }),
            list.end());
    };
    out.practice = trainee_report(person, std::move(rows), prepared, official_attempts(out.history));
    out.practice.withheld = to_rate_blind_in(out.standing.exams);
    const std::map<std::string, std::string> exams = official(out.history);
    out.observations = records::reports_of(store, person.id);
    out.disputes = records::disputes_of(store, person.id);
    take_away(out.observations);
    take_away(out.disputes);
    std::sort(out.disputes.begin(), out.disputes.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    std::set<std::string> overridden;
    for (const records::Entry& entry : store.entries("override", person.id))
        overridden.insert(entry.attempt);
    for (const std::string& attempt : overridden) {
        for (standing::Override& change : records::overrides_of(store, attempt))
            out.overrides.push_back(std::move(change));
    }
    take_away(out.overrides);
    std::stable_sort(out.overrides.begin(), out.overrides.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    for (const standing::ContactFact& fact : out.history.contacts)
        if (!withheld(out, fact.attempt, fact.contact)) add_critical(out.critical, store, fact, out.set_aside);
    for (const records::AttemptRow& row : out.practice.attempts) {
        const auto what = exams.find(row.id);
        if (what == exams.end()) continue;
        JournalHash of{row.id, row.began, what->second, "cannot be read"};
        unless_damaged(out.set_aside, row.id,
                       [&] { of.hash = records::hex(records::digest(export_journal(store, row.id))); });
        out.journals.push_back(std::move(of));
    }
    for (const records::AttemptRow& row : out.practice.attempts)
        unless_damaged(out.set_aside, row.id, [&] { out.desk_time += store.length(row.id); });
    out.skills = software_skills(store, out, hidden);
    out.chain_head = records::chain_head(store);
    return out;
}

std::string competency_text(const CompetencyReport& report, Format format) {
    switch (format) {
        case Format::json:
            return competency_json(report);
        case Format::csv:
            return competency_csv(report);
        case Format::pdf:
            return pdf_of(competency_document(report));
        case Format::html:
            break;
    }
    return html_of(competency_document(report));
}

}  // namespace shift311::reports
