// What people call the things that a journal names by identifiers: services, form fields and their choices, phrases,
// articles and places to transfer to.
#pragma once

#include "assessment/journal/event.hpp"
#include "sim/script/library.hpp"

#include <map>
#include <string>

namespace shift311::desk {

struct PlainWords {
    std::map<std::string, std::string> services, phrases, articles, places;  ///< by id
    std::map<std::string, std::string> fields;                               ///< label by attribute code
    std::map<std::string, std::map<std::string, std::string>> choices;       ///< by attribute code and key

    /// Each gives the identifier spelled out, where it is not known.
    std::string service(const std::string& id) const;
    std::string phrase(const std::string& id) const;
    std::string article(const std::string& id) const;
    std::string place(const std::string& id) const;
    std::string field(const std::string& code) const;
    /// A value as the form shows it; of several, each. What was typed stays as it was typed.
    std::string value(const std::string& code, const std::string& written) const;
};

/// Those that somebody who plays this script sees: of its city, or of all cities when the script is not there any more.
PlainWords words_of(const script::Library& library, const std::string& script);

/// What was opened: an article by its title, a request by its reference.
std::string opened_name(const PlainWords& words, const journal::Opened& act);

/// "cross_street" -> "Cross street".
std::string spelled_out(std::string id);

}  // namespace shift311::desk
