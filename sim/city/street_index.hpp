// The streets of a city by name, by beginning and by likeness: what looking up an address stands on.
#pragma once

#include "assessment/text/street_address.hpp"
#include "sim/city/city.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::city {

/// Streets are named by their place in `city.streets`, which must not change afterwards.
class StreetIndex {
  public:
    explicit StreetIndex(const City& city);

    struct Match {
        std::vector<std::size_t> exact;      ///< direction, name and type as given
        std::vector<std::size_t> fitting;    ///< same name, and nothing given that contradicts
        std::vector<std::size_t> same_name;  ///< same name, whatever was given
    };
    Match match(const text::StreetAddress& street) const;
    /// Streets whose full name begins so, with or without its direction, spelled out or not; in order of name.
    std::vector<std::size_t> beginning(std::string_view typed) const;
    /// Streets whose name is `farthest` edits off or fewer, and not the same; nearest first, then in order of name.
    std::vector<std::pair<std::size_t, std::size_t>> like(const std::string& street_name, std::size_t farthest) const;
    /// In order of street name, without doubles.
    std::vector<std::size_t> in_order(std::vector<std::size_t> streets) const;
    /// The parts of a street's name: no number, whatever the name looks like.
    static text::StreetAddress parts(const std::string& street);

  private:
    struct Entry {
        text::StreetAddress parts;
        std::size_t street;
    };
    std::vector<Entry> by_name_;                                 ///< ascending by parts.name
    std::vector<std::pair<std::string, std::size_t>> by_start_;  ///< ways to write each street, ascending
    std::vector<std::pair<std::string, std::uint64_t>> names_;   ///< distinct names with the set of their letters
    std::vector<std::size_t> order_;                             ///< streets by name
    std::vector<std::size_t> rank_;                              ///< place of each street in `order_`
};

}  // namespace shift311::city
