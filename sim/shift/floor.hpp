// The floor of one shift: the city on its day, the plan and the callers cast for this seed. Never changes while it is
// played.
#pragma once

#include "sim/city/address.hpp"
#include "sim/city/city.hpp"
#include "sim/script/cast.hpp"
#include "sim/script/library.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace shift311::shift {

/// A city on one day, with its address book. Never changes, so that any number of shifts may stand on it.
struct Ground {
    Ground(const city::City& of, city::Date date);
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    city::City city;
    city::AddressBook book;
};

/// For who plays many shifts: each city on each day is made once, which takes ten times as long as playing a contact.
class Grounds {
  public:
    std::shared_ptr<const Ground> of(const city::City& city, city::Date date);

  private:
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const Ground>> made_;  ///< by city and day
};

struct Floor {
    explicit Floor(std::shared_ptr<const Ground> on) : ground(std::move(on)), city(ground->city), book(&ground->book) {}

    std::shared_ptr<const Ground> ground;
    const city::City& city;
    const city::AddressBook* book;
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
/// `grounds`: those made before, all of one library's cities.
std::shared_ptr<const Floor> make_floor(const script::Library& library, const script::ShiftPlan& plan,
                                        std::uint64_t seed, int level, const std::string& trainee,
                                        Grounds* grounds = nullptr);
/// What one person alone could manage at the pace of this shift, as a sentence; empty where that says nothing.
std::string yardstick(const Floor& floor);
/// A shift of one contact; its id is "script:<id>".
script::ShiftPlan plan_for(const script::Script& script);

}  // namespace shift311::shift
