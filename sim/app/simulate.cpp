// shift311 simulate: a cohort of rehearsed trainees of known skill.
#include "sim/app/commands.hpp"

#include <CLI/CLI.hpp>

namespace shift311::app {

void add_simulate(CLI::App&, Chosen&) {}

}  // namespace shift311::app
