// Journals as JSON Lines: a head line, then one event a line; the same journal always gives the same bytes.
#pragma once

#include "assessment/journal/journal.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace shift311::journal {

/// A line that is no event of ours; `what()` is one sentence with the line number where known.
struct BadJournal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string to_json(const Head& head);
std::string to_json(const Event& event);
Head head_from_json(std::string_view line);
Event event_from_json(std::string_view line);
std::string to_json_lines(const Journal& journal);
/// Throws BadJournal; events must be numbered 1, 2, 3 ... and never go back in time.
Journal from_json_lines(std::string_view text);

}  // namespace shift311::journal
