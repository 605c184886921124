// The colors of reports, on screen and on paper: those of assets/report/report.css.
#pragma once

#include "assessment/reports/document.hpp"
#include "assessment/reports/drawing.hpp"

namespace shift311::reports {

/// 0xRRGGBB
using Rgb = unsigned;

constexpr Rgb color(Ink ink) {
    switch (ink) {
        case Ink::text:
            return 0x17212b;
        case Ink::quiet:
            return 0x566472;
        case Ink::line:
            return 0xd8dfe6;
        case Ink::faint:
            return 0xe4e9ee;
        case Ink::accent:
            return 0x0b6bcb;
        case Ink::good:
            return 0x0a7d56;
        case Ink::careful:
            return 0x8f5500;
        case Ink::bad:
            return 0xb92f18;
    }
    return 0;
}

constexpr Ink ink_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return Ink::text;
        case Tone::good:
            return Ink::good;
        case Tone::careful:
            return Ink::careful;
        case Tone::bad:
            return Ink::bad;
        case Tone::quiet:
            return Ink::quiet;
    }
    return Ink::text;
}

/// The ground of a box that says something in this tone.
constexpr Rgb ground(Tone tone) {
    switch (tone) {
        case Tone::good:
            return 0xe8f5f0;
        case Tone::careful:
            return 0xfff6e5;
        case Tone::bad:
            return 0xfdeeea;
        case Tone::plain:
        case Tone::quiet:
            break;
    }
    return 0xf5f7f9;
}

/// The sign before a headline, so that color says nothing alone.
constexpr const char* sign(Tone tone) {
    switch (tone) {
        case Tone::good:
            return "\u2713";
        case Tone::bad:
            return "\u2717";
        case Tone::careful:
            return "!";
        case Tone::plain:
        case Tone::quiet:
            break;
    }
    return "";
}

}  // namespace shift311::reports
