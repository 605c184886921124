// The part of an attempt's page that tells one contact.
#pragma once

#include "assessment/reports/attempt_report.hpp"

#include <string>

namespace shift311::reports {

/// "Passed", "Not passed" or "Not judged", with the class that colors it.
struct Result {
    std::string word;
    std::string tone;
};
Result result_of(const ContactReport& contact);
std::string channel_text(const std::string& channel);
std::string contact_html(const AttemptReport& report, const ContactReport& contact);

}  // namespace shift311::reports
