#include "assessment/scoring/changes.hpp"

#include <algorithm>

namespace shift311::scoring {
namespace {

const Finding* find(const Scorecard& card, const Finding& like) {
    const auto found = std::find_if(card.findings.begin(), card.findings.end(),
                                    [&like](const Finding& finding) { return finding.criterion == like.criterion; });
    return found == card.findings.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Change> changes(const Scorecard& before, const Scorecard& now) {
    std::vector<Change> all;
    for (const Finding& finding : now.findings) {
        const Finding* old = find(before, finding);
        if (old == nullptr) {
            all.push_back({finding.criterion, 0, 0, finding.points, finding.possible,
                           "Not judged by the rules of before. " + finding.why});
        } else if (old->points != finding.points || old->possible != finding.possible ||
                   old->critical != finding.critical) {
            std::string why = finding.why;
            if (old->critical != finding.critical)
                why += finding.critical ? " It is a critical error now." : " It is no critical error any more.";
            else if (old->why == finding.why)
                why += " The same was found before; the rules value it differently.";
            all.push_back(
                {finding.criterion, old->points, old->possible, finding.points, finding.possible, std::move(why)});
        }
    }
    for (const Finding& finding : before.findings) {
        if (find(now, finding) == nullptr)
            all.push_back({finding.criterion, finding.points, finding.possible, 0, 0,
                           "Judged no longer by these rules. Before: " + finding.why});
    }
    return all;
}

}  // namespace shift311::scoring
