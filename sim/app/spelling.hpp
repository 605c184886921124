// The dictionaries of this desk, with a city's own words known.
#pragma once

#include "assessment/scoring/spell_check.hpp"
#include "sim/city/city.hpp"

namespace shift311::app {

/// What the dictionaries of this machine say about a contact's writing. They are read when first needed, and kept. The
/// answer goes into the scorecard, which then comes out the same on any machine.
scoring::Spelling spelling_of(const city::City& city, const scoring::AnswerKey& key, const journal::Journal& journal,
                              journal::ContactId contact);

}  // namespace shift311::app
