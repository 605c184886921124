#include "sim/desk/key.hpp"

namespace shift311::desk {

namespace {

int step(Key key, Key first) {
    return static_cast<int>(key) - static_cast<int>(first);
}

std::string name(Key key) {
    if (key >= Key::a && key <= Key::z) return std::string(1, static_cast<char>('A' + step(key, Key::a)));
    if (key >= Key::digit0 && key <= Key::digit9)
        return std::string(1, static_cast<char>('0' + step(key, Key::digit0)));
    if (key >= Key::f1 && key <= Key::f12) return "F" + std::to_string(1 + step(key, Key::f1));
    switch (key) {
        case Key::up:
            return "\u2191";
        case Key::down:
            return "\u2193";
        case Key::left:
            return "\u2190";
        case Key::right:
            return "\u2192";
        case Key::home:
            return "Home";
        case Key::end:
            return "End";
        case Key::page_up:
            return "PgUp";
        case Key::page_down:
            return "PgDn";
        case Key::tab:
            return "Tab";
        case Key::enter:
            return "Enter";
        case Key::escape:
            return "Esc";
        case Key::space:
            return "Space";
        case Key::backspace:
            return "Backspace";
        case Key::del:
            return "Del";
        case Key::insert:
            return "Ins";
        case Key::slash:
            return "/";
        case Key::question:
            return "?";
        case Key::plus:
            return "+";
        case Key::minus:
            return "-";
        default:
            return "";
    }
}

}  // namespace

std::string cap(const Chord& chord) {
    std::string out;
    if (chord.mods.ctrl) out += "Ctrl ";
    if (chord.mods.alt) out += "Alt ";
    if (chord.mods.shift) out += "Shift ";
    return out + name(chord.key);
}

char32_t written(Key key) {
    if (key >= Key::a && key <= Key::z) return U'a' + static_cast<char32_t>(step(key, Key::a));
    if (key >= Key::digit0 && key <= Key::digit9) return U'0' + static_cast<char32_t>(step(key, Key::digit0));
    switch (key) {
        case Key::space:
            return U' ';
        case Key::slash:
            return U'/';
        case Key::question:
            return U'?';
        case Key::plus:
            return U'+';
        case Key::minus:
            return U'-';
        default:
            return 0;
    }
}

}  // namespace shift311::desk
