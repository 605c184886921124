// Recording, the narrative: the facts that the next person needs to find in the free text or the notes.
#include "assessment/scoring/contents.hpp"
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/scoring/writings.hpp"

#include <string>
#include <vector>

namespace shift311::scoring {

void judge_narrative(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    std::vector<Passage> passages;
    for (const std::string& field : events.fields()) {
        if (!free_text(contact.key, field)) continue;
        const Seq seq = events.written_at(field);
        passages.push_back({events.value(field), seq == 0 && events.filed ? events.filed->seq : seq});
    }
    ContentRules rules;
    rules.criterion = "narrative.";
    rules.competency = Competency::recording;
    rules.possible = contact.rubric.narrative_fact;
    rules.place = "the narrative";
    judge_contents(contact, contact.key.narrative, passages, rules, card, [&](const Content& content, Seq seq) {
        for (const std::string& field : events.fields()) {
            if (seq == 0 || events.written_at(field) != seq) continue;
            const std::string name = in_words(field);
            return "The " + name + (name.ends_with('s') ? " mention " : " mentions ") + content.what + ".";
        }
        if (seq != 0) return "The narrative mentions " + content.what + ".";
        return "Nothing in the narrative or the notes mentions " + content.what +
               ", and whoever works the request has nothing else to read.";
    });
}

}  // namespace shift311::scoring
