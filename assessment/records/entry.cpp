#include "assessment/records/entry.hpp"

#include "assessment/records/entry_json.hpp"
#include "assessment/records/store.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace shift311::records {
namespace {

/// The answers to disputes, by dispute; the first one stands.
void add_answers(const Store& store, const std::string& person, std::vector<standing::Dispute>& disputes) {
    for (const Entry& entry : store.entries("answer", person)) {
        const auto json = nlohmann::json::parse(entry.body, nullptr, false);
        if (!json.is_object()) continue;
        for (standing::Dispute& dispute : disputes) {
            if (dispute.id != json.value("dispute", "") || !dispute.answer.empty()) continue;
            dispute.answer = json.value("answer", "");
            dispute.answer_words = json.value("words", "");
            dispute.answered_by = json.value("by_name", "");
            dispute.answered_at = entry.at;
        }
    }
}

}  // namespace

void keep_program(Store& store, const standing::Program& program) {
    store.keep_rule("program", program.hash, to_json(program));
}

std::optional<standing::Program> kept_program(const Store& store, const std::string& hash) {
    const auto body = store.rule("program", hash);
    if (!body) return std::nullopt;
    standing::Program program;
    from_json(*body, program);
    return program;
}

void keep_rubric(Store& store, const std::string& hash, const std::string& json) {
    store.keep_rule("rubric", hash, json);
}

void keep_rubric(Store& store, const scoring::Rubric& rubric) {
    if (!rubric.hash.empty()) keep_rubric(store, rubric.hash, scoring::to_json(rubric));
}

std::optional<std::string> kept_rubric(const Store& store, const std::string& hash) {
    return store.rule("rubric", hash);
}

std::string add_event(Store& store, const std::string& about, standing::Event event) {
    if (event.kind.empty()) throw std::invalid_argument("An event needs its kind.");
    Entry entry;
    entry.id = event.id;
    entry.kind = "event";
    entry.about = about;
    entry.at = event.at;
    entry.by = event.by;
    entry.body = to_json(event);
    return store.add_entry(std::move(entry));
}

std::vector<standing::Event> events_of(const Store& store, const std::string& person) {
    std::vector<standing::Event> out;
    for (const Entry& entry : store.entries("event", person)) {
        standing::Event event;
        from_json(entry.body, event);
        event.id = entry.id;
        event.at = entry.at;
        event.by = entry.by;
        out.push_back(std::move(event));
    }
    return out;
}

std::vector<standing::Report> reports_of(const Store& store, const std::string& person) {
    std::vector<standing::Report> out;
    for (const Entry& entry : store.entries("report", person)) {
        standing::Report report;
        from_json(entry.body, report);
        report.id = entry.id;
        report.trainee = entry.about;
        report.rater = entry.by;
        report.at = entry.at;
        report.attempt = entry.attempt;
        report.contact = entry.contact;
        out.push_back(std::move(report));
    }
    return out;
}

std::string add_override(Store& store, const std::string& person, standing::Override change) {
    if (change.why.find_first_not_of(" \t\n") == std::string::npos)
        throw std::invalid_argument("Say why the automatic finding is changed; the trainee reads it.");
    if (change.points < 0 || change.points > change.possible)
        throw std::invalid_argument("The points must lie between 0 and what the criterion is worth.");
    store.attempt(change.attempt);  // NotFound when there is none
    Entry entry;
    entry.id = change.id;
    entry.kind = "override";
    entry.about = person;
    entry.attempt = change.attempt;
    entry.contact = change.contact;
    entry.at = change.at;
    entry.by = change.by;
    entry.body = to_json(change);
    return store.add_entry(std::move(entry));
}

std::vector<standing::Override> overrides_of(const Store& store, const std::string& attempt) {
    std::vector<standing::Override> out;
    for (const Entry& entry : store.entries("override", {}, attempt)) {
        standing::Override change;
        from_json(entry.body, change);
        change.id = entry.id;
        change.attempt = entry.attempt;
        change.contact = entry.contact;
        change.by = entry.by;
        change.at = entry.at;
        out.push_back(std::move(change));
    }
    return out;
}

std::string add_dispute(Store& store, const std::string& person, standing::Dispute dispute) {
    if (dispute.disputed && dispute.words.find_first_not_of(" \t\n") == std::string::npos)
        throw std::invalid_argument("Say in your own words what is wrong with the result.");
    store.attempt(dispute.attempt);
    for (const standing::Dispute& one : disputes_of(store, person))
        if (dispute.disputed && one.disputed && one.answer.empty() && one.attempt == dispute.attempt &&
            one.contact == dispute.contact && one.criterion == dispute.criterion)
            throw std::invalid_argument("You dispute this already; it waits for an answer.");
    Entry entry;
    entry.id = dispute.id;
    entry.kind = "dispute";
    entry.about = person;
    entry.attempt = dispute.attempt;
    entry.contact = dispute.contact;
    entry.at = dispute.at;
    entry.by = dispute.by;
    entry.body = to_json(dispute);
    return store.add_entry(std::move(entry));
}

void answer_dispute(Store& store, const std::string& dispute, const std::string& answer, const std::string& words,
                    const Person& by) {
    if (answer != "upheld" && answer != "changed")
        throw std::invalid_argument("A dispute is answered with \"upheld\" (the result stays) or \"changed\".");
    if (words.find_first_not_of(" \t\n") == std::string::npos)
        throw std::invalid_argument("Say why; the trainee reads the answer.");
    const auto all = disputes_of(store);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == dispute; });
    if (found == all.end()) throw std::invalid_argument("There is no dispute " + dispute + " in the records.");
    if (!found->disputed) throw std::invalid_argument("That result was acknowledged; there is nothing to answer.");
    if (!found->answer.empty()) throw std::invalid_argument("That dispute was answered already.");
    Entry entry;
    entry.kind = "answer";
    for (const Entry& asked : store.entries("dispute", {}, found->attempt))
        if (asked.id == dispute) entry.about = asked.about;
    for (const standing::Report& report : reports_of(store, entry.about))
        if (report.rater == by.id)
            throw std::invalid_argument(by.name + " has rated " + report.trainee_name +
                                        "; a dispute is answered by somebody who has not.");
    entry.attempt = found->attempt;
    entry.contact = found->contact;
    entry.by = by.id;
    try {
        entry.body =
            nlohmann::json{{"dispute", dispute}, {"answer", answer}, {"words", words}, {"by_name", by.name}}.dump();
    } catch (const nlohmann::json::exception&) {
        throw std::invalid_argument("That text is not readable (UTF-8); type it again.");
    }
    store.add_entry(std::move(entry));
}

std::vector<standing::Dispute> disputes_of(const Store& store, const std::string& person) {
    std::vector<standing::Dispute> out;
    for (const Entry& entry : store.entries("dispute", person)) {
        standing::Dispute dispute;
        from_json(entry.body, dispute);
        dispute.id = entry.id;
        dispute.attempt = entry.attempt;
        dispute.contact = entry.contact;
        dispute.by = entry.by;
        dispute.at = entry.at;
        out.push_back(std::move(dispute));
    }
    add_answers(store, person, out);
    std::stable_partition(out.begin(), out.end(),
                          [](const standing::Dispute& one) { return one.disputed && one.answer.empty(); });
    return out;
}

}  // namespace shift311::records
