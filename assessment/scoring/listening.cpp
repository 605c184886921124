// Listening: everything is asked that the form needs, and nothing that the caller has already said.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

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

/// The trainee's line that a caller's line answers.
Moment question_of(const ContactEvents& events, const Dated<journal::CallerSaid>& answer) {
    Moment asked;
    if (answer->answers.empty()) return asked;
    for (const TraineeLine& line : events.trainee) {
        if (line.seq > answer.seq) break;
        if (std::find(line.heard->begin(), line.heard->end(), answer->answers) != line.heard->end())
            asked = {line.seq, line.at};
    }
    return asked;
}

/// One fact that was asked for although the caller had told it.
struct Repeat {
    std::string name;
    Moment told;                ///< seq 0: not before the journal begins
    std::vector<Moment> asked;  ///< every question for it, the first one too when it was asked for
    std::size_t needless = 0;   ///< of these, how many came after it was told
};

std::vector<Repeat> repeats(const Case& contact) {
    const ContactEvents& events = contact.events;
    std::map<std::string, Repeat> found;
    for (const auto& line : events.caller) {
        // Asking to repeat is what a call taker should do who did not catch it.
        if (!line->again || line->answers == "ask_repeat") continue;
        std::vector<std::string> facts = line->tells;
        if (facts.empty()) facts.push_back(line->answers);
        const Moment asked = question_of(events, line);
        for (const std::string& fact : facts) {
            Repeat& repeat = found[fact];
            repeat.asked.push_back(asked.seq != 0 ? asked : Moment{line.seq, line.at});
            ++repeat.needless;
        }
    }
    std::vector<Repeat> all;
    for (auto& [fact, repeat] : found) {
        repeat.name = name_of_fact(contact.key, fact);
        const Moment told = events.told(fact);
        if (told.seq != 0 && told.seq < repeat.asked.front().seq) {
            repeat.told = told;
            for (const auto& line : events.caller) {
                if (line.seq != told.seq) continue;
                const Moment asked = question_of(events, line);
                if (asked.seq != 0 && asked.seq < repeat.asked.front().seq)
                    repeat.asked.insert(repeat.asked.begin(), asked);
            }
        }
        all.push_back(std::move(repeat));
    }
    return all;
}

std::string sentence(const Repeat& repeat, const ContactEvents& events) {
    std::vector<std::string> moments;
    for (const Moment& moment : repeat.asked)
        moments.push_back(events.when(moment.at));
    const bool letter = events.arrived && repeat.told.seq == events.arrived->seq;
    const std::string told = letter                 ? "the message had said it"
                             : repeat.told.seq != 0 ? "the caller had said it at " + events.when(repeat.told.at)
                                                    : "the caller had said it before";
    const std::string asked = "You asked for the " + repeat.name;
    if (moments.size() == 1) return asked + " at " + moments.front() + ", although " + told + ".";
    return asked + " " + times(moments.size()) + ": " + listed(moments) + ". " + upper_first(told) + ".";
}

void judge_repeats(const Case& contact, Scorecard& card) {
    const std::vector<Repeat> all = repeats(contact);
    std::size_t needless = 0;
    std::vector<std::string> names;
    std::vector<Seq> seqs;
    std::string why;
    for (const Repeat& repeat : all) {
        needless += repeat.needless;
        names.push_back(repeat.name);
        seqs.push_back(repeat.told.seq);
        for (const Moment& moment : repeat.asked)
            seqs.push_back(moment.seq);
        why += (why.empty() ? "" : " ") + sentence(repeat, contact.events);
    }
    Finding finding;
    finding.criterion = "listening.repeat";
    finding.competency = Competency::listening;
    finding.possible = contact.rubric.repeat_question;
    finding.points = std::max<Points>(0, finding.possible - contact.rubric.slip_loss * static_cast<Points>(needless));
    if (all.empty()) {
        finding.title = "Nothing asked twice";
        finding.why = "You asked for nothing that the caller had already said.";
    } else {
        finding.title = all.size() == 1 && all.front().asked.size() > 1
                            ? "Asked for the " + names.front() + " " + times(all.front().asked.size())
                            : std::string("Asked again for ") + (all.size() == 1 ? "the " : "") + listed(names);
        finding.why = std::move(why);
        finding.evidence = evidence(std::move(seqs));
    }
    card.findings.push_back(std::move(finding));
}

/// Questions are open until the caller has told what the form needs, asked or not.
void judge_questions(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    std::vector<std::string> facts, missing;
    std::vector<Seq> seqs;
    for (const FieldKey& field : key.fields) {
        if (field.fact.empty() || std::find(facts.begin(), facts.end(), field.fact) != facts.end()) continue;
        facts.push_back(field.fact);
        const Moment told = contact.events.told(field.fact);
        seqs.push_back(told.seq);
        if (told.seq == 0) missing.push_back(lower_first(field.label));
    }
    if (facts.empty()) return;
    Finding finding;
    finding.criterion = "listening.questions";
    finding.competency = Competency::listening;
    finding.possible = contact.rubric.questions;
    finding.points = share(finding.possible, static_cast<std::int64_t>(facts.size() - missing.size()),
                           static_cast<std::int64_t>(facts.size()));
    finding.evidence = evidence(std::move(seqs));
    if (missing.empty()) {
        finding.title = "Everything asked that the form needs";
        finding.why = "You learned everything that the form needs.";
    } else {
        finding.title = "Never asked: " + listed(missing);
        finding.why = "The form needs the " + listed(missing) + ", and you never asked for " +
                      (missing.size() == 1 ? "it." : "them.");
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_listening(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    const bool something_to_tell =
        !key.facts_asked.empty() ||
        std::any_of(key.fields.begin(), key.fields.end(), [](const FieldKey& field) { return !field.fact.empty(); });
    if (!something_to_tell) return;
    judge_questions(contact, card);
    judge_repeats(contact, card);
}

}  // namespace shift311::scoring
