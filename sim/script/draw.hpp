// Draws what a script leaves open: names, places, requests, numbers.
#pragma once

#include "sim/city/address.hpp"
#include "sim/city/city.hpp"
#include "sim/script/random.hpp"
#include "sim/script/script.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::script {

/// A block that a draw may choose.
struct BlockChoice {
    const city::Street* street = nullptr;
    const city::Block* block = nullptr;
};

/// Blocks that the draw `id` may choose: they answer its wishes and fill every blank the script uses; in the order of
/// the streets.
std::vector<BlockChoice> blocks_for(const Script& script, const std::string& id, const Vary& vary,
                                    const city::City& city);
/// True when there is no open request of `service` within one block, so that a new report there is no duplicate.
bool is_free(const BlockChoice& choice, const std::string& service, const city::City& city,
             const city::AddressBook& book);
/// Requests that the draw `id` may choose, likewise.
std::vector<const city::Request*> requests_for(const Script& script, const std::string& id, const Vary& vary,
                                               const city::City& city);
/// The service whose open requests a new place must keep clear of; empty when the script wants a duplicate or files
/// nothing.
std::string service_to_avoid(const Script& script);
/// True when any text of the script asks for {name}.
bool uses_blank(const Script& script, const std::string& name);
/// True when the city has the same street in the opposite direction: N and S BROAD ST.
bool has_twin(const city::Street& street, const city::City& city);

/// "R-E-Y-E-S".
std::string spelled(const std::string& name);
/// "two one five, five five five, oh one four two", in the caller's language.
std::string digits_spoken(const std::string& digits, const std::string& language);

/// Every blank of the script with its text, drawn in the order of `vary`.
std::map<std::string, std::string> draw(const Script& script, const city::City& city, const city::AddressBook& book,
                                        city::Date date, Random& random);

}  // namespace shift311::script
