#include "assessment/reports/set_aside.hpp"

#include "assessment/records/rows.hpp"

namespace shift311::reports {

std::string set_aside_sentence(std::string_view attempt) {
    return "Attempt " + records::short_id(std::string(attempt)) +
           " cannot be read, and what would stand here from it is left out; \"shift311 verify\" says what is wrong "
           "with it.";
}

void add_set_aside(std::vector<Block>& out, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    Banner banner{Tone::careful, "Not everything could be read", ""};
    for (const std::string& sentence : sentences)
        banner.text += (banner.text.empty() ? "" : "\n") + sentence;
    out.push_back(std::move(banner));
}

}  // namespace shift311::reports
