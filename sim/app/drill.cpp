// shift311 drill: emergency vignettes, copy test, dictation.
#include "sim/app/commands.hpp"

#include <CLI/CLI.hpp>

namespace shift311::app {

void add_drill(CLI::App&, Chosen&) {}

}  // namespace shift311::app
