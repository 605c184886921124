// One shift being played and written down: the run, its journal in the records, a scorecard for every contact.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "sim/app/content.hpp"
#include "sim/shift/run.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace shift311::app {

class Session {
  public:
    /// Begin a shift. `store` null: nothing is kept (demonstrations, rehearsals).
    Session(const script::Library& library, const Ear& ear, records::Store* store, const script::ShiftPlan& plan,
            const std::string& person, std::uint64_t seed, int level);
    /// Take up an interrupted one exactly where it was. Throws std::runtime_error with one sentence when its content is
    /// gone or changed.
    Session(const script::Library& library, const Ear& ear, records::Store& store, const std::string& attempt);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    shift::Run& run() { return *run_; }
    const std::string& attempt() const { return head_.attempt; }
    journal::Journal journal() const;
    const scoring::AnswerKey& key(journal::ContactId contact) const;
    /// The scorecard of a contact that is over; none before.
    std::optional<scoring::Scorecard> scorecard(journal::ContactId contact) const;
    std::vector<journal::ContactId> scored() const;

  private:
    void open(const script::Library& library, const Ear& ear, const script::ShiftPlan& plan, std::uint64_t seed,
              int level, const std::string& person);
    void applied(const shift::Event& event);
    void score(journal::ContactId contact);

    records::Store* store_ = nullptr;
    journal::Head head_;
    std::shared_ptr<const shift::Floor> floor_;
    std::unique_ptr<shift::Run> run_;
    std::map<journal::ContactId, scoring::Scorecard> cards_;
};

/// The plan called `id`: a shift, or "script:<id>". Throws WrongUsage with near names when there is none.
script::ShiftPlan find_plan(const script::Library& library, const std::string& id);

}  // namespace shift311::app
