// Identifiers that no two desks can both make: random UUIDs.
#pragma once

#include <string>
#include <string_view>

namespace shift311::records {

/// A version 4 UUID in lower case, from the system's random source.
std::string new_uuid();
bool is_uuid(std::string_view text);

}  // namespace shift311::records
