// What the drills at the desk ask of the program around them: attempts, journals and scorecards in the records.
#pragma once

#include "sim/app/desk_host.hpp"
#include "sim/app/drill_session.hpp"
#include "sim/desk/drill/drill_host.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace shift311::app {

class DrillDeskHost final : public desk::DrillHost {
  public:
    /// `desk` knows whose exam may be sat here. `seed`: of every drill that is begun; none: drawn anew.
    DrillDeskHost(const script::Library& library, records::Store& store, const DeskHost& desk,
                  std::optional<std::uint64_t> seed)
        : library_(library), store_(store), desk_(desk), seed_(seed) {}

    drill::Run& begin_drill(const std::string& person, const std::string& script, bool qualification) override;
    bool is_block(const std::string& plan) const override { return exam::block_of(plan) != 0; }
    drill::Run& sit_block(const std::string& person, const std::string& plan) override;
    std::optional<desk::OpenDrill> open_drill(const std::string& person, const std::string& script) override;
    drill::Run& resume_drill(const std::string& attempt) override;
    void set_drill_aside(const std::string& attempt) override;
    std::optional<scoring::Scorecard> drill_scorecard() override;
    void leave_drill() override { session_.reset(); }

  private:
    const script::Library& library_;
    records::Store& store_;
    const DeskHost& desk_;
    std::optional<std::uint64_t> seed_;
    std::unique_ptr<DrillSession> session_;
};

}  // namespace shift311::app
