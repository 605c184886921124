#include "sim/drill/result.hpp"

#include "assessment/measure/detection.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "assessment/scoring/wording.hpp"
#include "sim/drill/evenness.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::drill {
namespace {

std::string of(int count, int all) {
    return std::to_string(count) + " of " + std::to_string(all);
}

/// Two places, half away from zero.
std::string two_places(double number) {
    const long hundredths = std::lround(number * 100);
    const long size = std::labs(hundredths);
    const std::string rest = std::to_string(100 + size % 100).substr(1);
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + rest;
}

std::vector<Line> triage_lines(const scoring::Scorecard& card) {
    using Mark = Line::Mark;
    const scoring::TriageResult result = scoring::triage_result(card);
    std::vector<Line> lines;
    lines.push_back({"Emergencies missed", of(result.misses, result.emergencies),
                     "Emergencies that you did not send to 911. In an exam one of them asks for a second block.",
                     result.misses == 0 ? Mark::good : Mark::bad});
    lines.push_back({"Sent to 911 without need", of(result.false_transfers, result.others),
                     "Other vignettes sent to 911. An exam allows 3 in 30.",
                     result.false_transfers == 0                                                   ? Mark::good
                     : 30 * result.false_transfers <= scoring::kFalseTransfersOf30 * result.others ? Mark::careful
                                                                                                   : Mark::bad});
    lines.push_back({"Wrong agency", of(result.wrong_agency, result.others),
                     "Neither emergency nor 911, but sent to the wrong place.",
                     result.wrong_agency == 0 ? Mark::good : Mark::careful});
    lines.push_back({"Right", of(result.right, result.answered), "Sent where they belong.", Mark::plain});
    if (result.answered < result.planned)
        lines.push_back({"Answered", of(result.answered, result.planned), "Only a whole block counts.", Mark::careful});
    if (result.answered > 0)
        lines.push_back({"Time for each", std::to_string(result.time / result.answered / 1000) + " s",
                         "From the first vignette to the last answer, shared out. It is not judged.", Mark::plain});
    if (result.emergencies > 0 && result.others > 0) {
        const auto told = measure::sensitivity(
            {result.emergencies - result.misses, result.emergencies, result.false_transfers, result.others});
        lines.push_back({"Telling apart (d')", told ? two_places(told->d_prime) : "-",
                         "How well emergencies are told from the rest, whatever the leaning; 0 is guessing. Log-linear "
                         "correction (Hautus 1995). It decides nothing.",
                         Mark::plain});
    }
    return lines;
}

}  // namespace

std::vector<Line> result_lines(const scoring::Scorecard& card, const std::vector<journal::Event>& events) {
    if (scoring::is_triage(card.script)) return triage_lines(card);
    std::vector<Line> lines;
    for (const scoring::Figure& figure : scoring::figures_of(card))
        lines.push_back({figure.label, figure.value, figure.definition, Line::Mark::plain});
    if (!events.empty())
        lines.push_back({"Evenness", std::to_string(std::lround(evenness_of(events))) + " %",
                         "How even the pace was, second by second (monkeytype's consistency). It decides nothing.",
                         Line::Mark::plain});
    if (const auto pasted = scoring::figure(card, "pasted"); pasted > 0)
        lines.push_back({"Not typed", std::to_string(pasted) + " characters",
                         "Pasted, or handed over as a whole line. They earn nothing.", Line::Mark::careful});
    return lines;
}

std::string verdict(const scoring::Scorecard& card, bool qualification) {
    if (scoring::is_triage(card.script)) {
        const scoring::TriageResult result = scoring::triage_result(card);
        if (!result.finished) return "The block was not finished, so it does not count.";
        if (result.misses > 0)
            return result.misses == 1 ? "One emergency was missed."
                                      : std::to_string(result.misses) + " emergencies were missed.";
        if (!result.clean) return "No emergency was missed, but too many others were sent to 911.";
        return "No emergency was missed.";
    }
    const scoring::TypingResult result = scoring::typing_result(card);
    if (!result.finished)
        return scoring::figure(card, "pasted") > 0
                   ? "Text that was not typed key by key does not count, so this is no typing test."
                   : "This was broken off, interrupted or left with gaps, so it does not count.";
    const std::string rate = result.dictation ? scoring::grouped(result.ksph_net) + " net keystrokes an hour"
                                              : std::to_string(result.wpm_net) + " net words a minute";
    return (qualification ? "This counts toward the typing qualification: " : "Practice: ") + rate + ".";
}

std::vector<Wrong> wrong_ones(const scoring::Scorecard& card) {
    std::vector<std::pair<journal::Seq, Wrong>> found;
    for (const auto& [id, field] : card.fields) {
        if (field.written_at == 0 || field.credit == 100) continue;
        found.push_back(
            {field.said, {field.label, field.written, field.expected, field.expected == scoring::kEmergencyAnswer}});
    }
    // What mattered most first, then in the order shown.
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.second.missed != b.second.missed ? a.second.missed : a.first < b.first;
    });
    std::vector<Wrong> wrong;
    for (auto& [seq, one] : found)
        wrong.push_back(std::move(one));
    return wrong;
}

}  // namespace shift311::drill
