// One sound training program, and what is said of it once it was changed.
#pragma once

#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace shift311::script::testing::program {

inline constexpr const char* kFile = "programs/6J55.yaml";

inline const std::string kSound = R"~(program: 6J55
title: Trainee
employer: Smallville
city: smallville
version: small-1
rubric: practice
clauses: [6J55-08]
phases:
  - { id: first, title: First calls, weeks: 2, families: [pothole, status], contacts: 3 }
  - { id: second, title: Emergencies, families: gas }
typing:
  wpm_net: 30
  ksph_net: 2500
  needed: 2
  out_of: 3
  basis: { from: center, note: The center's rule. }
exam:
  pass: { percent: 85, basis: { from: practice_value, note: Ours. } }
  floors:
    percent: { recording: 80, privacy: 90 }
    basis: { from: practice_value, note: Ours. }
  blueprint:
    - { id: street, title: Streets, families: [pothole, status], first: 15, second: 8 }
    - { id: urgent, title: Emergencies, families: [gas], first: 5, second: 2 }
  retests: 1
  second_rating_percent: 25
certification:
  valid_months: 12
  signed_by: Supervisor
  basis: { from: class_spec, note: Clause 9. }
dispute_days: 14
appeal: [Write to the office., They answer.]
failing: It ends there.
)~";

struct Row {
    const char* from;
    const char* to;
    std::vector<std::string> issues;
};

inline std::string changed(const Row& row, std::string text = kSound) {
    const std::size_t at = text.find(row.from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(row.from, at + 1) == std::string::npos);
    return text.replace(at, std::string(row.from).size(), row.to);
}

/// What is said of the program, without what the rubric has to say where another percentage is tried.
inline std::vector<std::string> said(const Content& content, const std::string& text) {
    content.write(kFile, text);
    std::vector<std::string> lines;
    for (const std::string& line : content.issues())
        if (line.find("exams are judged by one number") == std::string::npos) lines.push_back(line);
    return lines;
}

}  // namespace shift311::script::testing::program
