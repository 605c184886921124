// Finding a person by name: stricter than a search for phrases, because what follows is done to whoever was found.
#pragma once

#include <string_view>

namespace shift311::desk {

/// Every word of the query begins a word of the name, each a different one, in any order: "rey d" finds Dana Reyes.
/// ASCII letters match in either case. An empty query finds everybody.
bool names(std::string_view query, std::string_view name);

}  // namespace shift311::desk
