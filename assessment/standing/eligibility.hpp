// What must be done before an exam: practice of every phase, a vignette drill, the typing qualification. Never scored.
#pragma once

#include "assessment/standing/standing.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace shift311::standing {

/// Takes facts in the order of their time and says at any moment how far a trainee is.
class Eligibility {
  public:
    explicit Eligibility(const Program& program);

    void add(const ContactFact& contact);  ///< practice only; others change nothing
    void add(const TriageFact& triage);    ///< finished drills only
    void add(const TypingFact& typing);    ///< finished qualification tests only
    void waive_typing() { typing_waived_ = true; }

    bool met() const;
    std::vector<Requirement> requirements() const;

  private:
    int reached(bool dictation) const;  ///< of the last so many tests
    Requirement phase(const Phase& phase) const;
    Requirement typing(bool dictation) const;

    const Program& program_;
    std::map<std::string, int> practiced_;  ///< contacts by family; families of no phase are not kept
    int lacking_ = 0;                       ///< contacts still to be practiced, all phases together
    int drills_ = 0;
    std::deque<std::int64_t> copy_, dictation_;  ///< net rates of the last tests
    bool typing_waived_ = false;
};

}  // namespace shift311::standing
