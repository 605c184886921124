#include "assessment/scoring/writings.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>

namespace shift311::scoring {

bool free_text(const AnswerKey& key, std::string_view field) {
    if (field == "reply") return false;
    return std::none_of(key.fields.begin(), key.fields.end(), [field](const FieldKey& keyed) {
        return keyed.field == field && keyed.kind != text::FieldKind::text;
    });
}

std::vector<Writing> writings(const AnswerKey& key, const ContactEvents& events, std::int64_t least_words) {
    std::vector<Writing> found;
    const auto add = [&](Writing writing) {
        if (static_cast<std::int64_t>(text::words(writing.text).size()) >= least_words)
            found.push_back(std::move(writing));
    };
    const bool spanish = key.language == "spanish";
    for (const TraineeLine& line : events.trainee) {
        if (!line.written) continue;
        add({"reply", *line.text, line.seq, spanish ? text::Language::spanish : text::Language::english});
    }
    // Other fields are no sentences, or have been compared with an expected value already: nothing is counted twice.
    const bool keyed = std::any_of(key.fields.begin(), key.fields.end(),
                                   [](const FieldKey& field) { return field.field == "narrative"; });
    const std::string narrative = keyed ? std::string{} : events.value("narrative");
    if (!narrative.empty()) add({"narrative", narrative, events.written_at("narrative"), text::Language::english});
    // Notes are anybody's own shorthand, unless they are all that the next person gets to read.
    if (narrative.empty() && !key.narrative.empty())
        add({"notes", events.value("notes"), events.written_at("notes"), text::Language::english});
    return found;
}

}  // namespace shift311::scoring
