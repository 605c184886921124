#include "sim/city/address.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace shift311::city {

namespace {
constexpr int kNowhere = -1;
}

void AddressBook::build_crossings() {
    const std::size_t count = city_->streets.size();
    const auto add = [&](const std::string& key) {
        return places_.emplace(key, static_cast<Place>(places_.size())).first->second;
    };
    for (std::size_t i = 0; i < count; ++i)
        place_of_.push_back(add(text::written(StreetIndex::parts(name(i)))));
    std::map<std::string, Place> read;  // each cross street is named many times and read once
    const auto place_named = [&](const std::string& cross) {
        if (cross.empty()) return kNowhere;
        const auto known = read.find(cross);
        if (known != read.end()) return known->second;
        const text::StreetAddress parts = StreetIndex::parts(cross);
        const Indexes streets = index_.match(parts).exact;
        const Place found = streets.empty() ? add(text::written(parts)) : place_of_[streets.front()];
        read.emplace(cross, found);
        return found;
    };
    crossings_.resize(count);
    meets_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (const Block& block : city_->streets[i].blocks) {
            const Crossing ends{place_named(block.cross_low), place_named(block.cross_high)};
            crossings_[i].push_back(ends);
            if (ends.low != kNowhere) meets_[i].push_back(ends.low);
            if (ends.high != kNowhere) meets_[i].push_back(ends.high);
        }
        std::sort(meets_[i].begin(), meets_[i].end());
        meets_[i].erase(std::unique(meets_[i].begin(), meets_[i].end()), meets_[i].end());
    }
}

AddressBook::Place AddressBook::place(const std::string& street) const {
    const text::StreetAddress parts = StreetIndex::parts(street);
    const Indexes streets = index_.match(parts).exact;
    if (!streets.empty()) return place_of_[streets.front()];
    const auto known = places_.find(text::written(parts));
    return known == places_.end() ? kNowhere : known->second;
}

bool AddressBook::meet(std::size_t a, std::size_t b) const {
    return std::binary_search(meets_[a].begin(), meets_[a].end(), place_of_[b]) ||
           std::binary_search(meets_[b].begin(), meets_[b].end(), place_of_[a]);
}

bool AddressBook::meet(const std::string& a, const std::string& b) const {
    const Place place_a = place(a);
    const Place place_b = place(b);
    if (place_a == kNowhere || place_b == kNowhere) return false;
    const auto crosses = [&](Place street, Place other) {
        for (std::size_t i = 0; i < place_of_.size(); ++i) {
            if (place_of_[i] == street && std::binary_search(meets_[i].begin(), meets_[i].end(), other)) return true;
        }
        return false;
    };
    return crosses(place_a, place_b) || crosses(place_b, place_a);
}

/// Every block that an address lies on: one for a house, up to four for a corner.
std::vector<AddressBook::Position> AddressBook::resolve_positions(const std::string& address) const {
    AddressLookup look = look_up(address);
    // A street without its type or direction still is a place when only one street fits.
    if (look.status == AddressStatus::incomplete && look.suggestions.size() == 1)
        look = look_up(look.suggestions.front());
    std::vector<Position> positions;
    const auto streets = [&](const std::string& street) { return index_.match(StreetIndex::parts(street)).exact; };
    if (look.status == AddressStatus::found) {
        for (const std::size_t street : streets(look.street)) {
            const std::vector<Block>& blocks = city_->streets[street].blocks;
            positions.push_back({street, static_cast<std::size_t>(look.block - blocks.data()), look.number});
        }
    } else if (look.status == AddressStatus::intersection) {
        const std::size_t mark = look.normal.find(" & ");
        const std::string first = look.normal.substr(0, mark);
        const std::string second = look.normal.substr(mark + 3);
        for (const auto& [street, other] : {std::pair(first, second), std::pair(second, first)}) {
            const Place corner = place(other);
            for (const std::size_t index : streets(street)) {
                for (std::size_t b = 0; b < crossings_[index].size(); ++b) {
                    const Block& block = city_->streets[index].blocks[b];
                    if (crossings_[index][b].low == corner) positions.push_back({index, b, block.low});
                    if (crossings_[index][b].high == corner) positions.push_back({index, b, block.high});
                }
            }
        }
    }
    return positions;
}

std::vector<AddressBook::Position> AddressBook::positions(const std::string& address) const {
    const auto known = on_file_.find(address);
    return known != on_file_.end() ? known->second : resolve_positions(address);
}

std::vector<const Request*> AddressBook::near(const std::string& address, const std::string& service,
                                              const std::vector<const Request*>& among) const {
    const std::vector<Position> here = positions(address);
    if (here.empty()) return {};
    struct Near {
        std::size_t blocks;
        int numbers;
        const Request* request;
    };
    // A street may have a gap: the next block on the list is not always the next one on the ground.
    const auto adjoin = [&](std::size_t street, std::size_t block) {
        const std::vector<Block>& blocks = city_->streets[street].blocks;
        const Crossing& ends = crossings_[street][block];
        return blocks[block + 1].low - blocks[block].high <= 2 ||
               (ends.high != kNowhere && ends.high == crossings_[street][block + 1].low);
    };
    std::vector<Near> found;
    for (const Request* request : among) {
        if (request == nullptr || request->service != service) continue;
        bool close = false;
        Near best{0, 0, request};
        for (const Position& there : positions(request->address)) {
            for (const Position& at : here) {
                if (at.street != there.street) continue;
                const std::size_t blocks = at.block > there.block ? at.block - there.block : there.block - at.block;
                const int numbers = std::abs(at.number - there.number);
                if (blocks > 1 || (blocks == 1 && !adjoin(at.street, std::min(at.block, there.block)))) continue;
                if (!close || std::tie(blocks, numbers) < std::tie(best.blocks, best.numbers))
                    best = {blocks, numbers, request};
                close = true;
            }
        }
        if (close) found.push_back(best);
    }
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return std::tie(a.blocks, a.numbers, a.request->reference) <
               std::tie(b.blocks, b.numbers, b.request->reference);
    });
    std::vector<const Request*> requests;
    for (const Near& one : found)
        requests.push_back(one.request);
    return requests;
}

}  // namespace shift311::city
