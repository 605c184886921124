// The short lines with which the form answers an address: which block, which numbers, which street was meant.
#pragma once

#include "sim/city/city.hpp"

#include <string>
#include <vector>

namespace shift311::city {

/// "A", "A or B", "A, B or C"; more than three are counted: "A, B, C or 2 more".
std::string listed(const std::vector<std::string>& names);
/// "Did you mean A or B?"
std::string did_you_mean(const std::vector<std::string>& names);
/// The house numbers of a street: "100 to 4999", "100 to 299 and 400 to 999", "100 to 4999 with gaps".
std::string ranges(const Street& street);
/// "city street", "state road".
std::string kind_of_road(const std::string& maintained_by);

}  // namespace shift311::city
