// One drill being played and written down: the run, its journal in the records, its scorecard at the end.
#pragma once

#include "assessment/records/store.hpp"
#include "sim/drill/run.hpp"
#include "sim/script/library.hpp"

#include <memory>
#include <optional>
#include <string>

namespace shift311::app {

struct DrillChoice {
    std::string person;
    std::string purpose = "drill";  ///< drill | qualification | exam
    std::string form;               ///< of an exam
    std::uint64_t seed = 0;
    scoring::Rubric rubric = {};  ///< what it is judged by, kept with the records
};
/// The rules of practice: the content's own, else the built-in ones.
scoring::Rubric drill_rubric(const script::Library& library);

class DrillSession {
  public:
    /// Begin a drill.
    DrillSession(records::Store& store, drill::Plan plan, const DrillChoice& choice);
    /// Take up an interrupted one exactly where it was. Throws std::runtime_error with one sentence when its content is
    /// gone or changed.
    DrillSession(records::Store& store, const script::Library& library, const std::string& attempt);
    DrillSession(const DrillSession&) = delete;
    DrillSession& operator=(const DrillSession&) = delete;

    drill::Run& run() { return *run_; }
    const std::string& attempt() const { return head_.attempt; }
    bool qualification() const { return head_.purpose == "qualification"; }
    /// Once the drill is over.
    const std::optional<scoring::Scorecard>& scorecard() const { return card_; }

  private:
    void open(drill::Plan plan);
    void conclude();

    records::Store& store_;
    journal::Head head_;
    scoring::Rubric rubric_;
    std::unique_ptr<drill::Run> run_;
    std::optional<scoring::Scorecard> card_;
};

/// The newest drill of this person that was begun and not finished, of the given kind (scoring::kTriage ...); empty:
/// of any kind. Exams are left to whoever runs them.
std::optional<records::OpenAttempt> interrupted_drill(const records::Store& store, const std::string& person,
                                                      std::string_view script = {});
/// The one city that has drills, or the named one. Throws std::runtime_error with one sentence when there is none.
struct DrillCity {
    const script::Drills* drills = nullptr;
    const city::City* city = nullptr;
};
DrillCity drill_city(const script::Library& library, const std::string& city = {});

}  // namespace shift311::app
