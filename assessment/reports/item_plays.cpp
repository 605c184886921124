#include "assessment/reports/item_plays.hpp"

#include "assessment/scoring/drill.hpp"

#include <tuple>

namespace shift311::reports {
namespace {

std::size_t place_of(ItemPlays::Script& script, std::string_view criterion, std::size_t likely) {
    // The findings of one script come in one order, so the next one is nearly always known by its place.
    if (likely < script.criteria.size() && script.criteria[likely].name == criterion) return likely;
    const auto known = script.places.find(criterion);
    if (known != script.places.end()) return known->second;
    script.places.emplace(std::string(criterion), script.criteria.size());
    script.criteria.push_back({std::string(criterion)});
    return script.criteria.size() - 1;
}

}  // namespace

std::string_view purpose_word(standing::Purpose purpose) {
    switch (purpose) {
        case standing::Purpose::exam:
            return "exam";
        case standing::Purpose::practice:
            return "practice";
        case standing::Purpose::qualification:
            return "qualification";
        case standing::Purpose::drill:
            break;
    }
    return "drill";
}

void ItemPlays::add(const ItemPlay& play) {
    if (play.possible <= 0) return;
    Script& script = scripts_[play.purpose][play.script];
    ++script.plays;
    script.critical += play.critical > 0 ? 1 : 0;
    if (play.began >= script.newest) {
        script.newest = play.began;
        script.title = play.title;
        script.family = play.family;
    }
    follow(play);
    const auto [at, added] = script.first.try_emplace(play.person);
    First& first = at->second;
    const bool earlier =
        added || std::tie(play.began, play.attempt, play.contact) < std::tie(first.began, first.attempt, first.contact);
    if (earlier) first = {play.began, play.attempt, play.contact, play.points, play.possible, play.passed, {}};
    std::size_t likely = 0;
    for (const ItemPlay::Part& part : play.parts) {
        if (part.possible <= 0) continue;
        const std::size_t place = place_of(script, part.criterion, likely);
        likely = place + 1;
        Criterion& criterion = script.criteria[place];
        ++criterion.chances;
        criterion.lost += part.points < part.possible ? 1 : 0;
        criterion.points += part.points;
        criterion.possible += part.possible;
        if (earlier) first.parts.push_back({place, part.points, part.possible});
    }
}

void ItemPlays::follow(const ItemPlay& play) {
    if (play.purpose != standing::Purpose::practice || scoring::is_drill(play.script)) return;
    Tries& tries = practice_[play.family.empty() ? play.script : play.family][play.person];
    const auto before = [&](const Try& other) {
        return std::tie(play.began, play.attempt, play.contact) < std::tie(other.began, other.attempt, other.contact);
    };
    // Records hand them over oldest first, so there is hardly ever one to be put in between.
    auto at = tries.end();
    while (at != tries.begin() && before(*(at - 1)))
        --at;
    if (at == tries.end() && tries.size() == kFollowed) return;
    tries.insert(at, {play.began, play.attempt, play.contact, play.passed});
    if (tries.size() > kFollowed) tries.pop_back();
}

}  // namespace shift311::reports
