// Reads a file's bytes into values: what is no YAML is told and left out, until the rest can be read.
#pragma once

#include "sim/script/read/document.hpp"

#include <vector>

namespace shift311::script::read {

/// Fills the document's values from its bytes; its root stays null when nothing could be read.
void read_yaml(Document& document, std::vector<Issue>& issues);

}  // namespace shift311::script::read
