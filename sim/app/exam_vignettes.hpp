// A block of vignettes of an exam: emergencies among other calls, answered one by one.
#pragma once

#include "sim/app/drill_session.hpp"
#include "sim/app/options.hpp"

#include <memory>
#include <string>

namespace shift311::app {

/// Begins the block of vignettes that `plan` (exam::block_plan) names, or goes on with it where it was interrupted.
/// Throws std::runtime_error with one sentence when it is not what this person's exam goes on with.
std::unique_ptr<DrillSession> sit_block(const script::Library& library, records::Store& store, const std::string& plan,
                                        const std::string& person);

/// The block that options.sitting names, at the terminal or from lines on standing input. Opens the records for itself.
int sit_vignettes(const PlayOptions& options);

}  // namespace shift311::app
