#include "assessment/records/role.hpp"

#include <algorithm>
#include <cstddef>

namespace shift311::records {
namespace {

using namespace std::string_view_literals;

// In the order of the enumerations.
constexpr std::array kWords{"trainee"sv, "trainer"sv, "hr"sv, "administrator"sv};
constexpr std::array kLabels{"Trainee"sv, "Trainer"sv, "HR"sv, "Administrator"sv};
constexpr std::array kDeeds{"practice"sv,
                            "read your own records"sv,
                            "hand over what is held about yourself"sv,
                            "answer your own results"sv,
                            "read the records of everybody"sv,
                            "watch attempts again and see their answer keys"sv,
                            "rate contacts"sv,
                            "put trainees into a program"sv,
                            "start an exam"sv,
                            "sign off an exam"sv,
                            "answer a dispute"sv,
                            "judge attempts again"sv,
                            "prove the records whole"sv,
                            "hand over the records of everybody"sv,
                            "record accommodations"sv,
                            "set or lift a legal hold"sv,
                            "read the impact report"sv,
                            "manage accounts"sv};
static_assert(kDeeds.size() == kRights);

/// Who may: trainee, trainer, HR, administrator. HR reads and never edits what was judged; an administrator keeps
/// accounts and the file, and signs nothing.
struct Line {
    Right right;
    std::array<bool, 4> may;
};
constexpr std::array kTable{
    Line{Right::practice, {true, true, false, true}},         Line{Right::read_own, {true, true, true, true}},
    Line{Right::export_own, {true, true, true, true}},        Line{Right::answer_own, {true, false, false, false}},
    Line{Right::read_all, {false, true, true, true}},         Line{Right::review, {false, true, true, false}},
    Line{Right::rate, {false, true, false, false}},           Line{Right::enroll, {false, true, false, false}},
    Line{Right::start_exam, {false, true, false, false}},     Line{Right::sign_off, {false, true, false, false}},
    Line{Right::answer_dispute, {false, true, false, false}}, Line{Right::rescore, {false, true, false, true}},
    Line{Right::verify, {false, true, true, true}},           Line{Right::export_all, {false, false, true, true}},
    Line{Right::accommodate, {false, true, true, false}},     Line{Right::hold, {false, false, true, true}},
    Line{Right::impact, {false, false, true, false}},         Line{Right::manage_people, {false, false, false, true}},
};
static_assert(kTable.size() == kRights);

constexpr bool in_order() {
    for (std::size_t i = 0; i < kTable.size(); ++i)
        if (static_cast<std::size_t>(kTable[i].right) != i) return false;
    return true;
}
static_assert(in_order());

}  // namespace

std::string_view word(Role role) {
    return kWords.at(static_cast<std::size_t>(role));
}
std::string_view label(Role role) {
    return kLabels.at(static_cast<std::size_t>(role));
}

bool read_word(std::string_view word, Role& role) {
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end()) return false;
    role = kRoles.at(static_cast<std::size_t>(found - kWords.begin()));
    return true;
}

std::string_view deed(Right right) {
    return kDeeds.at(static_cast<std::size_t>(right));
}

bool may(Role role, Right right) {
    return kTable.at(static_cast<std::size_t>(right)).may.at(static_cast<std::size_t>(role));
}

}  // namespace shift311::records
