// A script with its blanks filled for one play: the caller who will ring, and the answer key that judges the contact.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "sim/city/address.hpp"
#include "sim/city/city.hpp"
#include "sim/script/library.hpp"
#include "sim/script/script.hpp"

#include <map>
#include <string>

namespace shift311::script {

struct Cast {
    Script script;  ///< every {blank} filled, one `say` left in each fact
    scoring::AnswerKey key;
    std::map<std::string, std::string> drawn;  ///< "where.address" -> "4208 SPRUCE ST"
};

/// Fill the blanks from `seed`; the same script, city, date and seed always give the same cast on every compiler.
/// `date` is the story's day, from which due dates are counted. A script that passed lint always casts.
Cast cast(const Script& script, const city::City& city, const city::AddressBook& book, city::Date date,
          std::uint64_t seed);

}  // namespace shift311::script
