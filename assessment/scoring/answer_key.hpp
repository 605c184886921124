// What should have happened on one contact: the answer key that a script, played with its drawn values, gives.
#pragma once

#include "assessment/journal/event.hpp"
#include "assessment/text/compare.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::scoring {

struct FieldKey {
    std::string field;  ///< attribute code
    std::string label;  ///< as the form shows it
    text::FieldKind kind = text::FieldKind::text;
    std::string expected;
    std::vector<std::string> accept;        ///< further right values
    std::vector<std::string> real_streets;  ///< streets that a misspelling must not hit
    std::string fact;                       ///< the caller's fact behind it, for "said at"; may be empty
    bool place = false;                     ///< says where the work is done: a wrong one is a critical error
};

/// A wording that must be found in a narrative or reply: any one of `any` suffices.
struct Content {
    std::string what;                      ///< plain words: "the two-business-day window"
    std::vector<std::string> any;          ///< accepted wordings, compared as plain words
    std::vector<std::string> contradicts{};  ///< wordings that say the opposite: half of the fact's points are lost
    std::vector<std::string> forbidden{};    ///< wordings that have no place there: blame, diagnosis, private data
};

struct Emergency {
    std::string cue;     ///< "gas_smell": the clock starts when the caller speaks it
    std::string target;  ///< directory id
    journal::Millis within = 20'000;
    bool warm = true;
};

/// A step of the procedure: a phrase said ("greet") or an act ("check_duplicates", "look_up_article:noise").
struct Step {
    std::string id;
    std::string label;  ///< plain words: "Greet the caller"
};

struct AnswerKey {
    std::string script;
    std::string title;
    journal::Channel channel = journal::Channel::phone;
    std::string language;  ///< of a reply: "spanish"; empty: English
    int level = 1;
    std::string family;  ///< scripts of one family train the same thing; empty: of its own kind
    std::vector<std::string> duties;  ///< clauses of the class specifications

    std::string disposition;  ///< file | add_to_existing | inform | transfer | end
    std::string service;      ///< for `file`
    std::string reference;    ///< for `add_to_existing` and status inquiries: the right request
    std::string target;       ///< for `transfer`
    bool warm = false;
    std::optional<Emergency> emergency;
    std::vector<FieldKey> fields;
    std::vector<Content> narrative;     ///< facts that the narrative or notes must hold
    std::vector<Content> reply;         ///< facts that a written reply must hold
    std::vector<std::string> articles;  ///< any of these must be opened to inform rightly
    std::vector<Step> steps;            ///< in the order due
    std::vector<Step> never;            ///< phrases that must not be said
    std::vector<Step> unsafe;           ///< phrases that are wrong safety information: each is a critical error
    std::vector<std::string> secrets;   ///< words that must never be spoken or written to the caller: a reporter's name
    std::string due;                    ///< "2027-01-28": the right completion date; empty where none may be given
    /// Moments at which the caller's feeling wants an answer: the beat or "opening" after which one of the phrases is
    /// due.
    struct Chance {
        std::string after;             ///< "opening" or a beat id
        std::vector<std::string> any;  ///< phrases that meet it
    };
    std::vector<Chance> chances;
    std::vector<std::string> facts_asked;  ///< facts that must be asked for or volunteered; asking again is needless
    struct Limits {
        journal::Millis answer = 20'000;
        journal::Millis handle = 360'000;
        journal::Millis hold = 60'000;  ///< longest single hold
        journal::Millis wrap = 60'000;
    } limits;
};

/// One line of JSON with sorted keys, and back; throws std::runtime_error on anything else. The bytes are stored beside
/// the journal; what earlier versions did not know is left out when empty, so that their keys still come out the same.
std::string to_json(const AnswerKey& key);
AnswerKey key_from_json(std::string_view json);

}  // namespace shift311::scoring
