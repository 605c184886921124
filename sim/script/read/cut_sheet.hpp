// The judges' sheet of a program: who estimated what, and whether the stated cut is the one that it gives.
#pragma once

#include "assessment/standing/program.hpp"
#include "sim/script/read/values.hpp"

namespace shift311::script::read {

/// Reads `judges` under `pass`, where it is given. The percentage and the blueprint have been read into the program;
/// `blueprint` is the latter's value, null where it is left out.
void read_cut_sheet(Report& report, const Node& pass, const Node* blueprint, standing::Program& program);

}  // namespace shift311::script::read
