#include "sim/city/address_words.hpp"

#include <algorithm>
#include <utility>

namespace shift311::city {

namespace {
constexpr std::size_t kMostNamed = 3;
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    const std::size_t shown = std::min(names.size(), kMostNamed);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == names.size();
        if (i > 0) out += last ? " or " : ", ";
        out += names[i];
    }
    if (names.size() > shown) out += " or " + std::to_string(names.size() - shown) + " more";
    return out;
}

std::string did_you_mean(const std::vector<std::string>& names) {
    return "Did you mean " + listed(names) + "?";
}

std::string ranges(const Street& street) {
    std::vector<std::pair<int, int>> runs;
    for (const Block& block : street.blocks) {
        if (!runs.empty() && block.low <= runs.back().second + 2)
            runs.back().second = std::max(runs.back().second, block.high);
        else
            runs.emplace_back(block.low, block.high);
    }
    const auto text = [](const std::pair<int, int>& run) {
        return std::to_string(run.first) + " to " + std::to_string(run.second);
    };
    if (runs.empty()) return {};
    if (runs.size() > kMostNamed) return text({runs.front().first, runs.back().second}) + " with gaps";
    std::string out = text(runs.front());
    for (std::size_t i = 1; i < runs.size(); ++i)
        out += (i + 1 == runs.size() ? " and " : ", ") + text(runs[i]);
    return out;
}

std::string kind_of_road(const std::string& maintained_by) {
    if (maintained_by == "city") return "city street";
    if (maintained_by == "state") return "state road";
    if (maintained_by == "private") return "private street";
    if (maintained_by == "parks") return "park road";
    return maintained_by.empty() ? "street" : maintained_by + " street";
}

}  // namespace shift311::city
