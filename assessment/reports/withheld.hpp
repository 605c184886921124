// What reports leave out for now: exams before they are closed, and contacts that are still to be rated blind.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/withheld.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shift311::reports {

/// Who a copy is for.
enum class Reader {
    examined,  ///< the one it is about, who learns nothing of an exam before it is closed
    office,    ///< trainers, HR, administrators
};

/// standing::results_out of one attempt. Throws records::NotFound when there is none.
bool results_out(const records::Store& store, const std::string& attempt);
/// Those of a person's attempts whose results are not out. `rows`: the attempts asked about.
std::set<std::string> attempts_not_out(const records::Store& store, const std::string& person,
                                       const std::vector<records::AttemptRow>& rows);

/// The others.
std::vector<records::AttemptRow> without(std::vector<records::AttemptRow> rows, const std::set<std::string>& attempts);

/// The program of this id as the records kept it last; of `known` when they keep none.
std::optional<standing::Program> program_named(const records::Store& store, const std::string& id,
                                               const std::vector<standing::Program>& known);
/// Every exam of this history, each judged by the program it was opened under. One whose program is neither kept nor
/// known is left out.
std::vector<standing::ExamResult> exams_of(const records::Store& store, const standing::History& history,
                                           const std::vector<standing::Program>& known);
/// Contacts of this attempt that are still to be rated blind.
std::set<journal::ContactId> to_rate_blind(const records::Store& store, const std::string& attempt,
                                           const std::vector<standing::Program>& known = {});
std::set<journal::ContactId> to_rate_blind(const records::Store& store, const records::AttemptRow& row,
                                           const journal::Head& head, const std::vector<standing::Program>& known);

/// Attempts that hold such a contact.
std::set<std::string> to_rate_blind_in(const std::vector<standing::ExamResult>& exams);

/// What stands in place of a judgment, and why.
inline constexpr const char* kUntilRated = "until rated";
inline constexpr const char* kUntilAllRated = "until every contact that is to be rated blind has been";
inline constexpr const char* kUntilRatedWhy =
    "This contact is still to be rated blind by a second rater, or may yet be drawn for it. Until that is done, what "
    "the machine judged, what others rated and what was corrected are withheld, so that nobody rates under their "
    "influence.";

}  // namespace shift311::reports
