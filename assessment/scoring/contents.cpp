#include "assessment/scoring/contents.hpp"

#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace shift311::scoring {
namespace {

struct Hit {
    Seq seq = 0;
    std::string words;  ///< the wording that was found
    bool found = false;
};

Hit find_any(const std::vector<Passage>& passages, const std::vector<std::string>& wordings) {
    for (const Passage& passage : passages) {
        for (const std::string& wording : wordings) {
            if (mentions(passage.text, wording)) return {passage.seq, wording, true};
        }
    }
    return {};
}

}  // namespace

void judge_contents(const Case& contact, const std::vector<Content>& facts, const std::vector<Passage>& passages,
                    const ContentRules& rules, Scorecard& card,
                    const std::function<std::string(const Content&, Seq)>& why) {
    const auto all = static_cast<Points>(facts.size()) * rules.possible;
    Points debt = 0;
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Content& fact = facts[i];
        Finding finding;
        finding.criterion = rules.criterion + std::to_string(i + 1);
        finding.competency = rules.competency;
        finding.possible = rules.possible;
        const Hit hit = find_any(passages, fact.any);
        finding.points = hit.found ? rules.possible : 0;
        finding.title = (hit.found ? "In " : "Not in ") + rules.place + ": " + fact.what;
        finding.why = why(fact, hit.found ? hit.seq : 0);
        std::vector<Seq> seqs{hit.seq};
        if (const Hit opposite = find_any(passages, fact.contradicts); opposite.found) {
            const Points loss = share(rules.possible, contact.rubric.contradiction_percent, 100);
            const Points taken = std::min(loss, finding.points);
            finding.points -= taken;
            debt += loss - taken;
            finding.title = "Contradicted in " + rules.place + ": " + fact.what;
            finding.why += " " + upper_first(rules.place) + " also says the opposite: \"" + opposite.words + "\".";
            seqs.push_back(opposite.seq);
        }
        for (const std::string& wording : fact.forbidden) {
            const Hit out_of_place = find_any(passages, {wording});
            if (!out_of_place.found) continue;
            const Points loss = share(all, contact.rubric.forbidden_percent, 100);
            const Points taken = std::min(loss, finding.points);
            finding.points -= taken;
            debt += loss - taken;
            finding.title = "Has no place in " + rules.place + ": \"" + wording + "\"";
            finding.why +=
                " \"" + wording + "\" has no place there: write what was seen and said, not who is to blame.";
            seqs.push_back(out_of_place.seq);
        }
        finding.evidence = evidence(std::move(seqs));
        findings.push_back(std::move(finding));
    }
    for (Finding& finding : findings) {
        const Points taken = std::min(debt, finding.points);
        if (taken > 0) {
            debt -= taken;
            finding.points -= taken;
            finding.why += " Points are lost here for something else in " + rules.place +
                           ", which contradicts the record or has no place in it.";
        }
        card.findings.push_back(std::move(finding));
    }
}

}  // namespace shift311::scoring
