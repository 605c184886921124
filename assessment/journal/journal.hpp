// A journal: the head that says which shift this was, and everything that happened, in order.
#pragma once

#include "assessment/journal/event.hpp"

#include <string>
#include <vector>

namespace shift311::journal {

inline constexpr int kFormat = 1;

struct Head {
    int format = kFormat;
    std::string attempt;  ///< UUID
    std::string station;  ///< which desk wrote it
    std::string trainee;
    std::string shift;  ///< shift id, or "script:<id>" for a single contact
    std::string title;
    std::string city;
    std::string date;               ///< the shift's calendar day in the story, "2026-11-24"
    int starts_at_minute = 8 * 60;  ///< minutes after midnight at which the story's clock begins
    int level = 1;                  ///< 1 guided .. 4 exam
    std::uint64_t seed = 0;
    std::string
        purpose;       ///< exam | qualification | drill; empty: practice. Left out of the file when empty, as is `form`
    std::string form;  ///< of an exam: the form's id
    std::string content_hash;  ///< of every script the shift uses
    std::string city_hash;
    std::string program;  ///< program version
    std::string began;    ///< wall clock at the start, "2026-11-21T19:49:31Z"; the only such value, never judged
};

struct Journal {
    Head head;
    std::vector<Event> events;
};

/// "0:42", "1:02:05": how a time is written everywhere.
std::string clock_text(Millis at);

}  // namespace shift311::journal
