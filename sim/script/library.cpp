#include "sim/script/library.hpp"

#include <algorithm>
#include <stdexcept>

namespace shift311::script {
namespace {

template <typename T>
const T* find_by_id(const std::vector<T>& list, const std::string& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Script* find_script(const Library& library, const std::string& id) {
    return find_by_id(library.scripts, id);
}
const ShiftPlan* find_shift(const Library& library, const std::string& id) {
    return find_by_id(library.shifts, id);
}
const city::City* find_city(const Library& library, const std::string& id) {
    return find_by_id(library.cities, id);
}
const Drills* find_drills(const Library& library, const std::string& city) {
    const auto found =
        std::find_if(library.drills.begin(), library.drills.end(), [&](const Drills& one) { return one.city == city; });
    return found == library.drills.end() ? nullptr : &*found;
}
const standing::Program* find_program(const Library& library, const std::string& id) {
    return find_by_id(library.programs, id);
}
const scoring::Rubric* find_rubric(const Library& library, const std::string& id) {
    return find_by_id(library.rubrics, id);
}
const Phrase* find_phrase(const Library& library, const std::string& id) {
    return find_by_id(library.phrases, id);
}

const scoring::Rubric& rubric_for(const Library& library, const std::string& id) {
    static const scoring::Rubric kBuiltIn;
    if (const scoring::Rubric* rubric = find_rubric(library, id.empty() ? kBuiltIn.id : id)) return *rubric;
    if (id.empty() || id == kBuiltIn.id) return kBuiltIn;
    throw std::runtime_error("There is no rubric \"" + id + "\"; programs/rubrics holds them.");
}

}  // namespace shift311::script
