// SFML's keys in our names.
#pragma once

#include "sim/desk/key.hpp"

#include <SFML/Window/Event.hpp>

namespace shift311::window {

desk::Key key_of(sf::Keyboard::Key key);
desk::Mods mods_of(const sf::Event::KeyEvent& event);

}  // namespace shift311::window
