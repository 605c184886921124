// Where a trainee stands in a program, and why: a pure fold of the history under the program's rule.
#pragma once

#include "assessment/standing/exam.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::standing {

enum class State { in_training, ready_for_exam, exam_under_way, not_yet_competent, certified, expired };
std::string_view word(State state);   ///< "ready_for_exam"
std::string_view label(State state);  ///< "Ready for exam"

/// How a state was reached: who, when, why.
struct Transition {
    State from = State::in_training;
    State to = State::in_training;
    Stamp at;
    std::string by;  ///< name, or "rule"
    std::string why;
};

/// One thing between a trainee and the exam or certification, in plain words, with how far it is done.
struct Requirement {
    std::string id;     ///< "phase.streets", "typing.copy", "exam.calls"
    std::string label;  ///< "Practice missed-trash calls"
    int done = 0;
    int needed = 0;
    bool met = false;
};

struct Standing {
    State state = State::in_training;
    std::vector<Transition> transitions;   ///< oldest first
    std::vector<Requirement> eligibility;  ///< for the exam
    std::optional<ExamResult> exam;        ///< the newest exam, finished or not
    std::vector<ExamResult> exams;         ///< all of them, oldest first
    int retests_left = 0;
    bool enrolled = false, withdrawn = false;
    bool remediation_planned = false;  ///< after the newest "not yet competent": a plan is written
    bool remediation_due = false;      ///< a plan must be written, or its completion noted, before the next form
    Stamp certified_until;             ///< of the newest certification; empty: none
    std::string next;                  ///< one sentence: what to do next
};

/// Code of an accommodation that lifts the typing minimum, where speed is not essential.
inline constexpr std::string_view kTypingWaived = "typing_waived";

/// `today` is a UTC stamp; only expiry depends on it. Practice opens the way to an exam and never decides one.
Standing standing(const Program& program, const History& history, const Stamp& today);

/// Why no exam may be opened now, one sentence; empty: it may.
std::string exam_refusal(const Standing& standing);

}  // namespace shift311::standing
