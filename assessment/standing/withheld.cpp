#include "assessment/standing/withheld.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace shift311::standing {

Stamp results_out_at(const std::vector<Event>& events, const std::string& form) {
    Stamp first;
    if (form.empty()) return first;
    for (const Event& event : events) {
        if (event.form != form) continue;
        if (event.kind != "exam_closed" && !(event.kind == "signed_off" && counts_as_signed(event))) continue;
        if (first.empty() || event.at < first) first = event.at;
    }
    return first;
}

bool results_out(const std::vector<Event>& events, Purpose purpose, const std::string& form) {
    return purpose != Purpose::exam || !results_out_at(events, form).empty();
}

bool results_out(const ExamResult& exam) {
    return !exam.closed.empty() || !exam.outcome.empty();
}

History for_examined(History history) {
    std::set<std::string> hidden;  // attempts: a rating names no form
    const auto drop = [&](const auto& fact) {
        if (results_out(history.events, fact.purpose, fact.form)) return false;
        hidden.insert(fact.attempt);
        return true;
    };
    auto& contacts = history.contacts;
    contacts.erase(std::remove_if(contacts.begin(), contacts.end(), drop), contacts.end());
    auto& triage = history.triage;
    triage.erase(std::remove_if(triage.begin(), triage.end(), drop), triage.end());
    auto& ratings = history.ratings;
    ratings.erase(std::remove_if(ratings.begin(), ratings.end(),
                                 [&](const RatingFact& rating) { return hidden.count(rating.attempt) != 0; }),
                  ratings.end());
    return history;
}

Standing for_examined(Standing standing) {
    const auto hide = [](ExamResult& exam) {
        if (results_out(exam)) return;
        ExamResult left;
        left.form = std::move(exam.form);
        left.seed = exam.seed;
        left.number = exam.number;
        left.opened = std::move(exam.opened);
        left.judged = exam.judged;
        exam = std::move(left);
    };
    for (ExamResult& exam : standing.exams)
        hide(exam);
    if (!standing.exam) return standing;
    const bool open = !results_out(*standing.exam);
    hide(*standing.exam);
    if (open && standing.state == State::exam_under_way)
        standing.next = "The exam is under way: " + std::to_string(standing.exam->judged) +
                        (standing.exam->judged == 1 ? " contact is" : " contacts are") +
                        " done. Results come once it is closed.";
    return standing;
}

bool to_rate_blind(const ExamResult& exam, const std::string& attempt, std::uint32_t contact) {
    const auto waits = [&](const SecondRating& one) {
        return one.attempt == attempt && one.contact == contact && one.ratings < one.needed;
    };
    return std::any_of(exam.second.begin(), exam.second.end(), waits) ||
           std::any_of(exam.undrawn.begin(), exam.undrawn.end(), waits);
}

bool to_rate_blind(const std::vector<ExamResult>& exams, const std::string& attempt, std::uint32_t contact) {
    return std::any_of(exams.begin(), exams.end(),
                       [&](const ExamResult& exam) { return to_rate_blind(exam, attempt, contact); });
}

int to_rate_blind(const ExamResult& exam) {
    return static_cast<int>(std::count_if(exam.second.begin(), exam.second.end(),
                                          [](const SecondRating& one) { return one.ratings < one.needed; }));
}

bool sums_withheld(const ExamResult& exam) {
    return exam.outcome.empty() && (!exam.undrawn.empty() || to_rate_blind(exam) > 0);
}

}  // namespace shift311::standing
