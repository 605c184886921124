// Who may do what: the four roles and their rights, in one table.
#pragma once

#include <array>
#include <string_view>

namespace shift311::records {

enum class Role { trainee, trainer, hr, administrator };
inline constexpr std::array kRoles{Role::trainee, Role::trainer, Role::hr, Role::administrator};
std::string_view word(Role role);   ///< "hr"
std::string_view label(Role role);  ///< "HR"
bool read_word(std::string_view word, Role& role);

enum class Right {
    practice,    ///< play shifts and drills
    read_own,    ///< own attempts, standing and reports
    export_own,  ///< everything held about oneself
    answer_own,  ///< acknowledge or dispute a result
    read_all,    ///< everybody's attempts, standing and reports
    review,      ///< watch attempts again, and see answer keys
    rate,        ///< ratings, daily observation reports, overrides
    enroll,      ///< put a trainee into a program, plan remediation
    start_exam,
    sign_off,
    answer_dispute,
    rescore,
    verify,
    export_all,
    accommodate,    ///< record accommodations
    hold,           ///< set and lift a legal hold
    impact,         ///< read the demographic file, in the aggregate report only
    manage_people,  ///< accounts, roles, passphrases
};
inline constexpr int kRights = static_cast<int>(Right::manage_people) + 1;
/// "rate contacts": for the sentence of a refusal.
std::string_view deed(Right right);

bool may(Role role, Right right);

}  // namespace shift311::records
