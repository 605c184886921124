// What is fixed before a drill begins: its vignettes or texts, the answers to choose from, and the key it is judged by.
#pragma once

#include "assessment/scoring/drill.hpp"
#include "sim/script/library.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::drill {

using journal::Millis;

/// How many vignettes a block has: half of them emergencies.
inline constexpr int kBlock = 60;

/// Somewhere a vignette can be sent.
struct Answer {
    std::string id;       ///< "911", "311", or of the directory
    std::string name;     ///< "PGW gas emergency"
    std::string handles;  ///< one sentence, for whoever looks it up
    std::string search;   ///< further words by which it is found
};

/// A field of the dictation's form.
struct Field {
    std::string code;
    std::string label;
    std::string hint;
};

struct Plan {
    std::string script;  ///< scoring::kTriage, kSecondLook, kCopyTest or kDictation
    std::string title;
    std::string city;
    bool exam = false;                        ///< nothing is told about an answer
    std::vector<script::Vignette> vignettes;  ///< in the order shown
    std::vector<Answer> answers;              ///< 911 and 311 first, then the directory in its order
    script::CopyText copy;
    Millis limit = 0;  ///< of the copy test, from the first keystroke on
    script::Dictation dictation;
    std::vector<Field> fields;  ///< of the form, in its order
    scoring::AnswerKey key;
    std::string content_hash, city_hash;

    bool triage() const { return scoring::is_triage(script); }
    bool copying() const { return script == scoring::kCopyTest; }
    const Answer* answer(std::string_view id) const;
};

/// The vignettes of these ids, in this order. Throws std::runtime_error with one sentence for an id that is not there.
Plan triage_plan(const script::Drills& drills, const city::City& city, const std::vector<std::string>& ids, bool exam,
                 bool second_look = false);
/// A block drawn by the seed from the vignettes of practice. Throws std::runtime_error when there are none.
Plan practice_plan(const script::Drills& drills, const city::City& city, int count, std::uint64_t seed);
/// The text of this id; with an empty id one drawn by the seed. Throws std::runtime_error when there is none.
Plan copy_plan(const script::Drills& drills, const city::City& city, const std::string& id, std::uint64_t seed);
Plan dictation_plan(const script::Drills& drills, const city::City& city, const std::string& id, std::uint64_t seed);

/// The plan of a drill that was begun before, by the answer key that was stored with it.
Plan plan_again(const script::Drills& drills, const city::City& city, const scoring::AnswerKey& key, bool exam);

}  // namespace shift311::drill
