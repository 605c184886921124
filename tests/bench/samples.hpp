// Recorded contacts of the tests, which the benchmarks of the records are filled with.
#pragma once

#include "assessment/journal/journal.hpp"

#include <string>
#include <vector>

namespace shift311::bench {

struct Sample {
    journal::Journal journal;
    std::string key;  ///< one line of JSON
};

/// Calls well done and badly, with an emergency caught and one missed, an e-mail, a call that nobody answered.
std::vector<Sample> samples();

}  // namespace shift311::bench
