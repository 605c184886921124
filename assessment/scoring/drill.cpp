#include "assessment/scoring/drill.hpp"

#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"

#include <limits>

namespace shift311::scoring {

bool is_triage(std::string_view script) {
    return script == kTriage || script == kSecondLook;
}

bool is_drill(std::string_view script) {
    return is_triage(script) || script == kCopyTest || script == kDictation;
}

std::int64_t figure(const Scorecard& card, std::string_view id) {
    const auto found = card.fields.find(std::string(kFigure) + std::string(id));
    if (found == card.fields.end()) return 0;
    std::int64_t number = 0;
    for (const char c : found->second.written) {
        // A scorecard read from a damaged file may hold anything.
        if (c < '0' || c > '9' || number > std::numeric_limits<std::int64_t>::max() / 10 - 1) return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

Scorecard judge_drill(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                      const Rubric& rubric) {
    if (is_triage(key.script)) return judge_triage(key, journal, contact, rubric);
    if (key.script == kDictation) return judge_dictation(key, journal, contact, rubric);
    return judge_copy_test(key, journal, contact, rubric);
}

}  // namespace shift311::scoring
