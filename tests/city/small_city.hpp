// A city small enough to know by heart, made for these tests.
#pragma once

#include "sim/city/city.hpp"

#include <string>

namespace shift311::city::testing {

/// Streets with twins, gaps, aliases and awkward names; three services, eight requests, five articles, six directory
/// entries.
City small_city();
Request request(const std::string& reference, const std::string& service, const std::string& address,
                const std::string& description, int opened_days_ago);

}  // namespace shift311::city::testing
