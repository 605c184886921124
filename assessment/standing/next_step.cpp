#include "assessment/standing/calendar.hpp"
#include "assessment/standing/fold.hpp"

namespace shift311::standing {
namespace {

std::string to_be_done(const Standing& standing) {
    for (const Requirement& one : standing.eligibility)
        if (!one.met)
            return one.label + " (" + std::to_string(one.done) + " of " + std::to_string(one.needed) + " done).";
    return {};
}

std::string in_exam(const ExamResult& exam) {
    if (exam.rule == Verdict::open) {
        if (exam.calls == Verdict::open)
            return "Take the exam's contacts: " + std::to_string(exam.judged) + " of " + std::to_string(kRuleCalls) +
                   " are done.";
        if (exam.calls == Verdict::further)
            return "Take the " + std::to_string(kRuleFurther) +
                   " further contacts: " + std::to_string(exam.judged - kRuleCalls) + " are done.";
        if (exam.emergency == Verdict::further) return "Take the second emergency block of 60 vignettes.";
        return "Take the emergency block of 60 vignettes.";
    }
    int waiting = 0;
    for (const SecondRating& one : exam.second)
        if (one.ratings < one.needed) ++waiting;
    if (waiting > 0)
        return std::to_string(waiting) + (waiting == 1 ? " exam contact waits" : " exam contacts wait") +
               " for a second rating by a trainer who has not seen its score.";
    return "The exam is taken and rated: its outcome waits for the supervisor's signature.";
}

}  // namespace

std::string next_step(const Program& program, const Standing& standing) {
    if (standing.withdrawn) return "Withdrawn from the program: a trainer can enroll the trainee again.";
    const bool ended = standing.state == State::certified || standing.state == State::expired;
    if (!standing.enrolled && standing.state != State::exam_under_way && !ended)
        return "Not enrolled yet: a trainer enrolls the trainee in \"" + program.title + "\".";
    const std::string todo = to_be_done(standing);
    switch (standing.state) {
        case State::in_training:
            return todo;
        case State::ready_for_exam:
            return "Ready: a trainer can open the exam.";
        case State::exam_under_way:
            return standing.exam ? in_exam(*standing.exam) : std::string{};
        case State::not_yet_competent:
            if (standing.retests_left == 0) return "No retest is left: what follows is for the supervisor to decide.";
            if (standing.remediation_due)
                return standing.remediation_planned ? "Complete the remediation plan; a trainer notes it as done."
                                                    : "A trainer writes a remediation plan with the trainee.";
            if (!todo.empty()) return todo;
            return "The remediation plan is completed: a trainer can open " +
                   std::string(standing.retests_left == 1 ? "the last retest." : "a retest.");
        case State::certified:
            return standing.certified_until.empty()
                       ? "Certified: nothing is to be done."
                       : "Certified: nothing is to be done before " + date_words(standing.certified_until) + ".";
        case State::expired:
            return "The certification expired on " + date_words(standing.certified_until) + ": " +
                   (todo.empty() ? "a trainer can open a new exam." : "before a new exam, " + todo);
    }
    return {};
}

}  // namespace shift311::standing
