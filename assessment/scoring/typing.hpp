// Typing measured from the record: what was pressed, what of it stands, what of that is right. Whole numbers
// throughout.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/contact_events.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace shift311::scoring {

/// The classes of Soukoreff & MacKenzie (2003).
struct TypingFacts {
    std::int64_t correct = 0;      ///< C: characters that stand and are right
    std::int64_t uncorrected = 0;  ///< INF: wrong ones that stand
    std::int64_t corrected = 0;    ///< IF: characters typed and taken out again
    std::int64_t fixes = 0;        ///< F: keystrokes that took text out
    std::int64_t written = 0;      ///< |T|: characters that stand
    std::int64_t pressed = 0;      ///< |I|: every keystroke

    std::int64_t uncorrected_permille() const;
    std::int64_t corrected_permille() const;
    std::int64_t total_permille() const;
    std::int64_t keystrokes_per_character_permille() const;
    std::int64_t correction_efficiency_permille() const;  ///< 1000 where nothing was taken out
    std::int64_t conscientiousness_permille() const;      ///< 1000 where nothing was wrong
    std::int64_t utilized_permille() const;
};

/// What a number means, as reports and findings name it. Numbers taken during a contact and those of a copy test are
/// never put together: a caller sets the pace of the one, a printed text that of the other.
struct TypingDefinition {
    std::string_view id;     ///< "ksph_net"
    std::string_view label;  ///< "Net keystrokes an hour"
    std::string_view means;  ///< one sentence
};
const std::vector<TypingDefinition>& typing_definitions();

/// One phrase typed at the end of the line only; in `stream` a backspace is '\b'.
TypingFacts typing_facts(std::string_view presented, std::string_view stream);

/// Words of five characters a minute, in hundredths.
std::int64_t wpm_hundredths(std::int64_t characters, Millis time);
/// Keystrokes an hour at the pace of `keys` in `time`.
std::int64_t per_hour(std::int64_t keys, Millis time);

/// Every edit of a contact: pasted and chosen text is nobody's keystroke. Time is the sum of the gaps between one typed
/// edit and the next, longer ones than the rubric's pause left out; so the first keystroke adds none.
Typing measured_typing(const AnswerKey& key, const ContactEvents& events, const Rubric& rubric);

}  // namespace shift311::scoring
