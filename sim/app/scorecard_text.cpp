#include "sim/app/scorecard_text.hpp"

#include "sim/app/output.hpp"

namespace shift311::app {
namespace {

/// Title and reason as one line, without saying the same thing twice.
std::string told(const scoring::Finding& finding) {
    const bool same = finding.why.rfind(finding.title, 0) == 0;
    const bool ended = !finding.title.empty() && (finding.title.back() == '?' || finding.title.back() == '.');
    return same ? finding.why : finding.title + (ended ? " " : ". ") + finding.why;
}

}  // namespace

std::string scorecard_text(const scoring::Scorecard& card) {
    std::string text = "-- " + card.title + ": " + std::to_string(scoring::percent(card.points, card.possible)) +
                       " of 100, " + (card.passed ? "passed" : "not passed") + " (" + points_text(card.points) +
                       " of " + points_text(card.possible) + " points)\n";
    for (const std::string& critical : card.critical)
        text += "   Critical: " + critical + '\n';
    if (!card.strength.empty()) text += "   Did well: " + card.strength + '\n';
    if (!card.next.empty()) text += "   Practice next: " + card.next + '\n';
    for (const scoring::Finding& finding : card.findings)
        if (finding.points < finding.possible)
            text += "   -" + points_text(finding.possible - finding.points) + "  " + told(finding) + '\n';
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const auto sum = card.competencies.find(std::string(scoring::word(competency)));
        if (sum == card.competencies.end()) continue;
        std::string name(scoring::label(competency));
        name.resize(12, ' ');
        text += "   " + name + points_text(sum->second.points) + " of " + points_text(sum->second.possible) + '\n';
    }
    return text;
}

}  // namespace shift311::app
