// UUIDs made from names (RFC 4122, version 5): the same name always gets the same one.
#pragma once

#include <string>
#include <string_view>

namespace shift311::reports {

/// `space`: a UUID in its usual 36 characters; throws std::invalid_argument for anything else.
std::string name_uuid(std::string_view space, std::string_view name);

}  // namespace shift311::reports
