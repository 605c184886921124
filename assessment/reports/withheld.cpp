#include "assessment/reports/withheld.hpp"

#include "assessment/records/entry.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace shift311::reports {
namespace {

using standing::Purpose;

bool is_exam(const journal::Head& head) {
    return head.purpose == "exam";
}

bool out(const std::vector<standing::Event>& events, const journal::Head& head) {
    return standing::results_out(events, is_exam(head) ? Purpose::exam : Purpose::practice, head.form);
}

}  // namespace

bool results_out(const records::Store& store, const std::string& attempt) {
    const records::AttemptRow row = store.attempt(attempt);
    return out(records::events_of(store, row.person), store.journal(attempt).head);
}

std::set<std::string> attempts_not_out(const records::Store& store, const std::string& person,
                                       const std::vector<records::AttemptRow>& rows) {
    const std::vector<standing::Event> events = records::events_of(store, person);
    std::map<std::string, bool> judged;  // attempts with a scorecard: what they were for stands beside it
    store.contact_facts(person, false, [&](const records::ContactRow& row) {
        const auto [place, added] = judged.emplace(row.fact.attempt, true);
        if (added) place->second = standing::results_out(events, row.fact.purpose, row.fact.form);
    });
    std::set<std::string> hidden;
    for (const records::AttemptRow& row : rows) {
        const auto known = judged.find(row.id);
        bool shown = true;
        try {
            shown = known != judged.end() ? known->second : out(events, store.journal(row.id).head);
        } catch (const std::exception&) {
            continue;  // damaged and never judged: there is no result to see
        }
        if (!shown) hidden.insert(row.id);
    }
    return hidden;
}

std::vector<records::AttemptRow> without(std::vector<records::AttemptRow> rows, const std::set<std::string>& attempts) {
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](const records::AttemptRow& row) { return attempts.count(row.id) != 0; }),
               rows.end());
    return rows;
}

std::optional<standing::Program> program_named(const records::Store& store, const std::string& id,
                                               const std::vector<standing::Program>& known) {
    std::optional<standing::Program> kept;
    for (const std::string& hash : store.rules("program")) {
        auto program = records::kept_program(store, hash);
        if (program && program->id == id) kept = std::move(program);
    }
    if (kept) return kept;
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& it) { return it.id == id; });
    if (found != known.end()) return *found;
    return std::nullopt;
}

std::vector<standing::ExamResult> exams_of(const records::Store& store, const standing::History& history,
                                           const std::vector<standing::Program>& known) {
    std::map<std::string, std::optional<standing::Program>> programs;
    std::set<std::string> forms;
    std::vector<standing::ExamResult> exams;
    for (const standing::Event& event : history.events) {
        if (event.kind != "exam_opened" || !forms.insert(event.form).second) continue;
        if (programs.count(event.program) == 0) programs[event.program] = program_named(store, event.program, known);
        if (const auto& program = programs[event.program])
            exams.push_back(standing::exam_result(*program, history, event));
    }
    return exams;
}

std::set<journal::ContactId> to_rate_blind(const records::Store& store, const std::string& attempt,
                                           const std::vector<standing::Program>& known) {
    return to_rate_blind(store, store.attempt(attempt), store.journal(attempt).head, known);
}

std::set<journal::ContactId> to_rate_blind(const records::Store& store, const records::AttemptRow& row,
                                           const journal::Head& head, const std::vector<standing::Program>& known) {
    std::set<journal::ContactId> due;
    if (!is_exam(head)) return due;
    const standing::History history = records::history_of(store, row.person);
    for (const standing::ExamResult& exam : exams_of(store, history, known))
        for (const auto* contacts : {&exam.second, &exam.undrawn})
            for (const standing::SecondRating& one : *contacts)
                if (one.attempt == row.id && standing::to_rate_blind(exam, row.id, one.contact))
                    due.insert(one.contact);
    return due;
}

std::set<std::string> to_rate_blind_in(const std::vector<standing::ExamResult>& exams) {
    std::set<std::string> attempts;
    for (const standing::ExamResult& exam : exams)
        for (const auto* contacts : {&exam.second, &exam.undrawn})
            for (const standing::SecondRating& one : *contacts)
                if (standing::to_rate_blind(exam, one.attempt, one.contact)) attempts.insert(one.attempt);
    return attempts;
}

}  // namespace shift311::reports
