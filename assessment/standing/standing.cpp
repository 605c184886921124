#include "assessment/standing/standing.hpp"

#include <array>
#include <cstddef>

namespace shift311::standing {
namespace {

using namespace std::string_view_literals;

// In the order of the enumeration.
constexpr std::array kWords{"in_training"sv,       "ready_for_exam"sv, "exam_under_way"sv,
                            "not_yet_competent"sv, "certified"sv,      "expired"sv};
constexpr std::array kLabels{"In training"sv,       "Ready for exam"sv, "Exam under way"sv,
                             "Not yet competent"sv, "Certified"sv,      "Certification expired"sv};

}  // namespace

std::string_view word(State state) {
    return kWords.at(static_cast<std::size_t>(state));
}
std::string_view label(State state) {
    return kLabels.at(static_cast<std::size_t>(state));
}

}  // namespace shift311::standing
