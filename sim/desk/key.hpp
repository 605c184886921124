// The keys of the desk by our own names: every shortcut is decided from these, whatever library brought the press.
#pragma once

#include <cstdint>
#include <string>

namespace shift311::desk {

using Millis = std::int64_t;  ///< of a monotonic clock

enum class Key : std::uint8_t {
    none,
    // clang-format off
    a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
    digit0, digit1, digit2, digit3, digit4, digit5, digit6, digit7, digit8, digit9,
    f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
    // clang-format on
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    tab,
    enter,
    escape,
    space,
    backspace,
    del,
    insert,
    slash,
    question,
    plus,
    minus,
};

struct Mods {
    bool ctrl = false, shift = false, alt = false;
    bool operator==(const Mods&) const = default;
};

/// A key with what must be held with it. Keys that write something (letters, digits, space, slash, question) count as
/// pressed when their character arrives, so they work on any keyboard layout and never while a text control is being
/// typed in.
struct Chord {
    Key key = Key::none;
    Mods mods{};
    bool operator==(const Chord&) const = default;
};

struct KeyPress {
    Key key = Key::none;
    Mods mods{};
    Millis at = 0;
    bool down = true;
    bool repeat = false;  ///< the keyboard repeats it because it is held
};

constexpr Chord chord(Key key) {
    return {key, {}};
}
constexpr Chord ctrl(Key key) {
    return {key, {.ctrl = true}};
}
constexpr Chord shifted(Key key) {
    return {key, {.shift = true}};
}
constexpr Chord alt(Key key) {
    return {key, {.alt = true}};
}

/// What stands on the key cap: "F1", "Ctrl ↵", "Tab", "/".
std::string cap(const Chord& chord);

/// The character that a writing key brings when pressed alone; 0 for keys that write nothing.
char32_t written(Key key);

}  // namespace shift311::desk
