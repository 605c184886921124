// A program and trainees of this room's tests, made up line by line.
#pragma once

#include "assessment/standing/exam.hpp"
#include "assessment/standing/standing.hpp"

#include <cstdint>
#include <string>

namespace shift311::standing::people {

/// Two phases of two families each, CERT-20/30, floors of 70 percent for recording and courtesy.
Program program();

/// Minute `minute` of a day in 2026, counted from March 1.
Stamp at(int day, int minute = 0);

/// splitmix64: the same numbers on every compiler.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::uint64_t below(std::uint64_t n) { return next() % n; }
    /// True in so many of a million.
    bool hits(std::uint64_t of_a_million) { return below(1'000'000) < of_a_million; }

  private:
    std::uint64_t state_;
};

ContactFact practice(const std::string& family, const Stamp& at, bool passed = true);
/// Number `number` of an exam: 95.00 of 100.00 points, or 60.00 when it failed.
ContactFact exam_contact(const std::string& form, int number, bool passed = true);
TriageFact block(const std::string& form, int number, int misses = 0, int false_transfers = 0);
TypingFact typing(const Stamp& at, bool dictation, std::int64_t rate);
Event event(const std::string& kind, const Stamp& at, const std::string& form = {}, const std::string& why = {});
Event signing(const Stamp& at, const std::string& form, const std::string& outcome, const std::string& code = "rule",
              const std::string& why = {});
RatingFact rating(const ContactFact& contact, const std::string& rater, bool passed, const Stamp& at);

/// Enrolled, and everything practiced and typed that an exam asks for.
History ready();
/// Adds an opened exam with so many of its contacts passed, the first ones failed, and a clean emergency block.
void take_exam(History& history, const std::string& form, int contacts, int passed, int day);
/// Adds one blind rating for everything that asks for one, agreeing with the machine.
void rate_all(const Program& program, History& history, const std::string& form);

}  // namespace shift311::standing::people
