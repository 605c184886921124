// A contact as it stood at one moment: what had been said, what was on the form, how the line was. A fold of its
// events.
#pragma once

#include "sim/desk/debrief/story.hpp"
#include "sim/desk/host.hpp"

#include <string>
#include <vector>

namespace shift311::desk {

struct SaidLine {
    Lane lane = Lane::caller;  ///< caller, you, or phone for what happened on the line
    journal::Millis at = 0;    ///< since the contact was answered
    std::string text;
    bool now = false;  ///< still being spoken
    Tone tone = Tone::plain;
    journal::Seq seq = 0;
};

struct StoodField {
    std::string label, value;
    bool now = false;  ///< changed in the last two seconds
};

struct Stood {
    std::vector<SaidLine> said;
    bool drill = false;  ///< no call: it has neither a service nor a line
    std::string service;
    std::vector<StoodField> fields;  ///< in the order of the form
    std::string line;                ///< "Ringing", "On the line", "On hold", "Over"; of a drill nothing
    std::string mood;                ///< of the caller
    std::vector<std::string> done;   ///< "Filed as 26-00012345", newest last
};

/// `at`: since the contact was answered.
Stood as_it_stood(const Debrief& debrief, journal::Millis at);

}  // namespace shift311::desk
