// What the judging found: findings with their evidence, summed by competency.
#pragma once

#include "assessment/journal/journal.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

/// Points are hundredths.
using Points = std::int64_t;

enum class Competency {
    listening,
    recording,
    typing,
    referral,
    procedure,
    courtesy,
    privacy,
    knowledge,
    writing,
    tempo
};
inline constexpr std::array kCompetencies{
    Competency::listening, Competency::recording, Competency::typing,    Competency::referral, Competency::procedure,
    Competency::courtesy,  Competency::privacy,   Competency::knowledge, Competency::writing,  Competency::tempo};
std::string_view word(Competency competency);   ///< "listening"
std::string_view label(Competency competency);  ///< "Listening"

struct Finding {
    std::string criterion;  ///< "field.location", "step.greet", "emergency.clock"
    Competency competency = Competency::procedure;
    Points points = 0;  ///< 0 <= points <= possible
    Points possible = 0;
    bool critical = false;               ///< fails the contact whatever the points
    std::vector<journal::Seq> evidence;  ///< events that earned or lost it, ascending
    std::string why;                     ///< one plain sentence that a trainee can act on
    std::string title;                   ///< a few words for a list: "House number: 4280 written, 4208 said"
};

struct Typing {
    std::int64_t ksph_gross = 0;  ///< 3600 * inserting keystrokes / active seconds
    std::int64_t ksph_net = 0;    ///< 3600 * correct characters / active seconds
    std::int64_t uncorrected_permille = 0;
    std::int64_t wpm = 0;   ///< net, five characters a word
    std::int64_t keys = 0;  ///< inserting keystrokes counted
    std::int64_t erased = 0;
    journal::Millis active = 0;                    ///< typing time, pauses longer than the rubric's left out
    std::int64_t corrected_permille = 0;           ///< typed and taken out again, of everything typed
    std::int64_t keys_per_character_permille = 0;  ///< 1000 * keystrokes, erasing ones too / characters that stand
    journal::Millis elapsed = 0;                   ///< from the first typed edit to the last, pauses included
};

struct Times {
    journal::Millis answer = 0;
    journal::Millis handle = 0;  ///< answer to end of conversation, holds included
    journal::Millis hold = 0;    ///< all holds together
    journal::Millis wrap = 0;
};

struct FieldResult {
    std::string label;
    std::string expected;
    std::string written;
    int credit = 0;               ///< 0, 50 or 100 percent
    journal::Seq said = 0;        ///< event in which the caller gave it; 0: never
    journal::Seq written_at = 0;  ///< event that wrote the final value; 0: never
    // Diagnosis, worth no points. -1: not said, or not written after it was said.
    journal::Millis begun_after = -1;    ///< from the caller's line to the first edit of the field
    journal::Millis written_after = -1;  ///< from the caller's line to the edit that wrote the final value
    int revisions = 0;                   ///< how often something that stood there was changed or taken out
};

/// What a dictionary found. It is kept with the card, so that judging again gives the same card on a machine with
/// another dictionary or none.
struct Spelling {
    std::string dictionary;               ///< which one, and which edition of it; empty: spelling was not looked at
    std::vector<std::string> misspelled;  ///< words that it does not know, ascending, each once
};

struct Scorecard {
    std::string script;
    std::string title;
    std::string disposition;  ///< as wrapped, or what was done
    Points points = 0;
    Points possible = 0;
    bool passed = false;
    std::vector<std::string> critical;  ///< one sentence each
    struct Sum {
        Points points = 0;
        Points possible = 0;
    };
    std::map<std::string, Sum> competencies;  ///< by word; only those that the contact gave a chance for
    std::vector<Finding> findings;            ///< in a fixed order
    Typing typing;
    Times times;
    std::map<std::string, FieldResult> fields;
    std::string strength;     ///< what went best, one sentence
    std::string next;         ///< the one thing to practise next, one sentence
    std::string rubric;       ///< version of the rules used
    std::string rubric_hash;  ///< BLAKE2b of the rules used; empty in cards of before rules were content
    Spelling spelling;
};

/// Percent of possible points, rounded half up; 0 of 0 is 100.
int percent(Points points, Points possible);

/// One line of JSON with sorted keys; the same scorecard always gives the same bytes.
std::string to_json(const Scorecard& card);
Scorecard card_from_json(std::string_view json);

}  // namespace shift311::scoring
