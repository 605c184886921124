// The floor of one shift: the city on its day, the plan and the callers cast for this seed. Never changes while it is
// played.
#pragma once

#include "sim/city/address.hpp"
#include "sim/city/city.hpp"
#include "sim/script/cast.hpp"
#include "sim/script/library.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace shift311::shift {

struct Floor {
    city::City city;
    std::unique_ptr<city::AddressBook> book;
    std::vector<script::Phrase> phrases;  ///< core phrases
    script::Manners manners;
    script::ShiftPlan plan;
    std::vector<script::Cast> casts;  ///< one for each of plan.contacts; contact id is index + 1
    int level = 1;
    std::uint64_t seed = 0;
    std::string trainee;
    std::string content_hash;
};

/// Throws std::invalid_argument with one sentence when a script of the plan is unknown. `level` 0: as the plan says.
std::shared_ptr<const Floor> make_floor(const script::Library& library, const script::ShiftPlan& plan,
                                        std::uint64_t seed, int level, const std::string& trainee);
/// A shift of one contact; its id is "script:<id>".
script::ShiftPlan plan_for(const script::Script& script);

}  // namespace shift311::shift
