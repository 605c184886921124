#include "assessment/reports/item_report.hpp"

#include "assessment/measure/correlation.hpp"
#include "assessment/measure/reliability.hpp"
#include "assessment/reports/item_report_hardness.hpp"
#include "assessment/reports/item_report_odd.hpp"
#include "assessment/reports/item_report_practice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace shift311::reports {
namespace {

using Script = ItemPlays::Script;
using Scripts = std::map<std::string, Script>;
using People = std::vector<std::string>;

double percent_of(scoring::Points points, scoring::Points possible) {
    return 100.0 * static_cast<double>(points) / static_cast<double>(possible);
}

double score(const ItemPlays::First& first) {
    return percent_of(first.points, first.possible);
}

/// Sum and number of a person's first plays, so that what is left without one script is a subtraction away.
struct Sum {
    double percent = 0;
    std::int64_t scripts = 0;
};

std::map<std::string, Sum> sums_of(const Scripts& scripts) {
    std::map<std::string, Sum> out;
    for (const auto& [id, script] : scripts) {
        for (const auto& [person, first] : script.first) {
            out[person].percent += score(first);
            ++out[person].scripts;
        }
    }
    return out;
}

/// Against fewer other scripts a person's mean says next to nothing.
constexpr std::int64_t kOthers = 3;

void discriminate(ItemRow& row, const Script& script, const std::map<std::string, Sum>& sums) {
    std::vector<double> here, elsewhere;
    for (const auto& [person, first] : script.first) {
        const Sum& sum = sums.at(person);
        if (sum.scripts - 1 < kOthers) continue;
        here.push_back(score(first));
        elsewhere.push_back((sum.percent - score(first)) / static_cast<double>(sum.scripts - 1));
    }
    row.compared = static_cast<std::int64_t>(here.size());
    if (row.compared < kDiscriminationPeople) return;
    row.discrimination = measure::correlation(here, elsewhere);
    if (row.discrimination)
        row.discrimination_interval = measure::correlation_interval(*row.discrimination, row.compared);
}

std::optional<TestQuality> quality_of(const measure::Scores& scores, double percent_each) {
    if (static_cast<std::int64_t>(scores.size()) < kAlphaPeople || scores.front().size() < kAlphaItems)
        return std::nullopt;
    const auto it = measure::reliability(scores);
    if (!it) return std::nullopt;
    return TestQuality{it->alpha, measure::feldt_interval(it->alpha, it->people, it->items), it->sem * percent_each,
                       it->people, it->items};
}

/// The criteria that every first play could earn, each in percent of what all of them were worth.
std::optional<TestQuality> quality_of_criteria(const Script& script) {
    std::vector<std::size_t> met(script.criteria.size());
    for (const auto& [person, first] : script.first) {
        for (const ItemPlays::Part& part : first.parts)
            ++met[part.criterion];
    }
    measure::Scores scores;
    for (const auto& [person, first] : script.first) {
        // A criterion that was judged twice in some play and not at all in another is no column of this table.
        std::vector<const ItemPlays::Part*> parts(met.size());
        bool sound = true;
        for (const ItemPlays::Part& part : first.parts) {
            if (met[part.criterion] != script.first.size()) continue;
            sound = sound && !parts[part.criterion];
            parts[part.criterion] = &part;
        }
        scoring::Points possible = 0;
        std::vector<double> row;
        for (std::size_t i = 0; i < met.size(); ++i) {
            if (met[i] == script.first.size()) sound = sound && parts[i];
            if (sound && parts[i]) possible += parts[i]->possible;
        }
        if (!sound) return std::nullopt;
        for (const ItemPlays::Part* part : parts) {
            if (part) row.push_back(percent_of(part->points, possible));
        }
        scores.push_back(std::move(row));
    }
    return scores.empty() ? std::nullopt : quality_of(scores, 1);
}

ItemRow row_of(const std::string& id, const Script& script, const std::map<std::string, Sum>& sums) {
    ItemRow row;
    row.script = id;
    row.title = script.title;
    row.family = script.family.empty() ? id : script.family;
    row.plays = script.plays;
    row.people = static_cast<std::int64_t>(script.first.size());
    row.critical = script.critical;
    for (const auto& [person, first] : script.first) {
        row.passed += first.passed ? 1 : 0;
        row.points += first.points;
        row.possible += first.possible;
    }
    if (row.people >= kRatePeople) row.pass_rate = measure::clopper_pearson(row.passed, row.people);
    discriminate(row, script, sums);
    row.criteria = quality_of_criteria(script);
    for (const ItemPlays::Criterion& one : script.criteria)
        row.losses.push_back({one.name, one.chances, one.lost, one.points, one.possible});
    std::sort(row.losses.begin(), row.losses.end(), [](const CriterionLoss& a, const CriterionLoss& b) {
        const auto share_a = a.lost * b.chances, share_b = b.lost * a.chances;
        return share_a != share_b ? share_a > share_b : a.criterion < b.criterion;
    });
    return row;
}

People people_of(const Script& script) {
    People out;
    for (const auto& [person, first] : script.first)
        out.push_back(person);
    return out;
}

/// The table without gaps that holds the most: so many scripts, all played by so many people.
std::pair<std::vector<std::string>, People> core_of(const Scripts& scripts) {
    std::vector<const std::string*> order;
    for (const auto& [id, script] : scripts)
        order.push_back(&id);
    std::stable_sort(order.begin(), order.end(), [&](const std::string* a, const std::string* b) {
        return scripts.at(*a).first.size() > scripts.at(*b).first.size();
    });
    std::pair<std::vector<std::string>, People> best;
    std::vector<std::string> taken;
    People common;
    for (const std::string* id : order) {
        const People here = people_of(scripts.at(*id));
        if (taken.empty()) {
            common = here;
        } else {
            People both;
            std::set_intersection(common.begin(), common.end(), here.begin(), here.end(), std::back_inserter(both));
            common = std::move(both);
        }
        taken.push_back(*id);
        if (static_cast<std::int64_t>(common.size()) < kAlphaPeople) break;
        if (taken.size() >= kAlphaItems && taken.size() * common.size() > best.first.size() * best.second.size())
            best = {taken, common};
    }
    std::sort(best.first.begin(), best.first.end());
    return best;
}

void judge_core(ItemPart& part, const Scripts& scripts) {
    const auto [core, people] = core_of(scripts);
    if (core.empty()) {
        part.unsaid = "No " + std::to_string(kAlphaItems) + " scripts were all played by the same " +
                      std::to_string(kAlphaPeople) +
                      " people or more, so nothing is said of how far they measure one "
                      "thing.";
        return;
    }
    part.core = core;
    measure::Scores points, passes;
    for (const std::string& person : people) {
        std::vector<double> percents, passed;
        for (const std::string& id : core) {
            const ItemPlays::First& first = scripts.at(id).first.at(person);
            percents.push_back(score(first));
            passed.push_back(first.passed ? 1 : 0);
        }
        points.push_back(std::move(percents));
        passes.push_back(std::move(passed));
    }
    const auto scripts_in_core = static_cast<double>(core.size());
    part.points = quality_of(points, 1 / scripts_in_core);
    part.passes = quality_of(passes, 100 / scripts_in_core);
    if (!part.points) {
        part.unsaid =
            "Everybody earned the same over the scripts that the same people played, so nothing is said of how "
            "far they measure one thing.";
        return;
    }
    const std::vector<measure::ItemFigures> figures = measure::item_figures(points);
    for (ItemRow& row : part.items) {
        const auto at = std::lower_bound(core.begin(), core.end(), row.script);
        if (at != core.end() && *at == row.script)
            row.alpha_without = figures[static_cast<std::size_t>(at - core.begin())].alpha_without;
    }
}

}  // namespace

ItemReport item_report(const ItemPlays& plays, const std::string& prepared) {
    using standing::Purpose;
    ItemReport out;
    out.prepared = prepared;
    for (const Purpose purpose : {Purpose::exam, Purpose::practice, Purpose::qualification, Purpose::drill}) {
        const auto at = plays.scripts().find(purpose);
        if (at == plays.scripts().end()) continue;
        const Scripts& scripts = at->second;
        ItemPart part;
        part.purpose = purpose;
        const std::map<std::string, Sum> sums = sums_of(scripts);
        part.people = static_cast<std::int64_t>(sums.size());
        for (const auto& [id, script] : scripts) {
            part.items.push_back(row_of(id, script, sums));
            part.plays += script.plays;
        }
        judge_core(part, scripts);
        allow_for_people(part, scripts);
        if (purpose == Purpose::practice) judge_practice(part, plays);
        for (ItemRow& row : part.items)
            row.odd = odd_about(row, part);
        part.caution = caution_about(part);
        out.parts.push_back(std::move(part));
    }
    return out;
}

}  // namespace shift311::reports
