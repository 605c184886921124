// A block of vignettes of an exam: emergencies among other calls, answered one by one.
#pragma once

#include "sim/app/options.hpp"

#include <string>
#include <vector>

namespace shift311::app {

struct VignetteSitting {
    std::string form;
    int block = 1;                 ///< 2: the second look
    std::vector<std::string> ids;  ///< in the order shown
    std::string city;
    std::string attempt;  ///< one that was interrupted and goes on; empty: a new one
};

/// At the terminal, or from lines on standing input. Opens the records for itself.
int sit_vignettes(const PlayOptions& options, const VignetteSitting& sitting);

}  // namespace shift311::app
