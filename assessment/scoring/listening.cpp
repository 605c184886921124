// Listening: nothing is asked for that the caller has already said.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

constexpr Points kLossForEach = 100;

/// How the form calls a fact; a fact behind no field goes by its id.
std::string name_of_fact(const AnswerKey& key, const std::string& fact) {
    for (const FieldKey& field : key.fields) {
        if (field.fact == fact) return lower_first(field.label);
    }
    return in_words(fact.starts_with("ask_") ? std::string_view(fact).substr(4) : std::string_view(fact));
}

std::string times(std::size_t n) {
    return n == 2 ? "twice" : std::to_string(n) + " times";
}

}  // namespace

void judge_listening(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    const bool something_to_tell =
        !key.facts_asked.empty() ||
        std::any_of(key.fields.begin(), key.fields.end(), [](const FieldKey& field) { return !field.fact.empty(); });
    if (contact.written() || !something_to_tell) return;

    std::map<std::string, std::vector<Moment>> again;
    for (const auto& line : contact.events.caller) {
        // Asking to repeat is what a call taker should do who did not catch it.
        if (!line->again || line->answers == "ask_repeat") continue;
        std::vector<std::string> facts = line->tells;
        if (facts.empty()) facts.push_back(line->answers);
        for (const std::string& fact : facts)
            again[fact].push_back({line.seq, line.at});
    }

    Finding finding;
    finding.criterion = "listening.repeat";
    finding.competency = Competency::listening;
    finding.possible = contact.rubric.repeat_question;
    const Points lost = kLossForEach * static_cast<Points>(again.size());
    finding.points = std::max<Points>(0, finding.possible - lost);
    if (again.empty()) {
        finding.title = "Nothing asked twice";
        finding.why = "You asked for nothing that the caller had already said.";
    } else {
        std::vector<std::string> names, moments;
        std::vector<Seq> seqs;
        for (const auto& [fact, asked] : again) {
            const Moment first = contact.events.told(fact);
            const std::string name = name_of_fact(key, fact);
            names.push_back(name);
            const bool known = first.seq != 0 && first.seq < asked.front().seq;
            moments.push_back(known ? name + ": said at " + contact.events.when(first.at) + ", asked again at " +
                                          contact.events.when(asked.front().at)
                                    : name + ": asked again at " + contact.events.when(asked.front().at));
            if (known) seqs.push_back(first.seq);
            for (const Moment& moment : asked)
                seqs.push_back(moment.seq);
        }
        finding.title = again.size() == 1
                            ? "Asked for the " + names.front() + " " + times(again.begin()->second.size() + 1)
                            : "Asked again for " + listed(names);
        finding.why = "The caller had to repeat what had been said (" + listed(moments) + ").";
        finding.evidence = evidence(std::move(seqs));
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace shift311::scoring
