// Courtesy: what should not be said, the feelings that want an answer, and the telephone not slammed down.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {
namespace {

/// Something a contact fails for, wherever it happens; points are lost only where the key gave any.
struct Grave {
    std::string_view phrase;
    std::string_view title;
    std::string_view why;
};
constexpr Grave kAbuse{"abuse", "Abusive language", "Abuse"};
constexpr Grave kUnsafe{"unsafe_advice", "Wrong safety information", "Wrong safety information"};

std::string text_at(const ContactEvents& events, Seq seq) {
    for (const TraineeLine& line : events.trainee) {
        if (line.seq == seq) return quoted_sentence(*line.text);
    }
    return {};
}

bool is_unsafe(const AnswerKey& key, std::string_view phrase) {
    return std::any_of(key.unsafe.begin(), key.unsafe.end(), [phrase](const Step& step) { return step.id == phrase; });
}

void judge_never(const Case& contact, const Step& step, Scorecard& card) {
    // Judged by what else there is, wherever it happens.
    if (step.id == "disclose_private" || step.id == "interrupt" || step.id == kAbuse.phrase) return;
    if (step.id == kUnsafe.phrase || is_unsafe(contact.key, step.id)) return;
    const ContactEvents& events = contact.events;
    const std::vector<PhraseSaid> times = events.said(step.id);
    const std::string label = step.label.empty() ? upper_first(in_words(step.id)) : step.label;
    Finding finding;
    finding.criterion = "never." + step.id;
    finding.competency = Competency::courtesy;
    finding.possible = contact.rubric.forbidden;
    if (times.empty()) {
        finding.points = finding.possible;
        finding.title = "Avoided: " + lower_first(label);
        finding.why = "You kept clear of this: " + lower_first(label) + (label.ends_with('?') ? "" : ".");
    } else {
        finding.title = "Not to be said: " + lower_first(label);
        finding.why = "At " + events.when(times.front().at) + " you said: " + text_at(events, times.front().seq) +
                      " That is to be avoided: " + lower_first(label) + (label.ends_with('?') ? "" : ".");
        std::vector<Seq> seqs;
        for (const PhraseSaid& time : times)
            seqs.push_back(time.seq);
        finding.evidence = evidence(std::move(seqs));
    }
    card.findings.push_back(std::move(finding));
}

/// When it was said: the phrase itself, one of the script's own, or a wording that the rubric lists.
std::vector<PhraseSaid> times_of(const Case& contact, const Grave& grave) {
    const ContactEvents& events = contact.events;
    std::vector<PhraseSaid> times = events.said(grave.phrase);
    if (grave.phrase == kUnsafe.phrase) {
        for (const Step& step : contact.key.unsafe) {
            for (const PhraseSaid& time : events.said(step.id))
                times.push_back(time);
        }
    } else {
        const Wordings abuse(contact.rubric.abuse);
        for (const TraineeLine& line : events.trainee) {
            if (abuse.in(*line.text)) times.push_back({line.seq, line.at, 0});
        }
    }
    std::sort(times.begin(), times.end(), [](const PhraseSaid& a, const PhraseSaid& b) { return a.seq < b.seq; });
    return times;
}

void judge_grave(const Case& contact, const Grave& grave, std::string criterion, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const std::vector<PhraseSaid> times = times_of(contact, grave);
    const bool listed_in_key = (grave.phrase == kUnsafe.phrase && !contact.key.unsafe.empty()) ||
                               std::any_of(contact.key.never.begin(), contact.key.never.end(),
                                           [&grave](const Step& step) { return step.id == grave.phrase; });
    Finding finding;
    finding.criterion = std::move(criterion);
    finding.competency = Competency::courtesy;
    finding.possible = listed_in_key ? contact.rubric.forbidden : 0;
    if (!times.empty()) {
        finding.title = grave.title;
        finding.why =
            std::string(grave.why) + " at " + events.when(times.front().at) + ": " + text_at(events, times.front().seq);
        for (const PhraseSaid& time : times)
            finding.evidence.push_back(time.seq);
        finding.evidence = evidence(std::move(finding.evidence));
        add_critical(card, std::move(finding));
    } else if (listed_in_key) {
        finding.points = finding.possible;
        finding.title = "No " + lower_first(grave.title);
        finding.why = "Nothing of the kind was said.";
        card.findings.push_back(std::move(finding));
    }
}

void judge_hang_up(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    if (!events.ended || (*events.ended)->by != "trainee" || (*events.ended)->why != "hung_up") return;
    Finding finding;
    finding.criterion = "courtesy.hung_up";
    finding.competency = Competency::courtesy;
    finding.title = "Hung up on the caller";
    finding.why = "Hung up on the caller at " + events.when(events.ended->at) + " without closing the conversation.";
    finding.evidence = {events.ended->seq};
    add_critical(card, std::move(finding));
}

struct Raised {
    Seq seq = 0;
    Millis from = 0;   ///< when the moment came
    Millis until = 0;  ///< when the caller had finished speaking
    std::string text;
};

/// The moment that a chance speaks of; nothing when it never came.
std::optional<Raised> raised(const Case& contact, const std::string& after) {
    const ContactEvents& events = contact.events;
    if (after == "opening" && contact.written()) {
        if (!events.arrived) return std::nullopt;
        return Raised{events.arrived->seq, events.arrived->at, events.arrived->at, (*events.arrived)->subject};
    }
    for (const auto& line : events.caller) {
        if ((after == "opening" && line->why == "opening") || (!line->beat.empty() && line->beat == after)) {
            return Raised{line.seq, line.at, line.at + line->lasts, line->text};
        }
    }
    for (const auto& mood : events.moods) {
        if (mood->beat == after) return Raised{mood.seq, mood.at, mood.at, mood->why};
    }
    return std::nullopt;
}

void judge_chance(const Case& contact, const AnswerKey::Chance& chance, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const std::optional<Raised> moment = raised(contact, chance.after);
    // A beat that the trainee's work made needless gave no chance; the opening is part of every contact.
    if (!moment && chance.after != "opening") return;
    Finding finding;
    finding.criterion = "chance." + chance.after;
    finding.competency = Competency::courtesy;
    finding.possible = contact.rubric.chance;
    std::vector<std::string> ways;
    for (const std::string& phrase : chance.any)
        ways.push_back(in_words(phrase));
    const std::string advice = listed(ways, "or");
    const std::string seconds = std::to_string(contact.rubric.chance_within / 1000) + " s";
    finding.title = "No word for the caller's feeling";
    if (!moment) {
        finding.why = "The caller never got to speak.";
        card.findings.push_back(std::move(finding));
        return;
    }
    const std::string about = moment->text.empty() ? "" : " (\"" + shortened(moment->text) + "\")";
    finding.why = "At " + events.when(moment->from) + about + " the caller wanted a word from you: " + advice +
                  (contact.written() ? "." : ". None came within " + seconds + ".");
    finding.evidence = {moment->seq};
    std::optional<PhraseSaid> first;
    for (const std::string& phrase : chance.any) {
        for (const PhraseSaid& time : events.said(phrase)) {
            if (time.seq > moment->seq && (!first || time.seq < first->seq)) first = time;
        }
    }
    if (first) {
        finding.evidence = evidence({moment->seq, first->seq});
        if (contact.written() || first->at - moment->until <= contact.rubric.chance_within) {
            finding.points = finding.possible;
            finding.title = "Met the caller's feeling";
            finding.why =
                "You answered the caller's feeling at " + events.when(first->at) + ": " + text_at(events, first->seq);
        } else {
            finding.title = "Met the caller's feeling too late";
            finding.why += " It came at " + events.when(first->at) + ".";
        }
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_courtesy(const Case& contact, Scorecard& card) {
    for (const AnswerKey::Chance& chance : contact.key.chances)
        judge_chance(contact, chance, card);
    for (const Step& step : contact.key.never)
        judge_never(contact, step, card);
    judge_grave(contact, kAbuse, "courtesy.abuse", card);
    judge_grave(contact, kUnsafe, "safety.advice", card);
    judge_hang_up(contact, card);
}

}  // namespace shift311::scoring
