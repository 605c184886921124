// The sounds of a telephone desk as samples: made by arithmetic, so that no sound file is needed.
#pragma once

#include <cstdint>
#include <vector>

namespace shift311::voice {

constexpr unsigned kSampleRate = 22050;

/// 16 bits, one channel.
using Samples = std::vector<std::int16_t>;

enum class Tone {
    ring,       ///< somebody waits: two soft notes, then a rest; loops
    ring_back,  ///< the other end is ringing: 440 and 480 Hz, 2 s of every 6; loops
    hold,       ///< a caller is on hold: a short soft note every 8 s; loops
    dial,       ///< a free line: 350 and 440 Hz; loops
    busy,       ///< 480 and 620 Hz, half a second of every second; loops
    click,      ///< the line opens or closes; once
    alert,      ///< something went wrong: a low note; once
};

bool loops(Tone tone);
Samples samples(Tone tone);

}  // namespace shift311::voice
