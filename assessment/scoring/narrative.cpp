// Recording, the narrative: the facts that the next person needs to find in the free text or the notes.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>

namespace shift311::scoring {
namespace {

/// A field that the key compares by itself is no narrative, unless it is free text.
bool free_text(const AnswerKey& key, const std::string& field) {
    if (field == "reply") return false;
    return std::none_of(key.fields.begin(), key.fields.end(), [&field](const FieldKey& keyed) {
        return keyed.field == field && keyed.kind != text::FieldKind::text;
    });
}

}  // namespace

void judge_narrative(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    std::size_t number = 0;
    for (const Content& content : contact.key.narrative) {
        Finding finding;
        finding.criterion = "narrative." + std::to_string(++number);
        finding.competency = Competency::recording;
        finding.possible = contact.rubric.narrative_fact;
        finding.title = "Not in the narrative: " + content.what;
        finding.why = "Nothing in the narrative or the notes mentions " + content.what +
                      ", and whoever works the request has nothing else to read.";
        for (const std::string& field : events.fields()) {
            if (!free_text(contact.key, field) || !mentions_any(events.value(field), content.any)) continue;
            finding.points = finding.possible;
            finding.title = "In the narrative: " + content.what;
            finding.why = "The " + in_words(field) + " mentions " + content.what + ".";
            finding.evidence = evidence({events.written_at(field)});
            break;
        }
        card.findings.push_back(std::move(finding));
    }
}

}  // namespace shift311::scoring
