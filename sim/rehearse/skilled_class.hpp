// A simulated class over weeks: contacts, drills, reports, disputes and exams of players of known skill, kept as real
// ones are.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/standing/standing.hpp"
#include "sim/exam/form.hpp"
#include "sim/rehearse/skilled_papers.hpp"
#include "sim/rehearse/skilled_people.hpp"
#include "sim/shift/floor.hpp"
#include "sim/shift/run.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace shift311::rehearse {

struct ClassPlan {
    int trainees = 60;
    int weeks = 8;
    int contacts_a_week = 8;
    std::uint64_t seed = 1;
    std::string first_day = "2026-07-20";  ///< a Monday; eight weeks and the exams after them are over by now
    std::string software;                  ///< version that plays and judges
};

/// One trainee of the class, at the end.
struct ClassMember {
    SimulatedPerson who;
    records::Person record;
    int contacts = 0, passed = 0;  ///< practice
    standing::History history;     ///< as far as competence is judged by it
    standing::Standing standing;
    std::string exam_refused;  ///< why no exam was held, one sentence; empty: one was, or none was due
};

/// What the dictionaries of the place say about the writing of one contact.
using Spelled = std::function<scoring::Spelling(const city::City& city, const scoring::AnswerKey& key,
                                                const journal::Journal& journal, journal::ContactId contact)>;

class SimulatedClass {
  public:
    /// All of these must outlive the class. Without `spelled`, spelling is not looked at. The store must hold nobody
    /// yet. Throws std::invalid_argument, one sentence, for a plan that makes no sense or when the city has nothing to
    /// practice.
    SimulatedClass(const script::Library& library, const standing::Program& program, records::Store& store,
                   shift::Run::Understand understand, ClassPlan plan, Spelled spelled = {});

    /// The whole course, and then the exams that the content has forms for. `told`: after each week, 1 ...
    void run(const std::function<void(int week)>& told = {});
    const std::vector<ClassMember>& members() const { return members_; }
    /// Midday of the last day that anything happened on.
    standing::Stamp last() const;

  private:
    struct Played {
        std::string attempt;
        std::vector<standing::ContactFact> facts;
        std::vector<scoring::Scorecard> cards;
    };
    /// One sitting, where and when, and what it is for.
    struct Seat {
        std::string began;
        std::string purpose, form;
        int level = 1;
        std::uint64_t seed = 0;
    };

    void enroll();
    void practice_day(ClassMember& member, std::size_t place, int week, int day);
    const script::Script* script_of(const ClassMember& member, const std::string& family, script::Random& random) const;
    std::vector<std::string> lacking(const ClassMember& member) const;
    std::vector<const script::Script*> practiced_next(const ClassMember& member, int count, int week,
                                                      const standing::Stamp& today, script::Random& random) const;
    const script::ShiftPlan* whole_shift(script::Random& random) const;
    void drills(ClassMember& member, std::size_t place, int week);
    void write_papers(ClassMember& member, std::size_t place, const Played& played, int day);
    void observe(ClassMember& member, std::size_t place, const std::vector<standing::ContactFact>& facts, int day);

    Played play(ClassMember& member, const script::ShiftPlan& plan, const Seat& seat, const Skill& skill);
    void play_drill_of(ClassMember& member, const drill::Plan& plan, const Seat& seat, const DrillSkill& skill);
    scoring::Points possible_in(const script::Cast& cast, const city::City& city);
    scoring::Scorecard judged(const city::City& city, const scoring::AnswerKey& key, const journal::Journal& journal,
                              journal::ContactId contact) const;

    void hold_exams();
    bool hold_exam(ClassMember& member, std::size_t place, int day);
    void take_sittings(ClassMember& member, const exam::Form& form, bool further, int day);
    void take_vignettes(ClassMember& member, const exam::Form& form, std::size_t block, const std::string& at);
    void rate_exam(ClassMember& member, std::size_t place, const standing::Event& opened, int day);
    void add_event(ClassMember& member, standing::Event event);
    standing::Event made(const std::string& kind, const records::Person& by, const standing::Stamp& at) const;

    std::string stamp(int day, int minute) const;  ///< of the course's day, minutes after midnight UTC
    std::string uuid();

    const script::Library& library_;
    const standing::Program& program_;
    records::Store& store_;
    shift::Run::Understand understand_;
    Spelled spelled_;
    shift::Grounds grounds_;
    ClassPlan plan_;
    scoring::Rubric rubric_;
    script::Random random_;
    std::vector<ClassMember> members_;
    std::vector<std::set<std::string>> given_out_;  ///< to each member: what earlier forms held
    std::vector<script::Random> chances_;           ///< of each member, so that nobody's luck depends on the others
    std::vector<records::Person> trainers_;
    records::Person supervisor_;
    std::map<std::string, scoring::Points> possible_;
    int day_ = 0;  ///< the last one that anything happened on
};

}  // namespace shift311::rehearse
