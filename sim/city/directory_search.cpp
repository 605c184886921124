#include "sim/city/directory_search.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>

namespace shift311::city {

namespace {
constexpr int kName = 8;
constexpr int kKeyword = 8;
constexpr int kHandles = 2;
constexpr int kNumber = 12 * 20;  // a telephone number typed is meant
}  // namespace

DirectorySearch::DirectorySearch(const City& city) {
    entries_.reserve(city.directory.size());
    for (const Destination& destination : city.directory) {
        Entry entry{&destination, {}, text::phone_digits(destination.number)};
        entry.words.add(destination.id, kName);
        entry.words.add(destination.name, kName);
        for (const std::string& keyword : destination.keywords)
            entry.words.add(keyword, kKeyword);
        entry.words.add(destination.handles, kHandles);
        entries_.push_back(std::move(entry));
    }
}

std::vector<const Destination*> DirectorySearch::find(const std::string& query, std::size_t limit) const {
    struct Scored {
        const Destination* destination;
        WordScore::Fit fit;
    };
    const std::vector<std::string> typed = query_words(query);
    const std::string digits = text::phone_digits(query);
    const std::string letters = text::plain(query);
    const bool all_digits = letters.find_first_not_of("0123456789 ") == std::string::npos;
    std::vector<Scored> scored;
    for (const Entry& entry : entries_) {
        WordScore::Fit fit = entry.words.fit(typed);
        if (all_digits && digits.size() >= 3 && entry.digits.find(digits) != std::string::npos) {
            fit.words = typed.size();
            fit.points += entry.digits == digits ? 2 * kNumber : kNumber;
        }
        if (WordScore::shows(fit, typed.size())) scored.push_back({entry.destination, fit});
    }
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        if (a.fit.words != b.fit.words) return a.fit.words > b.fit.words;
        if (a.fit.points != b.fit.points) return a.fit.points > b.fit.points;
        if (a.destination->name != b.destination->name) return a.destination->name < b.destination->name;
        return a.destination->id < b.destination->id;
    });
    std::vector<const Destination*> found;
    for (const Scored& one : scored) {
        if (found.size() == limit) break;
        found.push_back(one.destination);
    }
    return found;
}

}  // namespace shift311::city
