#include "assessment/scoring/scorecard.hpp"

#include "assessment/scoring/rounding.hpp"

#include <cstddef>

namespace shift311::scoring {
namespace {

using namespace std::string_view_literals;

// In the order of the enumeration.
constexpr std::array kWords{"listening"sv, "recording"sv, "typing"sv,    "referral"sv, "procedure"sv,
                            "courtesy"sv,  "privacy"sv,   "knowledge"sv, "writing"sv,  "tempo"sv};
constexpr std::array kLabels{"Listening"sv, "Recording"sv, "Typing"sv,    "Referral"sv, "Procedure"sv,
                             "Courtesy"sv,  "Privacy"sv,   "Knowledge"sv, "Writing"sv,  "Tempo"sv};
static_assert(kWords.size() == kCompetencies.size() && kLabels.size() == kCompetencies.size());

}  // namespace

std::string_view word(Competency competency) {
    return kWords.at(static_cast<std::size_t>(competency));
}
std::string_view label(Competency competency) {
    return kLabels.at(static_cast<std::size_t>(competency));
}

int percent(Points points, Points possible) {
    return possible <= 0 ? 100 : static_cast<int>(half_up(100 * points, possible));
}

}  // namespace shift311::scoring
