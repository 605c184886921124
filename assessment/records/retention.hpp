// How long records must be kept, and what forbids purging them. Nothing is ever purged by this program.
#pragma once

#include "assessment/records/rows.hpp"

#include <string>
#include <vector>

namespace shift311::records {

class Store;

/// Years after a record was made and after the employment action, whichever is later: California Government Code 12946,
/// the longest of the rules that apply. Counsel confirms it before anything is purged.
inline constexpr int kKeptYears = 4;

/// One person's records under the rule.
struct Retention {
    Person person;
    int attempts = 0;
    std::string oldest, newest;  ///< of attempts and entries; empty: none
    std::string action;          ///< the newest sign-off or withdrawal; empty: none yet
    std::string keep_until;      ///< UTC stamp; empty while no employment action is recorded
    bool over = false;           ///< `keep_until` has passed, and no legal hold stands
    bool held = false;           ///< a legal hold stands
    std::string held_since, held_why;
};

/// Everybody, by name.
std::vector<Retention> retention(const Store& store, const std::string& today);
/// The same stamp so many years on; February 29 becomes March 1.
std::string years_after(const std::string& stamp, int years);

}  // namespace shift311::records
