// What the drills ask of the program around the desk.
#pragma once

#include "assessment/scoring/scorecard.hpp"
#include "sim/drill/run.hpp"

#include <optional>
#include <string>

namespace shift311::desk {

struct OpenDrill {
    std::string attempt;
    std::string title;
    std::string when;  ///< "Sat Nov 21, 19:49"
};

class DrillHost {
  public:
    virtual ~DrillHost() = default;
    /// `script`: scoring::kTriage, kCopyTest or kDictation. `qualification`: of the typing drills, one that counts.
    /// Throws std::runtime_error with a sentence.
    virtual drill::Run& begin_drill(const std::string& person, const std::string& script, bool qualification) = 0;
    /// Whether that names a block of vignettes of an exam.
    virtual bool is_block(const std::string& plan) const = 0;
    /// That block, begun or gone on with. Throws std::runtime_error with a sentence.
    virtual drill::Run& sit_block(const std::string& person, const std::string& plan) = 0;
    virtual std::optional<OpenDrill> open_drill(const std::string& person, const std::string& script) = 0;
    virtual drill::Run& resume_drill(const std::string& attempt) = 0;
    virtual void set_drill_aside(const std::string& attempt) = 0;
    /// Of the drill that is over.
    virtual std::optional<scoring::Scorecard> drill_scorecard() = 0;
    /// Back to the start; a drill that is not over stays to be taken up again.
    virtual void leave_drill() = 0;
};

}  // namespace shift311::desk
