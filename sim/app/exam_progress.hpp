// How far an exam has come: which part is next, from the form and the records.
#pragma once

#include "assessment/standing/exam.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"
#include "sim/app/session.hpp"

#include <string>

namespace shift311::app {

struct ExamPart {
    enum class Kind { sitting, vignettes };
    enum class State { waiting, under_way, done };
    Kind kind = Kind::sitting;
    State state = State::waiting;
    bool needed = true;  ///< the further block and the second look, only when the rule asks for them
    std::string title;   ///< "Sitting 2 of 4"
    std::string plan;    ///< what is sat: exam::Sitting::plan, or exam::block_plan
    int block = 1;       ///< of vignettes
    std::string attempt;
};

struct ExamProgress {
    standing::ExamResult result;
    std::vector<ExamPart> parts;
    bool complete = false;         ///< everything that the rule asks for was taken
    const ExamPart* next() const;  ///< null when nothing is left
};

ExamProgress progress_of(const standing::Program& program, const standing::History& history,
                         const standing::Event& opened, const exam::Form& form, const records::Store& store);

/// The event that opened the newest exam; null when there was none.
const standing::Event* newest_exam(const standing::History& history, const std::string& program);
/// The event that opened the exam which is under way; null when none is.
const standing::Event* open_exam(const standing::History& history, const std::string& program);

}  // namespace shift311::app
