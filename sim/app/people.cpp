// shift311 people: accounts, roles and passphrases.
#include "sim/app/commands.hpp"

#include <CLI/CLI.hpp>

namespace shift311::app {

void add_people(CLI::App&, Chosen&) {}

}  // namespace shift311::app
