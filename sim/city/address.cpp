#include "sim/city/address.hpp"

#include "assessment/text/normal.hpp"
#include "sim/city/address_words.hpp"

#include <algorithm>
#include <utility>

namespace shift311::city {

namespace {

constexpr std::size_t kMostSuggestions = 6;

/// The house number's leading digits; 0 when there are none, a large number when there are too many.
int leading_number(const std::string& text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') break;
        if (value > 999'999) return value;
        value = value * 10 + (c - '0');
    }
    return value;
}

const Block* find_block(const Street& street, int number) {
    for (const Block& block : street.blocks) {
        if (number >= block.low && number <= block.high) return &block;
    }
    return nullptr;
}

std::string with_number(const text::StreetAddress& typed, const std::string& street) {
    std::string out = typed.number.empty() ? street : typed.number + " " + street;
    if (!typed.unit.empty() && !typed.number.empty()) {
        text::StreetAddress unit;
        unit.unit = typed.unit;
        out += " " + text::written(unit);
    }
    return out;
}

void suggest(std::vector<std::string>& suggestions, std::string suggestion) {
    if (suggestions.size() >= kMostSuggestions) return;
    if (std::find(suggestions.begin(), suggestions.end(), suggestion) == suggestions.end())
        suggestions.push_back(std::move(suggestion));
}

/// What was typed of the street alone: without its house number, however far it got.
std::string street_typed(const std::string& typed, const text::StreetAddress& parts) {
    const std::string all = text::plain(typed);
    const bool numbered = !parts.number.empty() && !all.empty() && all[0] >= '0' && all[0] <= '9';
    if (!numbered || parts.name.empty()) return all;
    const std::size_t space = all.find(' ');
    return space == std::string::npos ? std::string() : all.substr(space + 1);
}

}  // namespace

AddressBook::AddressBook(const City& city) : city_(&city), index_(city) {
    build_crossings();
    for (const Request& request : city.requests) {
        if (on_file_.find(request.address) == on_file_.end())
            on_file_.emplace(request.address, resolve_positions(request.address));
    }
}

AddressLookup AddressBook::found_street(const text::StreetAddress& typed, std::size_t index) const {
    const Street& street = city_->streets[index];
    AddressLookup look;
    look.street = street.name;
    const std::string run = ranges(street);
    if (typed.number.empty()) {
        look.status = AddressStatus::street_only;
        look.normal = street.name;
        look.says = "No house number" + (run.empty() ? std::string() : "; blocks run " + run);
        return look;
    }
    look.number = leading_number(typed.number);
    look.block = find_block(street, look.number);
    if (look.block != nullptr) {
        look.status = AddressStatus::found;
        look.normal = with_number(typed, street.name);
        const int hundred = look.number / 100 * 100;
        look.says = (hundred == 0 ? std::string("block 1 to 99") : "block " + std::to_string(hundred)) + ", " +
                    kind_of_road(look.block->maintained_by);
        return look;
    }
    look.status = AddressStatus::number_off_street;
    look.says = "No number " + typed.number + " on " + street.name;
    if (!run.empty()) look.says += "; blocks run " + run;
    // The same name with another direction or type may have the number: "1200 GEARY ST" is on GEARY BLVD.
    text::StreetAddress name_only;
    name_only.name = StreetIndex::parts(street.name).name;
    for (const std::size_t other : index_.match(name_only).fitting) {
        if (other != index && find_block(city_->streets[other], look.number) != nullptr) {
            suggest(look.suggestions, with_number(typed, name(other)));
        }
    }
    if (!look.suggestions.empty()) look.says += ". " + did_you_mean(look.suggestions);
    return look;
}

AddressLookup AddressBook::open_streets(const text::StreetAddress& typed, const Indexes& fitting,
                                        const Indexes& further) const {
    AddressLookup look;
    look.number = leading_number(typed.number);
    std::vector<std::string> right;  // where the number exists, or all streets while there is no number
    for (const std::size_t street : fitting) {
        if (typed.number.empty() || find_block(city_->streets[street], look.number) != nullptr)
            right.push_back(name(street));
    }
    if (!fitting.empty() && right.empty()) {
        std::vector<std::string> names;
        for (const std::size_t street : fitting)
            names.push_back(name(street));
        look.status = AddressStatus::number_off_street;
        look.says = "No number " + typed.number + " on " + listed(names);
        if (fitting.size() == 1) look.says += "; blocks run " + ranges(city_->streets[fitting.front()]);
        return look;
    }
    for (const std::string& street : right)
        suggest(look.suggestions, with_number(typed, street));
    if (right.size() > 1) {
        look.status = AddressStatus::ambiguous;
        look.says = did_you_mean(right);
        return look;
    }
    look.status = AddressStatus::incomplete;
    if (right.size() == 1) look.says = did_you_mean({look.suggestions.front()});
    std::size_t fit = 0;
    for (const std::size_t street : further) {
        if (typed.name.empty() || typed.number.empty() || find_block(city_->streets[street], look.number) != nullptr) {
            suggest(look.suggestions, typed.name.empty() ? name(street) : with_number(typed, name(street)));
            ++fit;
        }
    }
    if (look.says.empty() && fit > 0 && !typed.name.empty()) {
        look.says = fit > kMostSuggestions ? std::to_string(fit) + " streets fit so far"
                                           : "Could be " + listed(look.suggestions);
    }
    return look;
}

AddressLookup AddressBook::unknown(const text::StreetAddress& typed, const Indexes& same_name) const {
    AddressLookup look;
    look.status = AddressStatus::unknown_street;
    look.number = leading_number(typed.number);
    Indexes near = same_name;
    if (near.empty()) {
        const std::size_t farthest = typed.name.size() >= 6 ? 2 : typed.name.size() >= 3 ? 1 : 0;
        for (const auto& [distance, street] : index_.like(typed.name, farthest))
            near.push_back(street);
    }
    // First where the number exists, then the others by their names alone.
    if (!typed.number.empty()) {
        for (const std::size_t street : near) {
            if (find_block(city_->streets[street], look.number) != nullptr)
                suggest(look.suggestions, with_number(typed, name(street)));
        }
    }
    if (look.suggestions.empty()) {
        for (const std::size_t street : near)
            suggest(look.suggestions, name(street));
    }
    text::StreetAddress street = typed;
    street.number.clear();
    street.unit.clear();
    look.says = "No street " + text::written(street) + " here";
    if (!look.suggestions.empty()) look.says += ". " + did_you_mean(look.suggestions);
    return look;
}

AddressBook::Indexes AddressBook::beginning(const text::StreetAddress& typed, const std::string& raw) const {
    Indexes found = index_.beginning(street_typed(raw, typed));
    text::StreetAddress street = typed;
    street.number.clear();
    street.unit.clear();
    if (street.name.empty()) return found;
    const Indexes more = index_.beginning(text::written(street));
    if (more == found) return found;
    found.insert(found.end(), more.begin(), more.end());
    return index_.in_order(std::move(found));
}

AddressLookup AddressBook::look_up_street(const text::StreetAddress& typed, const std::string& raw) const {
    const StreetIndex::Match match = index_.match(typed);
    if (match.exact.size() == 1) return found_street(typed, match.exact.front());
    if (match.fitting.empty() && !typed.number.empty() && raw.find_first_of("0123456789") == std::string::npos) {
        // A name that reads like a number: "SEVEN OAKS RD".
        const StreetIndex::Match whole = index_.match(StreetIndex::parts(raw));
        if (whole.exact.size() == 1) return found_street({}, whole.exact.front());
    }
    const Indexes begun = beginning(typed, raw);
    if (!match.fitting.empty() || !begun.empty() || typed.name.empty())
        return open_streets(typed, match.fitting, begun);
    return unknown(typed, match.same_name);
}

AddressBook::Side AddressBook::side(const text::StreetAddress& typed) const {
    StreetIndex::Match match = index_.match(typed);
    if (match.exact.size() == 1) return {std::move(match.exact), true, false};
    if (!match.fitting.empty()) return {std::move(match.fitting), false, false};
    return {index_.beginning(text::written(typed)), false, true};
}

AddressLookup AddressBook::look_up_corner(const text::Location& typed) const {
    text::StreetAddress first = typed.first;
    first.number.clear();
    first.unit.clear();
    const text::StreetAddress& second = typed.cross.front();
    const Side ours = side(first);
    const Side theirs = side(second);
    if (ours.streets.empty() || theirs.streets.empty()) {
        const text::StreetAddress& missing = ours.streets.empty() ? first : second;
        return unknown(missing, index_.match(missing).same_name);
    }
    AddressLookup look;
    std::vector<std::pair<std::size_t, std::size_t>> corners;
    for (const std::size_t a : ours.streets) {
        for (const std::size_t b : theirs.streets) {
            if (a != b && meet(a, b)) corners.emplace_back(a, b);
        }
    }
    for (const auto& [a, b] : corners)
        suggest(look.suggestions, name(a) + " & " + name(b));
    if (corners.empty()) {
        look.status = AddressStatus::no_corner;
        const auto named = [&](const Side& one, const text::StreetAddress& as_typed) {
            return one.streets.size() == 1 ? name(one.streets.front()) : text::written(as_typed);
        };
        look.says = named(ours, first) + " and " + named(theirs, second) + " do not meet";
        return look;
    }
    if (!ours.certain || !theirs.certain) {
        const bool begun = ours.begun || theirs.begun;
        look.status = corners.size() > 1 && !begun ? AddressStatus::ambiguous : AddressStatus::incomplete;
        look.says = did_you_mean(look.suggestions);
        return look;
    }
    const auto [a, b] = corners.front();
    look.status = AddressStatus::intersection;
    look.normal = name(a) + " & " + name(b);
    look.street = name(a);
    look.suggestions.clear();
    look.says = "corner of " + name(a) + " and " + name(b);
    for (std::size_t i = 0; i < crossings_[a].size() && look.block == nullptr; ++i) {
        const bool touches = crossings_[a][i].low == place_of_[b] || crossings_[a][i].high == place_of_[b];
        if (touches) look.block = &city_->streets[a].blocks[i];
    }
    return look;
}

AddressLookup AddressBook::look_up(const std::string& typed) const {
    const text::Location place = text::parse_location(typed);
    if (!place.cross.empty()) return look_up_corner(place);
    if (place.first == text::StreetAddress{}) return {};
    return look_up_street(place.first, typed);
}

std::vector<std::string> AddressBook::complete(const std::string& typed, std::size_t limit) const {
    std::vector<std::string> names;
    for (const std::size_t street : beginning(text::parse_location(typed).first, typed)) {
        if (names.size() == limit) break;
        names.push_back(name(street));
    }
    return names;
}

std::vector<std::string> AddressBook::neighbors(const std::string& street) const {
    const text::StreetAddress parts = StreetIndex::parts(street);
    const StreetIndex::Match match = index_.match(parts);
    std::vector<std::string> names;
    const auto add = [&](std::size_t other) {
        const bool itself = std::find(match.exact.begin(), match.exact.end(), other) != match.exact.end();
        if (!itself && std::find(names.begin(), names.end(), name(other)) == names.end()) names.push_back(name(other));
    };
    for (const std::size_t other : match.same_name)
        add(other);
    for (const auto& [distance, other] : index_.like(parts.name, 2))
        add(other);
    return names;
}

}  // namespace shift311::city
