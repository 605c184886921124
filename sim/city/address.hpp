// Looking up an address as it is typed: block, street twins, "not on this street".
#pragma once

#include "sim/city/city.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::city {

enum class AddressStatus {
    empty,
    incomplete,        ///< could still become an address
    found,             ///< a house number inside a block of a known street
    intersection,      ///< two streets that meet
    street_only,       ///< a known street without a number
    number_off_street, ///< the street exists, the number does not
    ambiguous,         ///< several streets fit: N or S, ST or AVE
    unknown_street,
};

struct AddressLookup {
    AddressStatus status = AddressStatus::empty;
    std::string normal;       ///< the address as the city writes it, when found: "4208 SPRUCE ST"
    std::string street;       ///< full street name, when one is certain
    int number = 0;
    const Block* block = nullptr;
    std::vector<std::string> suggestions;  ///< full addresses or streets, best first, at most 6
    std::string says;         ///< one short line for the form: "block 4200, city street", "Did you mean N or S BROAD ST?"
};

/// An index over a city's streets; built once, answers per keystroke. The city must outlive it.
class AddressBook {
  public:
    explicit AddressBook(const City& city);

    /// Look up what has been typed so far. Case, punctuation, spelled-out directions and suffixes do not matter.
    AddressLookup look_up(const std::string& typed) const;
    /// Complete street names for a prefix, ascending, at most `limit`.
    std::vector<std::string> complete(const std::string& typed, std::size_t limit = 6) const;
    /// Real streets whose names are near `street` (OSA distance of the name 1 or 2, or same name with another direction or suffix).
    std::vector<std::string> neighbors(const std::string& street) const;
    /// True when both streets meet according to the blocks.
    bool meet(const std::string& a, const std::string& b) const;
    /// Requests of the same service at the same block or within one block of it on the same street; nearest first.
    std::vector<const Request*> near(const std::string& address, const std::string& service,
                                     const std::vector<const Request*>& among) const;

  private:
    const City* city_;
    std::vector<std::pair<std::string, std::size_t>> by_key_;  ///< normalised street name or alias -> street index, ascending
};

}  // namespace shift311::city
