// Attempts as they lie in the records, without a file: for tests of what is written about them.
#pragma once

#include "assessment/reports/attempt_report.hpp"

#include <string>
#include <utility>
#include <vector>

namespace shift311::reports::tests {

struct Stored {
    records::AttemptRow row;
    journal::Journal journal;
    std::map<journal::ContactId, std::string> keys;
    std::vector<records::StoredCard> cards;

    AttemptReport report(const std::string& prepared = {}) const {
        return attempt_report(row, journal, keys, cards, prepared);
    }
};

/// Both contacts of the made-up shift, or only the call; judged, finished.
Stored stored_shift(bool only_call = false, const std::string& trainee = "Dana Reyes");
/// An attempt as a list shows it: `percent` of 100 points.
records::AttemptRow listed(int number, int percent, bool passed, const std::string& why = "finished");

}  // namespace shift311::reports::tests
