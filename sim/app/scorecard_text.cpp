#include "sim/app/scorecard_text.hpp"

namespace shift311::app {
namespace {

std::string hundredths(scoring::Points points) {
    const std::string rest = std::to_string(points % 100);
    return std::to_string(points / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

/// Title and reason as one line, without saying the same thing twice.
std::string told(const scoring::Finding& finding) {
    const bool same = finding.why.rfind(finding.title, 0) == 0;
    const bool ended = !finding.title.empty() && (finding.title.back() == '?' || finding.title.back() == '.');
    return same ? finding.why : finding.title + (ended ? " " : ". ") + finding.why;
}

}  // namespace

std::string scorecard_text(const scoring::Scorecard& card) {
    std::string text = "-- " + card.title + ": " + std::to_string(scoring::percent(card.points, card.possible)) +
                       " of 100, " + (card.passed ? "passed" : "not passed") + " (" + hundredths(card.points) + " of " +
                       hundredths(card.possible) + " points)\n";
    for (const std::string& critical : card.critical)
        text += "   Critical: " + critical + '\n';
    if (!card.strength.empty()) text += "   Did well: " + card.strength + '\n';
    if (!card.next.empty()) text += "   Practice next: " + card.next + '\n';
    for (const scoring::Finding& finding : card.findings)
        if (finding.points < finding.possible)
            text += "   -" + hundredths(finding.possible - finding.points) + "  " + told(finding) + '\n';
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const auto sum = card.competencies.find(std::string(scoring::word(competency)));
        if (sum == card.competencies.end()) continue;
        std::string name(scoring::label(competency));
        name.resize(12, ' ');
        text += "   " + name + hundredths(sum->second.points) + " of " + hundredths(sum->second.possible) + '\n';
    }
    return text;
}

}  // namespace shift311::app
