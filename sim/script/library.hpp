// All content that was found in one place: cities, phrases, manners, scripts and shifts.
#pragma once

#include "sim/city/city.hpp"
#include "sim/script/script.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::script {

struct Library {
    std::string root;             ///< folder it was read from
    std::vector<Phrase> phrases;  ///< core phrases, in file order
    Manners manners;
    std::vector<city::City> cities;
    std::vector<Script> scripts;    ///< ascending by id
    std::vector<ShiftPlan> shifts;  ///< ascending by id
};

const Script* find_script(const Library& library, const std::string& id);
const ShiftPlan* find_shift(const Library& library, const std::string& id);
const city::City* find_city(const Library& library, const std::string& id);
const Phrase* find_phrase(const Library& library, const std::string& id);

}  // namespace shift311::script
