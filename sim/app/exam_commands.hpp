// The commands of programs and exams, one function a command.
#pragma once

#include "sim/app/exam_acting.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shift311::app {

struct ExamOptions {
    ActOptions act;
    std::string name;     ///< of the trainee
    std::string program;  ///< enroll
    std::string outcome;  ///< sign: certified | not_yet; remediate: plan | done; answer: upheld | changed
    std::string why;
    std::optional<std::uint64_t> seed;
    bool text = false, mute = false;
    std::string control_tree;

    std::string attempt, criterion, dispute;
    std::uint32_t contact = 0;
    std::string points;  ///< as written: "2.5"
    bool passed = false, failed = false, seen = false, critical = false, not_critical = false;
    std::string file, day, most, least;
    bool draft = false;
    std::vector<std::string> marks, comments;  ///< "courtesy=5", "courtesy=words"
};

int enroll(const ExamOptions& options);
int show_standing(const ExamOptions& options);
int exam_open(const ExamOptions& options);
int exam_sit(const ExamOptions& options);
int exam_status(const ExamOptions& options);
int exam_close(const ExamOptions& options);
int rate(const ExamOptions& options);
int observe(const ExamOptions& options);  ///< dor
int sign(const ExamOptions& options);
int remediate(const ExamOptions& options);
int override_finding(const ExamOptions& options);
int acknowledge(const ExamOptions& options);
int dispute(const ExamOptions& options);
int show_disputes(const ExamOptions& options);
int answer(const ExamOptions& options);

}  // namespace shift311::app
