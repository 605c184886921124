// The six states, event by event: what moves a trainee from one to the next, inside this room.
#pragma once

#include "assessment/standing/eligibility.hpp"
#include "assessment/standing/standing.hpp"

#include <set>
#include <string>
#include <vector>

namespace shift311::standing {

/// Total: any event in any state is taken, and one that means nothing there changes nothing.
class Fold {
  public:
    explicit Fold(const Program& program) : program_(program), eligibility_(program) {}

    template <typename Fact>
    void add(const Fact& fact) {
        eligibility_.add(fact);
        look_at_eligibility(fact.at);
    }
    void add(const Event& event);

    /// Everything but the exams and the next step.
    Standing finish(const Stamp& today);
    /// The events that opened an exam, each form once.
    const std::vector<const Event*>& exams() const { return exams_; }

  private:
    void open_exam(const Event& event);
    void sign(const Event& event);
    void withdraw(const Event& event);
    void look_at_eligibility(const Stamp& at);
    void expire(const Stamp& now);
    void go(State to, const Event& event, std::string why);
    void go_by_rule(State to, const Stamp& at, std::string why);

    const Program& program_;
    Eligibility eligibility_;
    Standing standing_;
    std::vector<const Event*> exams_;
    std::set<std::string> forms_;
    int forms_taken_ = 0;   ///< since the last certification
    int forms_before_ = 0;  ///< that led to it
    std::string certified_by_form_;
    bool planned_ = false, remedied_ = false;
};

/// One sentence: what to do next. Exams are judged already.
std::string next_step(const Program& program, const Standing& standing);

}  // namespace shift311::standing
