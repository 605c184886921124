// shift311 exam: enrollment, exam forms, sign-off and standing.
#include "sim/app/commands.hpp"

#include <CLI/CLI.hpp>

namespace shift311::app {

void add_exam(CLI::App&, Chosen&) {}

}  // namespace shift311::app
