#include "sim/city/street_index.hpp"

#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/street_words.hpp"

#include <algorithm>
#include <bitset>
#include <initializer_list>

namespace shift311::city {

namespace {

std::string upper(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

/// Which letters and digits a name holds: one edit changes two of them at most.
std::uint64_t letters_of(std::string_view name) {
    std::uint64_t set = 0;
    for (const char c : name)
        set |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63u);
    return set;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

}  // namespace

text::StreetAddress StreetIndex::parts(const std::string& street) {
    // With a house number in front, nothing in the name can be taken for one ("SEVEN OAKS RD").
    text::StreetAddress out = text::parse_location("1 " + street).first;
    out.number.clear();
    return out;
}

StreetIndex::StreetIndex(const City& city) {
    const std::size_t count = city.streets.size();
    order_.resize(count);
    rank_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return city.streets[a].name < city.streets[b].name; });
    for (std::size_t place = 0; place < count; ++place)
        rank_[order_[place]] = place;

    const auto add = [&](const std::string& name, std::size_t street) {
        const text::StreetAddress part = parts(name);
        by_name_.push_back({part, street});
        // "S BROAD ST", "SOUTH BROAD STREET", "BROAD ST" ...
        std::vector<std::string> spellings = {part.name};
        if (part.name.rfind("ST ", 0) == 0) spellings.push_back("SAINT " + part.name.substr(3));
        if (part.name.rfind("MT ", 0) == 0) spellings.push_back("MOUNT " + part.name.substr(3));
        if (part.name.rfind("FT ", 0) == 0) spellings.push_back("FORT " + part.name.substr(3));
        const std::string suffix_word = upper(std::string(text::street_suffix_word(part.suffix)));
        const std::string direction_word = upper(std::string(text::compass_word(part.direction)));
        by_start_.emplace_back(upper(text::plain(name)), street);
        for (const std::string& spelling : spellings) {
            for (const std::string& type : {part.suffix, suffix_word}) {
                const std::string body = joined({spelling, type, part.post_direction});
                by_start_.emplace_back(body, street);
                if (part.direction.empty()) continue;
                by_start_.emplace_back(joined({part.direction, body}), street);
                by_start_.emplace_back(joined({direction_word, body}), street);
            }
        }
        names_.emplace_back(part.name, letters_of(part.name));
    };
    for (std::size_t i = 0; i < count; ++i) {
        add(city.streets[i].name, i);
        for (const std::string& alias : city.streets[i].aliases)
            add(alias, i);
    }
    std::stable_sort(by_name_.begin(), by_name_.end(),
                     [](const Entry& a, const Entry& b) { return a.parts.name < b.parts.name; });
    std::sort(by_start_.begin(), by_start_.end());
    by_start_.erase(std::unique(by_start_.begin(), by_start_.end()), by_start_.end());
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::vector<std::size_t> StreetIndex::in_order(std::vector<std::size_t> streets) const {
    std::sort(streets.begin(), streets.end(), [&](std::size_t a, std::size_t b) { return rank_[a] < rank_[b]; });
    streets.erase(std::unique(streets.begin(), streets.end()), streets.end());
    return streets;
}

StreetIndex::Match StreetIndex::match(const text::StreetAddress& street) const {
    Match match;
    if (street.name.empty()) return match;
    auto entry = std::lower_bound(by_name_.begin(), by_name_.end(), street.name,
                                  [](const Entry& e, const std::string& name) { return e.parts.name < name; });
    for (; entry != by_name_.end() && entry->parts.name == street.name; ++entry) {
        const text::StreetAddress& known = entry->parts;
        match.same_name.push_back(entry->street);
        const auto open = [](const std::string& given, const std::string& is) { return given.empty() || given == is; };
        if (known.direction == street.direction && known.suffix == street.suffix &&
            known.post_direction == street.post_direction) {
            match.exact.push_back(entry->street);
        }
        if (open(street.direction, known.direction) && open(street.suffix, known.suffix) &&
            open(street.post_direction, known.post_direction)) {
            match.fitting.push_back(entry->street);
        }
    }
    match.exact = in_order(std::move(match.exact));
    match.fitting = in_order(std::move(match.fitting));
    match.same_name = in_order(std::move(match.same_name));
    return match;
}

std::vector<std::size_t> StreetIndex::beginning(std::string_view typed) const {
    const std::string start = upper(text::plain(typed));
    std::vector<std::size_t> found;
    if (start.empty()) return found;
    auto entry = std::lower_bound(by_start_.begin(), by_start_.end(), start,
                                  [](const auto& e, const std::string& key) { return e.first < key; });
    // One mark a street: a single letter typed fits thousands of spellings.
    std::vector<bool> fits(order_.size());
    bool any = false;
    for (; entry != by_start_.end() && entry->first.compare(0, start.size(), start) == 0; ++entry) {
        fits[rank_[entry->second]] = true;
        any = true;
    }
    if (!any) return found;
    for (std::size_t place = 0; place < fits.size(); ++place) {
        if (fits[place]) found.push_back(order_[place]);
    }
    return found;
}

std::vector<std::pair<std::size_t, std::size_t>> StreetIndex::like(const std::string& street_name,
                                                                   std::size_t farthest) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;  // distance, street
    const std::uint64_t letters = letters_of(street_name);
    for (const auto& [name, set] : names_) {
        const std::size_t longer = std::max(name.size(), street_name.size());
        const std::size_t shorter = std::min(name.size(), street_name.size());
        if (longer - shorter > farthest || std::bitset<64>(set ^ letters).count() > 2 * farthest) continue;
        const std::size_t distance = text::osa(name, street_name);
        if (distance == 0 || distance > farthest) continue;
        auto entry = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                      [](const Entry& e, const std::string& key) { return e.parts.name < key; });
        for (; entry != by_name_.end() && entry->parts.name == name; ++entry)
            found.emplace_back(distance, entry->street);
    }
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : rank_[a.second] < rank_[b.second];
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace shift311::city
