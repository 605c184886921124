#include "sim/rehearse/skilled.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace shift311::rehearse {
namespace {

using Kind = Mistake::Kind;
using scoring::Points;

constexpr int kKinds = static_cast<int>(Kind::picks_wrong_service) + 1;  ///< the last one
constexpr std::uint64_t kMostLikely = 6;
constexpr std::uint64_t kSeriousOf3 = 1;  ///< of three contacts that fail, so many fail by one serious mistake
constexpr Points kSlipPercent = 6;        ///< of the possible points: what a slip may cost
constexpr Points kMarginPercent = 4;      ///< lost beyond what the rubric lets pass: mistakes may cost less together

Points cost_of(const Mistake& mistake) {
    Points sum = 0;
    for (const auto& [criterion, points] : mistake.costs)
        sum += points;
    return sum;
}

/// Takes one out of the list, each as likely as the player's habits make it.
Mistake take(std::vector<Mistake>& from, const Skill& skill, script::Random& random) {
    const auto weight = [&](const Mistake& one) {
        const auto habit = skill.habits.find(one.kind);
        return static_cast<std::uint64_t>(habit == skill.habits.end() ? 1 : std::max(1, habit->second));
    };
    std::uint64_t all = 0;
    for (const Mistake& one : from)
        all += weight(one);
    std::uint64_t drawn = random.below(all);
    auto chosen = from.begin();
    for (; drawn >= weight(*chosen); ++chosen)
        drawn -= weight(*chosen);
    Mistake taken = std::move(*chosen);
    from.erase(chosen);
    return taken;
}

/// Neither can be made twice, nor both: whoever transfers cold has nobody to leave too early.
bool excludes(Kind made, const Mistake& other) {
    if (made == other.kind) return made != Kind::skips_step;
    const std::set<Kind> both{made, other.kind};
    return both == std::set<Kind>{Kind::transfers_cold, Kind::leaves_early};
}

}  // namespace

std::map<Mistake::Kind, int> draw_habits(script::Random& random) {
    std::map<Kind, int> habits;
    for (int kind = 1; kind < kKinds; ++kind)
        habits[static_cast<Kind>(kind)] = static_cast<int>(1 + random.below(kMostLikely));
    return habits;
}

std::vector<Mistake> draw_mistakes(const script::Cast& cast, const scoring::Rubric& rubric, const Skill& skill,
                                   Points possible, script::Random& random) {
    std::vector<Mistake> serious, others, made;
    for (Mistake& one : mistakes(cast, rubric))
        (one.fails || one.derails ? serious : others).push_back(std::move(one));

    if (random.below(1'000) < static_cast<std::uint64_t>(skill.clean_permille)) {
        others.erase(std::remove_if(others.begin(), others.end(),
                                    [&](const Mistake& one) { return 100 * cost_of(one) > kSlipPercent * possible; }),
                     others.end());
        // The less skilled slip more often, also where it does no harm.
        const bool slips = random.below(1'000) < static_cast<std::uint64_t>(1'200 - skill.clean_permille);
        if (slips && !others.empty()) made.push_back(take(others, skill, random));
        return made;
    }
    if (!serious.empty() && random.below(3) < kSeriousOf3) {
        made.push_back(take(serious, skill, random));
        return made;
    }
    const Points enough = possible * (100 - rubric.pass_percent + kMarginPercent) / 100;
    Points lost = 0;
    while (lost <= enough && !others.empty()) {
        made.push_back(take(others, skill, random));
        lost += cost_of(made.back());
        const Kind kind = made.back().kind;
        others.erase(
            std::remove_if(others.begin(), others.end(), [kind](const Mistake& one) { return excludes(kind, one); }),
            others.end());
    }
    if (lost <= enough && !serious.empty()) made.push_back(take(serious, skill, random));
    return made;
}

}  // namespace shift311::rehearse
