// One shift being played and written down: the run, its journal in the records, a scorecard for every contact.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "sim/app/content.hpp"
#include "sim/exam/form.hpp"
#include "sim/shift/run.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace shift311::app {

class Session {
  public:
    /// Begin a shift. `store` null: nothing is kept (demonstrations, rehearsals).
    Session(const script::Library& library, const Ear& ear, records::Store* store, const script::ShiftPlan& plan,
            const std::string& person, std::uint64_t seed, int level);
    /// Begin a sitting of an exam: level 4, judged by the rubric that the program names. Throws std::runtime_error with
    /// one sentence when there is no such rubric.
    Session(const script::Library& library, const Ear& ear, records::Store& store, const standing::Program& program,
            const exam::Form& form, const exam::Sitting& sitting, const std::string& person);
    /// Take up an interrupted one exactly where it was. Throws std::runtime_error with one sentence when its content is
    /// gone or changed.
    Session(const script::Library& library, const Ear& ear, records::Store& store, const std::string& attempt);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    shift::Run& run() { return *run_; }
    const std::string& attempt() const { return head_.attempt; }
    /// Results of an exam come with its report: nothing of them is shown at the desk.
    bool is_exam() const { return head_.purpose == "exam"; }
    journal::Journal journal() const;
    const scoring::AnswerKey& key(journal::ContactId contact) const;
    /// The scorecard of a contact that is over; none before.
    std::optional<scoring::Scorecard> scorecard(journal::ContactId contact) const;
    std::vector<journal::ContactId> scored() const;

  private:
    void open(const script::Library& library, const Ear& ear, const script::ShiftPlan& plan, std::uint64_t seed,
              int level, const std::string& person);
    void begin(const script::ShiftPlan& plan, std::uint64_t seed, const std::string& person);
    void applied(const shift::Event& event);
    void score(journal::ContactId contact);

    records::Store* store_ = nullptr;
    journal::Head head_;
    scoring::Rubric rubric_;
    std::shared_ptr<const shift::Floor> floor_;
    std::unique_ptr<shift::Run> run_;
    std::map<journal::ContactId, scoring::Scorecard> cards_;
};

/// The plan called `id`: a shift, or "script:<id>". Throws WrongUsage when there is none, and when it
/// is kept for exams.
script::ShiftPlan find_plan(const script::Library& library, const std::string& id);
/// The plan that an attempt was played by, a sitting of an exam included. Throws WrongUsage, or std::runtime_error with
/// one sentence when the exam's form is not what it was.
script::ShiftPlan plan_of(const script::Library& library, const records::Store& store, const journal::Head& head);

/// The form is kept in the records from the day the exam is opened; `kept_form` gives it back as it was drawn, or
/// throws std::runtime_error with one sentence.
void keep_form(records::Store& store, const exam::Form& form);
exam::Form kept_form(const script::Library& library, const records::Store& store, const std::string& program,
                     const std::string& form);
/// Scripts and vignettes of a form, as exam::contents gives them; nothing when this desk's records don't hold it.
std::set<std::string> kept_contents(const records::Store& store, const std::string& form);
/// Begins this sitting, or goes on with it where it was interrupted.
std::unique_ptr<Session> sit(const script::Library& library, const Ear& ear, records::Store& store,
                             const std::string& sitting, const std::string& person);
/// The newest practice shift of this person that was interrupted. A sitting of an exam goes on by "exam sit" alone, a
/// drill by "drill" or its own screen.
std::optional<records::OpenAttempt> interrupted_practice(const records::Store& store, const std::string& person);
/// What the trainee is told where results would stand.
inline const std::string kRecorded = "Recorded. Results come with the report, once the exam is closed.";

/// The rubric that the program names, or the program of a form; throws std::runtime_error with one sentence when there
/// is none.
scoring::Rubric rubric_of(const script::Library& library, const standing::Program& program);
scoring::Rubric rubric_of_form(const script::Library& library, const std::string& form);

}  // namespace shift311::app
