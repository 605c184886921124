#include "assessment/reports/item_report_odd.hpp"

#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

namespace shift311::reports {
namespace {

// Practice values: far enough out, and often enough, that chance is a poor explanation.
constexpr std::int64_t kTurnedPeople = 20, kEasyPeople = 20, kPlays = 10;
constexpr double kHardlyTells = 0.10, kBetterWithout = 0.05, kHangsTogether = 0.50;
constexpr std::size_t kCriteriaNamed = 2;

/// Where people hardly differ, no script can tell them apart, and none is to blame.
bool nobody_differs(const ItemPart& part) {
    return part.points && part.points->alpha < kHangsTogether;
}

void about_discrimination(const ItemRow& row, const ItemPart& part, std::vector<std::string>& out) {
    if (!row.discrimination) return;
    const std::string figures =
        fmt::format("r = {} over {}", statistic_text(row.discrimination), people_text(row.compared));
    const bool turned =
        row.compared >= kTurnedPeople && row.discrimination_interval && row.discrimination_interval->high < 0;
    if (turned) {
        out.push_back("Trainees who do well elsewhere do worse here (" + figures +
                      "): the answer key, or what the caller says, may reward the wrong thing.");
    } else if (!nobody_differs(part) && row.compared >= kSmallSample && *row.discrimination < kHardlyTells) {
        out.push_back("It hardly tells strong trainees from weak ones (" + figures + ").");
    }
}

void about_passing(const ItemRow& row, std::vector<std::string>& out) {
    if (row.people < kEasyPeople) return;
    if (100 * row.passed >= 95 * row.people) {
        out.push_back("Nearly everybody passes it the first time (" + of_text(row.passed, row.people) +
                      "): it tells little about a trainee.");
    } else if (100 * row.passed <= 10 * row.people) {
        out.push_back("Hardly anybody passes it the first time (" + of_text(row.passed, row.people) +
                      "): check its answer key, and whether it comes before it is taught.");
    }
}

void about_critical(const ItemRow& row, std::vector<std::string>& out) {
    if (row.plays >= kPlays && 2 * row.critical >= row.plays)
        out.push_back("Half of its plays or more end in a critical error (" + of_text(row.critical, row.plays) +
                      "): look at those contacts before anybody is examined with it.");
}

void about_criteria(const ItemRow& row, std::vector<std::string>& out) {
    std::size_t named = 0;
    for (const CriterionLoss& loss : row.losses) {
        if (named == kCriteriaNamed || 100 * loss.lost < 80 * loss.chances) break;
        if (loss.chances < kPlays) continue;
        out.push_back(
            fmt::format("\u201c{}\u201d loses points in {} plays: either it is not taught, or the script gives no fair "
                        "chance at it.",
                        criterion_text(loss.criterion), of_text(loss.lost, loss.chances)));
        ++named;
    }
}

}  // namespace

std::vector<std::string> odd_about(const ItemRow& row, const ItemPart& part) {
    std::vector<std::string> out;
    about_discrimination(row, part, out);
    about_passing(row, out);
    about_critical(row, out);
    about_criteria(row, out);
    const bool drags = part.points && row.alpha_without && *row.alpha_without >= kHangsTogether &&
                       part.points->people >= kSmallSample && *row.alpha_without > part.points->alpha + kBetterWithout;
    if (drags) {
        out.push_back(fmt::format("Without it the other scripts hang together better (alpha {} instead of {}).",
                                  statistic_text(row.alpha_without), statistic_text(part.points->alpha)));
    }
    return out;
}

std::string caution_about(const ItemPart& part) {
    if (!nobody_differs(part)) return {};
    return fmt::format(
        "Results on these scripts hardly go together (alpha {}): people differ too little, or first plays "
        "are mostly luck. A low discrimination then says nothing about a single script.",
        statistic_text(part.points->alpha));
}

}  // namespace shift311::reports
