#include "assessment/scoring/advice.hpp"

#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::scoring {
namespace {

using namespace std::string_view_literals;

struct Advice {
    std::string_view criterion;  ///< whole id, or its beginning when it ends with a dot
    std::string_view text;
};

constexpr std::array kAdvice{
    Advice{"listening.repeat"sv,
           "Before you ask, look at the conversation and the form: the caller may have said it already."sv},
    Advice{"listening.questions"sv, "Go through the form from top to bottom, and ask for whatever is still empty."sv},
    Advice{"narrative."sv, "Write for the person who works the request: what, where exactly, how big, what danger."sv},
    Advice{"typing.accuracy"sv, "Look over each field before you leave it, and put typing errors right."sv},
    Advice{"typing.speed"sv, "Practice typing while the caller speaks; short bursts, field by field."sv},
    Advice{"referral.disposition"sv,
           "Before you wrap up, ask yourself what became of the matter: filed, added, answered or transferred."sv},
    Advice{"transfer.false"sv, "Before you transfer, ask yourself whether 311 can do it: most matters end here."sv},
    Advice{"knowledge.service"sv, "Compare the services in the knowledge base before choosing one."sv},
    Advice{"transfer.target"sv, "Look the right place up in the directory before you transfer."sv},
    Advice{"transfer.kind"sv, "Stay on the line until somebody answers, and say who is calling and why."sv},
    Advice{"emergency.clock"sv, "Ask about danger first, and transfer at the first sign of it: the form can wait."sv},
    Advice{"emergency.target"sv, "Learn which line each danger goes to, and call that line first."sv},
    Advice{"emergency.kind"sv, "In an emergency stay on the line until somebody answers, and say where and what."sv},
    Advice{"procedure.order"sv,
           "Keep to the order of the steps: listen, place, duplicates, details, read back, file."sv},
    Advice{"procedure.wrap_up"sv, "Choose an outcome as soon as the conversation is over."sv},
    Advice{"read_back.correct"sv, "Read the address back from the form, number and street, before you file."sv},
    Advice{"hold.asked"sv, "Ask before you put a caller on hold, and say how long it will take."sv},
    Advice{"hold.returned"sv, "Come back to a caller on hold before the time is up, even with no news."sv},
    Advice{"hold.thanked"sv, "Thank the caller for waiting when you come back."sv},
    Advice{"reference.correct"sv, "Read the reference number from the screen, digit by digit, after filing."sv},
    Advice{"due.correct"sv, "Give the date that the screen shows, or say plainly that no date can be given."sv},
    Advice{"chance."sv, "When the caller is upset, say a word of understanding first, and then ask your question."sv},
    Advice{"courtesy.dead_air"sv, "When you need time, say what you are doing: the caller cannot see you work."sv},
    Advice{"courtesy.interrupting"sv, "Let the caller finish the sentence; then ask."sv},
    Advice{"courtesy.hung_up"sv, "Bring every conversation to a close before you end the call."sv},
    Advice{"courtesy.abuse"sv,
           "Whatever the caller says, stay civil; ask a supervisor to take over when you cannot."sv},
    Advice{"safety.advice"sv, "Give safety advice only as it stands in the knowledge base."sv},
    Advice{"privacy.secrets"sv,
           "Never give out who reported something or what the record says of another person: decline, and say why."sv},
    Advice{"knowledge.article"sv, "Read the article before you answer, even when you think you know."sv},
    Advice{"knowledge.request"sv, "Search by place and by number until you have the right request in front of you."sv},
    Advice{"reply."sv, "Before you send or say goodbye, check that everything asked has been answered."sv},
    Advice{"writing.spelling"sv,
           "Read the text once more before it goes out, and look up words that you are not sure of."sv},
    Advice{"writing.grammar"sv,
           "Whole sentences, a capital at the beginning, a period at the end: read it once more."sv},
    Advice{"tempo.answer"sv, "Be available and pick up at the first ring."sv},
    Advice{"tempo.handle"sv, "Lead the conversation: one question at a time, typing while the caller answers."sv},
    Advice{"tempo.concurrent"sv, "Between two contacts, look at the list: take up first whoever has waited longest."sv},
    Advice{"tempo.forgotten"sv, "Before the shift ends, look through the list and bring every contact to its end."sv},
    Advice{"tempo.wrap"sv, "Finish the form during the conversation, so that the wrap-up is one key."sv},
};

std::string advice_for(const AnswerKey& key, const Finding& finding) {
    for (const Advice& advice : kAdvice) {
        const bool matches = advice.criterion.ends_with('.') ? finding.criterion.starts_with(advice.criterion)
                                                             : finding.criterion == advice.criterion;
        if (matches) return std::string(advice.text);
    }
    for (const FieldKey& field : key.fields) {
        if (finding.criterion != "field." + field.field) continue;
        const bool empty = finding.title.ends_with("left empty");
        return empty
                   ? "Ask for the " + lower_first(field.label) + ", and write it down while the caller speaks."
                   : "Read the " + lower_first(field.label) + " back to the caller, figure by figure, before you file.";
    }
    for (const Step& step : key.steps) {
        if (finding.criterion == "step." + step.id) {
            const std::string label = step.label.empty() ? upper_first(in_words(step.id)) : step.label;
            return label.ends_with('?') ? "Ask: " + label : label + ".";
        }
    }
    for (const Step& step : key.never) {
        if (finding.criterion == "never." + step.id) {
            return "Keep clear of this: " + lower_first(step.label.empty() ? in_words(step.id) : step.label) + ".";
        }
    }
    return finding.why;
}

}  // namespace

std::string strength_of(const Scorecard& card) {
    // No praise for the part of the work in which the contact failed.
    const auto failed_in = [&card](Competency competency) {
        return std::any_of(card.findings.begin(), card.findings.end(), [competency](const Finding& finding) {
            return finding.critical && finding.competency == competency;
        });
    };
    const Finding* best = nullptr;
    for (const Finding& finding : card.findings) {
        if (finding.possible <= 0 || finding.points < finding.possible || failed_in(finding.competency)) continue;
        // Quickness is no strength by itself, and nobody is praised for what he did not do.
        if (finding.competency == Competency::tempo || finding.evidence.empty()) continue;
        if (best == nullptr || finding.possible > best->possible) best = &finding;
    }
    return best == nullptr ? std::string{} : best->why;
}

std::string next_of(const AnswerKey& key, const Scorecard& card) {
    const Finding* worst = nullptr;
    const auto lost = [](const Finding& finding) { return finding.possible - finding.points; };
    for (const Finding& finding : card.findings) {
        if (lost(finding) <= 0 && !finding.critical) continue;
        const bool graver = worst == nullptr || (finding.critical && !worst->critical) ||
                            (finding.critical == worst->critical && lost(finding) > lost(*worst));
        if (graver) worst = &finding;
    }
    return worst == nullptr ? std::string{} : advice_for(key, *worst);
}

}  // namespace shift311::scoring
