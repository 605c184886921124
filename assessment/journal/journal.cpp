#include "assessment/journal/journal.hpp"

namespace shift311::journal {

std::string clock_text(Millis at) {
    const auto two = [](Millis n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const bool before = at < 0;
    // Dividing first keeps the smallest number from overflowing when its sign is turned.
    const Millis seconds = before ? -(at / 1000) : at / 1000;
    const Millis hours = seconds / 3600;
    const Millis minutes = seconds / 60 % 60;
    std::string text = before && seconds > 0 ? "-" : "";
    text += hours > 0 ? std::to_string(hours) + ":" + two(minutes) : std::to_string(minutes);
    return text + ":" + two(seconds % 60);
}

}  // namespace shift311::journal
