#include "assessment/standing/standing.hpp"

#include "assessment/standing/fold.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace shift311::standing {
namespace {

using namespace std::string_view_literals;

// In the order of the enumeration.
constexpr std::array kWords{"in_training"sv,       "ready_for_exam"sv, "exam_under_way"sv,
                            "not_yet_competent"sv, "certified"sv,      "expired"sv};
constexpr std::array kLabels{"In training"sv,       "Ready for exam"sv, "Exam under way"sv,
                             "Not yet competent"sv, "Certified"sv,      "Certification expired"sv};

/// One thing that happened, whatever list it stands in.
struct Happened {
    const Stamp* at = nullptr;
    const ContactFact* contact = nullptr;
    const TriageFact* triage = nullptr;
    const TypingFact* typing = nullptr;
    const Event* event = nullptr;
};

/// What an exam looks at is left to exam_result(): here it would only be in the way.
std::vector<Happened> timeline(const Program& program, const History& history) {
    std::vector<Happened> all;
    for (const ContactFact& one : history.contacts)
        if (one.purpose == Purpose::practice) all.push_back({&one.at, &one, nullptr, nullptr, nullptr});
    for (const TriageFact& one : history.triage)
        if (one.purpose == Purpose::drill) all.push_back({&one.at, nullptr, &one, nullptr, nullptr});
    for (const TypingFact& one : history.typing)
        if (one.purpose == Purpose::qualification) all.push_back({&one.at, nullptr, nullptr, &one, nullptr});
    for (const Event& one : history.events)
        if (one.program.empty() || one.program == program.id) all.push_back({&one.at, nullptr, nullptr, nullptr, &one});
    std::stable_sort(all.begin(), all.end(), [](const Happened& a, const Happened& b) { return *a.at < *b.at; });
    return all;
}

}  // namespace

std::string_view word(State state) {
    return kWords.at(static_cast<std::size_t>(state));
}
std::string_view label(State state) {
    return kLabels.at(static_cast<std::size_t>(state));
}

Standing standing(const Program& program, const History& history, const Stamp& today) {
    Fold fold(program);
    for (const Happened& one : timeline(program, history)) {
        if (one.contact) fold.add(*one.contact);
        if (one.triage) fold.add(*one.triage);
        if (one.typing) fold.add(*one.typing);
        if (one.event) fold.add(*one.event);
    }
    Standing result = fold.finish(today);
    for (const Event* opened : fold.exams())
        result.exams.push_back(exam_result(program, history, *opened));
    if (!result.exams.empty()) result.exam = result.exams.back();
    result.next = next_step(program, result);
    return result;
}

std::string exam_refusal(const Standing& standing) {
    if (standing.withdrawn) return "The trainee was withdrawn from the program.";
    if (!standing.enrolled) return "The trainee is not enrolled in the program.";
    if (standing.state == State::exam_under_way) return "An exam is under way already.";
    if (standing.state == State::certified) return "The trainee is certified.";
    for (const Requirement& one : standing.eligibility)
        if (!one.met)
            return "Not ready for the exam: " + one.label + " (" + std::to_string(one.done) + " of " +
                   std::to_string(one.needed) + ").";
    if (standing.state != State::not_yet_competent) return {};
    if (standing.retests_left == 0) return "No retest is left in this program.";
    if (standing.remediation_due) return "A remediation plan must be written and completed before the next form.";
    return {};
}

}  // namespace shift311::standing
