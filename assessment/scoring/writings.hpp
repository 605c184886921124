// What a trainee wrote in sentences: replies that were sent, and the narrative; what writing is judged by.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/contact_events.hpp"
#include "assessment/text/grammar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

struct Writing {
    std::string name;  ///< "reply", "narrative"
    std::string text;
    Seq seq = 0;  ///< where it was written or sent
    text::Language language = text::Language::english;
};

/// A field that the key compares by itself is no narrative, unless it is free text.
bool free_text(const AnswerKey& key, std::string_view field);

/// Replies, the narrative, and, where there is none, the notes; only texts of at least `least_words` words.
std::vector<Writing> writings(const AnswerKey& key, const ContactEvents& events, std::int64_t least_words);

}  // namespace shift311::scoring
