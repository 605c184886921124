#include "sim/window/keys.hpp"

namespace shift311::window {

using desk::Key;

namespace {

Key offset(Key first, int by) {
    return static_cast<Key>(static_cast<int>(first) + by);
}

}  // namespace

Key key_of(sf::Keyboard::Key key) {
    using K = sf::Keyboard;
    if (key >= K::A && key <= K::Z) return offset(Key::a, key - K::A);
    if (key >= K::Num0 && key <= K::Num9) return offset(Key::digit0, key - K::Num0);
    if (key >= K::Numpad0 && key <= K::Numpad9) return offset(Key::digit0, key - K::Numpad0);
    if (key >= K::F1 && key <= K::F12) return offset(Key::f1, key - K::F1);
    switch (key) {
        case K::Up:
            return Key::up;
        case K::Down:
            return Key::down;
        case K::Left:
            return Key::left;
        case K::Right:
            return Key::right;
        case K::Home:
            return Key::home;
        case K::End:
            return Key::end;
        case K::PageUp:
            return Key::page_up;
        case K::PageDown:
            return Key::page_down;
        case K::Tab:
            return Key::tab;
        case K::Enter:
            return Key::enter;
        case K::Escape:
            return Key::escape;
        case K::Space:
            return Key::space;
        case K::Backspace:
            return Key::backspace;
        case K::Delete:
            return Key::del;
        case K::Insert:
            return Key::insert;
        case K::Slash:
        case K::Divide:
            return Key::slash;
        case K::Equal:
        case K::Add:
            return Key::plus;
        case K::Hyphen:
        case K::Subtract:
            return Key::minus;
        default:
            return Key::none;
    }
}

desk::Mods mods_of(const sf::Event::KeyEvent& event) {
    return {event.control, event.shift, event.alt};
}

}  // namespace shift311::window
