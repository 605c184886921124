// All content that was found in one place: cities, phrases, manners, scripts and shifts.
#pragma once

#include "assessment/scoring/rubric.hpp"
#include "assessment/standing/program.hpp"
#include "sim/city/city.hpp"
#include "sim/script/drill.hpp"
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
    std::vector<Script> scripts;              ///< ascending by id
    std::vector<ShiftPlan> shifts;            ///< ascending by id
    std::vector<Drills> drills;               ///< by city
    std::vector<standing::Program> programs;  ///< ascending by id
    std::vector<scoring::Rubric> rubrics;     ///< ascending by id
};

const Script* find_script(const Library& library, const std::string& id);
const ShiftPlan* find_shift(const Library& library, const std::string& id);
const city::City* find_city(const Library& library, const std::string& id);
const Drills* find_drills(const Library& library, const std::string& city);
const standing::Program* find_program(const Library& library, const std::string& id);
const scoring::Rubric* find_rubric(const Library& library, const std::string& id);
/// The rubric that contacts are judged by: the named one of the content (a program names it), else the practice rules,
/// which are built in for content that has none. Throws std::runtime_error with one sentence when the named one is
/// missing.
const scoring::Rubric& rubric_for(const Library& library, const std::string& id = {});
const Phrase* find_phrase(const Library& library, const std::string& id);

}  // namespace shift311::script
