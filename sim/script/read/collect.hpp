// Reads a content root and, beside it, single files that want to be checked against it.
#pragma once

#include "sim/script/read/reader.hpp"

#include <string>
#include <vector>

namespace shift311::script::read {

/// `extra`: scripts, shifts or phrase files outside the root; they are checked but not taken into the library.
Reading collect(const std::string& root, const std::vector<std::string>& extra);

}  // namespace shift311::script::read
