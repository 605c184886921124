// Is a line of export a sound xAPI 1.0.3 statement? The rules of the specification, and those that schemas leave out.
#pragma once

#include <string>
#include <vector>

namespace shift311::reports::tests {

/// What is wrong with the statement, one sentence each; empty when it is sound.
std::vector<std::string> xapi_faults(const std::string& line);

}  // namespace shift311::reports::tests
