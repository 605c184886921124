// Checks content against the rest of it: everything that is named exists, and what is expected can be known.
#pragma once

#include "sim/city/address.hpp"
#include "sim/script/read/draft.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace shift311::script::read {

/// What all files may name.
struct Known {
    const std::vector<Phrase>* phrases = nullptr;
    bool phrases_shown = true;  ///< false: there may be more than could be read
    std::map<std::string, std::string> duties;
    bool duties_shown = true;
    std::set<std::string> cities;  ///< ids; those that could not be read too, so that one fault is not told twice
    Manners manners;
    bool manners_shown = true;
    std::set<std::string> faulty_scripts;  ///< by id and by file name: there, but not to be judged by
};

/// What is known of one city, indexed for look-up by id.
struct KnownCity {
    const CityDraft* draft = nullptr;
    const city::AddressBook* book = nullptr;
    bool whole = false;  ///< false: the city's files have errors, and nothing drawn from it can be checked
};

void check_manners(const Source& source, const Known& known, std::vector<Issue>& issues);
void check_city(const CityDraft& draft, const city::AddressBook& book, std::vector<Issue>& issues);
/// Also fills in the labels of what the script expects.
void check_script(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues);
void check_shift(const ShiftDraft& draft, const Known& known, const std::vector<ScriptDraft>& scripts,
                 std::vector<Issue>& issues);
/// A script that is kept for exams must not be one from practice under another name.
void check_unseen(const std::vector<ScriptDraft>& scripts, std::vector<Issue>& issues);
/// The same for a city's vignettes; `says`: the value of each, null where not known whether it is kept for exams.
void check_unseen(Report& report, const std::vector<Vignette>& vignettes, const std::vector<const Node*>& says);

}  // namespace shift311::script::read
