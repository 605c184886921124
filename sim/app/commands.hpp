// Commands that read their own part of the command line, one file each.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace shift311::app {

/// Set by the command that was asked for; gives the exit code.
using Chosen = std::function<int()>;

void add_people(CLI::App& app, Chosen& chosen);    ///< accounts, roles, passphrases
void add_exam(CLI::App& app, Chosen& chosen);      ///< enrollment, exam forms, ratings, sign-off, standing
void add_drill(CLI::App& app, Chosen& chosen);     ///< emergency vignettes, copy test, dictation
void add_simulate(CLI::App& app, Chosen& chosen);  ///< a cohort of rehearsed trainees, to look at reports with

}  // namespace shift311::app
