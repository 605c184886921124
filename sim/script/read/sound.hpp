// What may be judged by: values that were read, and lists of which nothing is hidden.
#pragma once

#include "sim/script/read/document.hpp"

#include <initializer_list>
#include <string_view>

namespace shift311::script::read {

/// True when all of the value could be read; what an author left out (null) is read as its absence.
bool sound(const Node* node);
/// The same for some values at once.
bool sound(std::initializer_list<const Node*> nodes);
/// True when the value is there and was read.
bool given(const Node* node);
/// A list without items, and not for want of reading.
bool is_empty_list(const Node& node);

/// True when the map under `section` shows all its keys, so that a name that is not among them does not exist. Left
/// out, it has none, unless it may be hidden in what was not read.
bool shows_keys(const Node* root, std::string_view section);
/// The same for a list of maps: each shows its values under `keys`; with `needed` it must have them.
bool shows_values(const Node* root, std::string_view section, std::initializer_list<std::string_view> keys,
                  bool needed = true);
/// The same for the list itself.
bool shows_values(const Node& list, std::initializer_list<std::string_view> keys, bool needed = true);

}  // namespace shift311::script::read
