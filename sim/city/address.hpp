// Looking up an address as it is typed: block, street twins, "not on this street".
#pragma once

#include "sim/city/city.hpp"
#include "sim/city/street_index.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace shift311::city {

enum class AddressStatus {
    empty,
    incomplete,         ///< could still become an address: a beginning, or a street without its type or direction
    found,              ///< a house number inside a block of a known street
    intersection,       ///< two streets that meet
    street_only,        ///< a known street without a number
    number_off_street,  ///< the street exists, the number does not
    ambiguous,          ///< several streets fit: N or S, ST or AVE
    no_corner,          ///< two known streets that do not meet
    unknown_street,
};

struct AddressLookup {
    AddressStatus status = AddressStatus::empty;
    std::string normal;  ///< the address as the city writes it, when found: "4208 SPRUCE ST"
    std::string street;  ///< full street name, when one is certain
    int number = 0;
    const Block* block = nullptr;
    std::vector<std::string> suggestions;  ///< full addresses or streets, best first, at most 6
    std::string says;  ///< one short line for the form: "block 4200, city street", "Did you mean N or S BROAD ST?"
};

/// An index over a city's streets; built once, answers per keystroke. The city must outlive it.
class AddressBook {
  public:
    explicit AddressBook(const City& city);

    /// Look up what has been typed so far. Case, punctuation, spelled-out directions and suffixes do not matter.
    AddressLookup look_up(const std::string& typed) const;
    /// Complete street names for a prefix, ascending, at most `limit`.
    std::vector<std::string> complete(const std::string& typed, std::size_t limit = 6) const;
    /// Real streets whose names are near `street` (OSA distance of the name 1 or 2, or same name with another direction
    /// or suffix).
    std::vector<std::string> neighbors(const std::string& street) const;
    /// True when both streets meet according to the blocks.
    bool meet(const std::string& a, const std::string& b) const;
    /// Requests of the same service at the same block or within one block of it on the same street; nearest first.
    std::vector<const Request*> near(const std::string& address, const std::string& service,
                                     const std::vector<const Request*>& among) const;

  private:
    struct Position {
        std::size_t street = 0;
        std::size_t block = 0;
        int number = 0;
    };
    using Indexes = std::vector<std::size_t>;
    /// The streets that one side of a corner can mean.
    struct Side {
        Indexes streets;
        bool certain = false;  ///< written in full
        bool begun = false;    ///< only the beginning of a name so far
    };
    /// A street as the other end of a crossing; cross streets that have no blocks of their own count too.
    using Place = int;
    struct Crossing {
        Place low;
        Place high;
    };

    AddressLookup look_up_street(const text::StreetAddress& typed, const std::string& raw) const;
    AddressLookup look_up_corner(const text::Location& typed) const;
    AddressLookup found_street(const text::StreetAddress& typed, std::size_t street) const;
    AddressLookup open_streets(const text::StreetAddress& typed, const Indexes& fitting, const Indexes& further) const;
    AddressLookup unknown(const text::StreetAddress& typed, const Indexes& same_name) const;
    Side side(const text::StreetAddress& typed) const;
    Indexes beginning(const text::StreetAddress& typed, const std::string& raw) const;
    const std::string& name(std::size_t street) const { return city_->streets[street].name; }

    void build_crossings();
    Place place(const std::string& street) const;
    bool meet(std::size_t a, std::size_t b) const;
    std::vector<Position> positions(const std::string& address) const;
    std::vector<Position> resolve_positions(const std::string& address) const;

    const City* city_;
    StreetIndex index_;
    std::map<std::string, Place> places_;                   ///< by canonical name
    std::vector<Place> place_of_;                           ///< per street
    std::vector<std::vector<Crossing>> crossings_;          ///< per street and block
    std::vector<std::vector<Place>> meets_;                 ///< per street: all that it crosses, ascending
    std::map<std::string, std::vector<Position>> on_file_;  ///< where the city's own requests are
};

}  // namespace shift311::city
