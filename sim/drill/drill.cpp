#include "sim/drill/drill.hpp"

#include "sim/script/random.hpp"

#include <utility>

namespace shift311::drill {

std::vector<const script::Vignette*> draw(const script::Drills& drills, int count, bool exam, std::uint64_t seed) {
    std::vector<const script::Vignette*> urgent, other;
    for (const script::Vignette& one : drills.vignettes) {
        if (one.exam == exam) (one.emergency ? urgent : other).push_back(&one);
    }
    script::Random random(seed);
    const auto shuffle = [&random](std::vector<const script::Vignette*>& list) {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[random.below(i)]);
    };
    shuffle(urgent);
    shuffle(other);
    const std::size_t half = static_cast<std::size_t>(count) / 2;
    if (urgent.size() > half) urgent.resize(half);
    const std::size_t rest = static_cast<std::size_t>(count) - urgent.size();
    if (other.size() > rest) other.resize(rest);
    urgent.insert(urgent.end(), other.begin(), other.end());
    shuffle(urgent);
    return urgent;
}

}  // namespace shift311::drill
