// The words of a city that no dictionary holds: what a speller must know before it judges anybody.
#pragma once

#include "sim/city/city.hpp"

#include <string>
#include <vector>

namespace shift311::script {

/// Names of streets, neighborhoods, departments, services and people, and the words by which they are found.
std::vector<std::string> known_words(const city::City& city);

}  // namespace shift311::script
