#include "assessment/scoring/triage.hpp"

#include "assessment/scoring/contact_events.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace shift311::scoring {
namespace {

constexpr Points kVignette = 100;  // one point each: a block is counted, not weighed

struct Answer {
    journal::Seq shown = 0, answered = 0;
    Millis shown_at = 0, answered_at = 0;
    std::string answer, told;
};

std::map<std::string, Answer> answers_in(const journal::Journal& journal, journal::ContactId contact) {
    std::map<std::string, Answer> answers;
    for (const journal::Event& event : journal.events) {
        if (event.contact != contact) continue;
        if (const auto* shown = std::get_if<journal::VignetteShown>(&event.act)) {
            Answer& answer = answers[shown->id];
            if (answer.shown != 0) continue;
            answer.shown = event.seq;
            answer.shown_at = event.at;
        } else if (const auto* given = std::get_if<journal::VignetteAnswered>(&event.act)) {
            // The first answer stands, and only one to what was shown.
            const auto found = answers.find(given->id);
            if (found == answers.end() || found->second.answered != 0) continue;
            found->second.answered = event.seq;
            found->second.answered_at = event.at;
            found->second.answer = given->answer;
            found->second.told = given->told;
        }
    }
    return answers;
}

bool right(const FieldKey& field, const std::string& answer) {
    return answer == field.expected ||
           std::find(field.accept.begin(), field.accept.end(), answer) != field.accept.end();
}

/// The name of an answer; the key of a block carries them as its steps.
std::string name_of_answer(const AnswerKey& key, const std::string& answer) {
    for (const Step& step : key.steps)
        if (step.id == answer) return step.label;
    return answer;
}

Finding judged(const AnswerKey& key, const FieldKey& field, const Answer& answer) {
    Finding finding;
    finding.criterion = "vignette." + field.field;
    finding.competency = Competency::referral;
    finding.possible = kVignette;
    finding.evidence = evidence({answer.shown, answer.answered});
    const std::string quote = "\"" + shortened(field.label, 90) + "\"";
    const std::string meant = name_of_answer(key, field.expected);
    if (right(field, answer.answer)) {
        finding.points = kVignette;
        finding.title = "Right: " + meant;
        finding.why = quote + " belongs to " + meant + ".";
        return finding;
    }
    const std::string given = name_of_answer(key, answer.answer);
    finding.why = "You sent " + quote + " to " + given + "; it belongs to " + meant + ".";
    if (!answer.told.empty()) finding.why += " " + answer.told;
    if (field.expected == kEmergencyAnswer) {
        finding.critical = true;
        finding.title = "Missed emergency, sent to " + given;
    } else if (answer.answer == kEmergencyAnswer) {
        finding.title = "Sent to 911 without need";
    } else {
        finding.title = "Sent to " + given + ", not " + meant;
    }
    return finding;
}

std::string of(int count, int all, const char* what) {
    return std::to_string(count) + " of " + std::to_string(all) + " " + what;
}

}  // namespace

Scorecard judge_triage(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                       const Rubric& rubric) {
    Scorecard card;
    card.script = key.script;
    card.title = key.title;
    card.rubric = rubric.version;
    card.rubric_hash = rubric.hash;
    card.rubric_hash = rubric.hash;
    const std::map<std::string, Answer> answers = answers_in(journal, contact);
    Millis first = -1, last = 0;
    std::vector<std::pair<journal::Seq, Finding>> findings;
    int unanswered = 0;
    for (const FieldKey& field : key.fields) {
        FieldResult& result = card.fields[field.field];
        result.label = field.label;
        result.expected = field.expected;
        const auto found = answers.find(field.field);
        if (found != answers.end()) {
            result.said = found->second.shown;
            first = first < 0 ? found->second.shown_at : std::min(first, found->second.shown_at);
        }
        if (found == answers.end() || found->second.answered == 0) {
            ++unanswered;
            continue;
        }
        const Answer& answer = found->second;
        result.written = answer.answer;
        result.written_at = answer.answered;
        result.credit = right(field, answer.answer) ? 100 : 0;
        last = std::max(last, answer.answered_at);
        findings.emplace_back(answer.shown, judged(key, field, answer));
    }
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [seq, finding] : findings) {
        if (finding.critical) card.critical.push_back(finding.why);
        card.findings.push_back(std::move(finding));
    }
    if (unanswered > 0) {
        Finding finding;
        finding.criterion = "triage.unanswered";
        finding.competency = Competency::referral;
        finding.possible = kVignette * unanswered;
        finding.title = std::to_string(unanswered) + " not answered";
        finding.why = "The block ended with " + of(unanswered, static_cast<int>(key.fields.size()), "vignettes") +
                      " not answered; only a whole block counts.";
        card.findings.push_back(std::move(finding));
    }
    for (const Finding& finding : card.findings) {
        card.points += finding.points;
        card.possible += finding.possible;
    }
    if (card.possible > 0) card.competencies[std::string(word(Competency::referral))] = {card.points, card.possible};
    card.times.handle = first < 0 ? 0 : std::max<Millis>(0, last - first);

    const TriageResult result = triage_result(card);
    card.passed = result.clean;
    if (result.emergencies > 0 && result.misses == 0) {
        card.strength = "You sent every emergency to 911: " + of(result.emergencies, result.emergencies, "answered.");
    } else if (result.right > 0) {
        card.strength = "You sent " + of(result.right, result.answered, "vignettes where they belong.");
    }
    if (result.misses > 0) {
        card.next = "Listen for what happens to a person, not for the word \"emergency\": you missed " +
                    of(result.misses, result.emergencies, "emergencies.");
    } else if (result.false_transfers > 0) {
        card.next = "Ask whether anybody is in danger now: you sent " +
                    of(result.false_transfers, result.others, "other vignettes to 911 without need.");
    } else if (result.wrong_agency > 0) {
        card.next = "Look the agency up in the directory: " +
                    of(result.wrong_agency, result.others, "other vignettes went to the wrong one.");
    } else if (unanswered > 0) {
        card.next = "Answer the whole block.";
    }
    return card;
}

TriageResult triage_result(const Scorecard& card) {
    TriageResult result;
    result.block = card.script == kSecondLook ? 2 : 1;
    result.time = card.times.handle;
    std::vector<const FieldResult*> order;
    for (const auto& [id, field] : card.fields) {
        ++result.planned;
        result.shown += field.said != 0 ? 1 : 0;
        if (field.written_at != 0) order.push_back(&field);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const FieldResult* a, const FieldResult* b) { return a->said < b->said; });
    for (const FieldResult* field : order) {
        ++result.answered;
        const bool emergency = field->expected == kEmergencyAnswer;
        ++(emergency ? result.emergencies : result.others);
        if (field->credit == 100) {
            ++result.right;
        } else if (emergency) {
            ++result.misses;
            result.missed.push_back(field->label);
        } else if (field->written == kEmergencyAnswer) {
            ++result.false_transfers;
            result.sent_without_need.push_back(field->label);
        } else {
            ++result.wrong_agency;
        }
    }
    result.finished = result.planned > 0 && result.answered == result.planned;
    result.clean =
        result.finished && result.misses == 0 && 30 * result.false_transfers <= kFalseTransfersOf30 * result.others;
    return result;
}

}  // namespace shift311::scoring
