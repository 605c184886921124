// The cut that a program's judges set, from the sheet that is kept with it.
#pragma once

#include "assessment/measure/cut_score.hpp"
#include "assessment/standing/program.hpp"

#include <optional>

namespace shift311::standing {

/// How often each cell of the blueprint counts: the contacts that the exam can draw from it, of all 30. Every contact
/// is held against the same cut, so each kind weighs what it makes of the exam.
std::vector<int> cut_weights(const Program& program);

/// What the sheet gives, an item a contact: cells in the blueprint's order. Empty without a sheet, and where a judge
/// left a cell out.
std::optional<measure::CutScore> cut_score(const Program& program);
/// The same in the whole percent that contacts are held against, less the standard errors that the sheet takes off.
/// `less_errors`: instead of those.
std::optional<int> whole_cut(const Program& program);
std::optional<int> whole_cut(const Program& program, int less_errors);

}  // namespace shift311::standing
