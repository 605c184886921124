// The answer key of a script whose blanks are filled.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "sim/city/address.hpp"
#include "sim/city/city.hpp"
#include "sim/script/script.hpp"

namespace shift311::script {

scoring::AnswerKey key_of(const Script& filled, const city::City& city, const city::AddressBook& book, city::Date date);

/// How a field is compared: as the script says, else by the attribute's code and datatype.
text::FieldKind kind_of(const ExpectedField& field, const city::Attribute* attribute);

}  // namespace shift311::script
