// A rating or a daily observation report as a trainer writes it: a YAML or JSON file, or marks on the command line.
#pragma once

#include "assessment/standing/rating.hpp"

#include <string>
#include <vector>

namespace shift311::app {

/// "courtesy=5", "typing=NO", "privacy=2!NRT", with "courtesy=words" as comments. Throws WrongUsage.
void read_marks(const std::vector<std::string>& marks, const std::vector<std::string>& comments,
                standing::Report& report);

/// Reads `day`, `most`, `least` and `marks` into the report; JSON is YAML too. Throws WrongUsage with every mistake and
/// its place.
void read_observation(const std::string& file, standing::Report& report);

/// The report as such a file, with what the evidence suggests beside every mark: to be filled in and handed back.
std::string observation_text(const standing::Report& report);

}  // namespace shift311::app
