#include "sim/desk/office/name_search.hpp"

#include <algorithm>
#include <vector>

namespace shift311::desk {
namespace {

constexpr std::string_view kBetween = " -.,()'\"";

char low(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = text.find_first_not_of(kBetween); at != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kBetween, end);
    }
    return out;
}

bool begins(std::string_view word, std::string_view with) {
    return with.size() <= word.size() && std::equal(with.begin(), with.end(), word.begin(),
                                                    [](char asked, char there) { return low(asked) == low(there); });
}

}  // namespace

bool names(std::string_view query, std::string_view name) {
    std::vector<std::string_view> asked = words(query), there = words(name);
    // The longest first: "d da" must not spend Dana on the single letter.
    std::sort(asked.begin(), asked.end(), [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
    for (const std::string_view word : asked) {
        const auto found =
            std::find_if(there.begin(), there.end(), [&](std::string_view one) { return begins(one, word); });
        if (found == there.end()) return false;
        there.erase(found);
    }
    return true;
}

}  // namespace shift311::desk
