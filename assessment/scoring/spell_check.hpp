// Asks dictionaries about what a trainee wrote. The answer is kept with the scorecard: judging itself needs no
// dictionary.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {
class Speller;
}

namespace shift311::scoring {

/// The dictionaries of one desk; null where one is not installed. They know the city's own words.
struct Dictionaries {
    const text::Speller* english = nullptr;
    const text::Speller* spanish = nullptr;
};

/// Every word of the contact's replies and narrative that its dictionary does not know. A text in a language without a
/// dictionary is passed over; when none was looked at, `dictionary` stays empty.
Spelling spell_checked(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                       const Dictionaries& dictionaries);

}  // namespace shift311::scoring
