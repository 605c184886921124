// The part of an attempt's page that tells one contact.
#pragma once

#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/withheld.hpp"

#include <string>

namespace shift311::reports {

/// "Passed", "Not passed", "Not judged" or "Withheld until rated", with the class that colors it.
struct Result {
    std::string word;
    std::string tone;
};
inline constexpr const char* kNoPoints = "This contact was not brought to its end, so it has no points.";
Result result_of(const ContactReport& contact);
std::string channel_text(const std::string& channel);
std::string contact_html(const AttemptReport& report, const ContactReport& contact);

}  // namespace shift311::reports
