// What a word means, said by its color, always beside the word itself.
#pragma once

#include "sim/desk/theme.hpp"

namespace shift311::desk {

enum class Tone { plain, dim, faint, accent, good, careful, bad };

constexpr Color ink(const Theme& t, Tone tone) {
    switch (tone) {
        case Tone::plain:
            return t.text;
        case Tone::dim:
            return t.dim;
        case Tone::faint:
            return t.faint;
        case Tone::accent:
            return t.accent;
        case Tone::good:
            return t.good;
        case Tone::careful:
            return t.careful;
        case Tone::bad:
            return t.bad;
    }
    return t.text;
}

/// The quiet ground and line for a box of that meaning.
constexpr Color quiet_ground(const Theme& t, Tone tone) {
    switch (tone) {
        case Tone::good:
            return t.good_ground;
        case Tone::careful:
            return t.careful_ground;
        case Tone::bad:
            return t.bad_ground;
        case Tone::accent:
            return t.accent_ground;
        default:
            return t.raised;
    }
}
constexpr Color quiet_line(const Theme& t, Tone tone) {
    switch (tone) {
        case Tone::good:
            return t.good_line;
        case Tone::careful:
            return t.careful_line;
        case Tone::bad:
            return t.bad_line;
        case Tone::accent:
            return t.accent;
        default:
            return t.line;
    }
}

}  // namespace shift311::desk
