#include "sim/shift/floor.hpp"

#include "sim/city/calendar.hpp"
#include "sim/script/dates.hpp"
#include "sim/script/random.hpp"
#include "sim/script/yardstick.hpp"

#include <stdexcept>

namespace shift311::shift {
namespace {

city::City on_day(city::City city, city::Date date) {
    script::date_requests(city, date);
    return city;
}

}  // namespace

Ground::Ground(const city::City& of, city::Date date) : city(on_day(of, date)), book(city) {}

std::shared_ptr<const Ground> Grounds::of(const city::City& city, city::Date date) {
    std::shared_ptr<const Ground>& made = made_[{city.id, city::iso(date)}];
    if (!made) made = std::make_shared<const Ground>(city, date);
    return made;
}

script::ShiftPlan plan_for(const script::Script& script) {
    script::ShiftPlan plan;
    plan.id = "script:" + script.id;
    plan.title = script.title;
    plan.city = script.city;
    plan.level = script.level;
    plan.minutes = script.minutes;
    script::Arrival arrival;
    arrival.at = 2'000;
    arrival.script = script.id;
    plan.contacts.push_back(arrival);
    plan.hash = script.hash;
    return plan;
}

std::shared_ptr<const Floor> make_floor(const script::Library& library, const script::ShiftPlan& plan,
                                        std::uint64_t seed, int level, const std::string& trainee, Grounds* grounds) {
    const city::City* city = script::find_city(library, plan.city);
    if (!city) throw std::invalid_argument("There is no city \"" + plan.city + "\" for the shift \"" + plan.id + "\".");
    city::Date date;
    if (!city::parse_iso(plan.date, date))
        throw std::invalid_argument("The shift \"" + plan.id + "\" has no valid date: \"" + plan.date + "\".");

    auto floor =
        std::make_shared<Floor>(grounds ? grounds->of(*city, date) : std::make_shared<const Ground>(*city, date));
    floor->phrases = library.phrases;
    floor->manners = library.manners;
    floor->plan = plan;
    floor->level = level != 0 ? level : plan.level;
    floor->seed = seed;
    floor->trainee = trainee;
    floor->content_hash = plan.hash;
    script::Random seeds(seed);
    for (const script::Arrival& arrival : plan.contacts) {
        const script::Script* script = script::find_script(library, arrival.script);
        if (!script)
            throw std::invalid_argument("The shift \"" + plan.id + "\" asks for the script \"" + arrival.script +
                                        "\", which does not exist.");
        // Every contact draws from its own seed: a change in one script leaves the others as they were.
        floor->casts.push_back(script::cast(*script, floor->city, *floor->book, date, seeds.next()));
        if (script->hash != plan.hash) floor->content_hash += (floor->content_hash.empty() ? "" : ",") + script->hash;
    }
    return floor;
}

std::string yardstick(const Floor& floor) {
    std::vector<const script::Script*> scripts;
    for (const script::Cast& cast : floor.casts)
        scripts.push_back(&cast.script);
    return script::yardstick(floor.plan, scripts);
}

}  // namespace shift311::shift
