// What the desk asks of the program around it: people, shifts, records, scorecards.
#pragma once

#include "sim/app/options.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/host.hpp"

#include <memory>
#include <string>
#include <vector>

namespace shift311::app {

class DeskHost final : public desk::Host {
  public:
    DeskHost(const script::Library& library, const Ear& ear, records::Store& store, const PlayOptions& options)
        : library_(library), ear_(ear), store_(store), options_(options) {}

    /// Who signed in at the desk: the open exam of theirs can be sat here. Empty: nobody.
    void seated(const std::string& person) { seated_ = person; }
    /// Whether this sitting is this person's to take here: of their own open exam, or seated by "exam sit".
    bool may_sit(const std::string& person, const std::string& sitting) const;

    std::vector<std::string> people() override;
    std::optional<std::string> add_person(const std::string& name) override;
    std::vector<desk::ShiftChoice> shifts() override;
    std::vector<desk::PastResult> results(const std::string& person) override;
    std::optional<desk::Interrupted> interrupted(const std::string& person) override;
    void set_aside(const std::string& attempt) override;
    shift::Run& start(const std::string& person, const std::string& shift, int level) override;
    shift::Run& resume(const std::string& attempt) override;
    std::vector<desk::Debrief> debriefs() override;
    std::vector<desk::Debrief> debriefs_of(const std::string& attempt) override;
    std::string recorded() override;
    desk::Settings settings(const std::string& person) override;
    void save(const std::string& person, const desk::Settings& settings) override;
    void leave_shift() override;

  private:
    std::string id_of(const std::string& person) const;
    /// Whether that is a sitting of an exam that was opened for this person.
    bool sitting_of(const std::string& person, const std::string& shift) const;

    const script::Library& library_;
    const Ear& ear_;
    records::Store& store_;
    const PlayOptions& options_;
    std::unique_ptr<Session> session_;
    std::string seated_;
};

}  // namespace shift311::app
