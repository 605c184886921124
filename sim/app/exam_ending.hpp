// What was left in the middle when an exam is closed.
#pragma once

#include "sim/app/session.hpp"

#include <string>
#include <vector>

namespace shift311::app {

/// Ends every sitting and block of this exam that was begun and not finished; what was done in it is judged. Gives one
/// sentence for each that was set aside instead, because its content is no longer what it was. Throws records::Trouble.
std::vector<std::string> end_parts(const script::Library& library, const Ear& ear, records::Store& store,
                                   const std::string& person, const std::string& form);

}  // namespace shift311::app
