#include "assessment/reports/item_report_hardness.hpp"

#include "assessment/measure/item_response.hpp"
#include "assessment/measure/moments.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/scoring/drill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace shift311::reports {
namespace {

using Scripts = std::map<std::string, ItemPlays::Script>;
using measure::Answer;

/// What chance alone shows this often or more is no finding.
constexpr double kByChance = 0.05;
/// A curve that rises less in one standard deviation of ability, in logits, crosses one half nowhere near anybody.
constexpr double kFlat = 0.25;

/// The part's rows that are contacts, each with its plays.
struct Item {
    ItemRow* row = nullptr;
    const ItemPlays::Script* script = nullptr;
};

/// Everybody with a first play of any of these, by id: the place of a person.
std::map<std::string, std::size_t> people_of(const std::vector<Item>& items) {
    std::map<std::string, std::size_t> out;
    for (const Item& item : items) {
        for (const auto& [person, first] : item.script->first)
            out.emplace(person, 0);
    }
    std::size_t place = 0;
    for (auto& [person, at] : out)
        at = place++;
    return out;
}

void rate(const std::vector<Item>& items) {
    // One script alone gives nothing to tell a weak trainee by.
    if (items.size() < 2) return;
    struct Play {
        const ItemPlays::First* first;
        measure::Meeting meeting;
    };
    const auto people = people_of(items);
    std::vector<Play> plays;
    for (std::size_t item = 0; item < items.size(); ++item) {
        for (const auto& [person, first] : items[item].script->first)
            plays.push_back({&first, {people.at(person), item, first.passed}});
    }
    std::sort(plays.begin(), plays.end(), [](const Play& a, const Play& b) {
        return std::tie(a.first->began, a.first->attempt, a.first->contact) <
               std::tie(b.first->began, b.first->attempt, b.first->contact);
    });
    std::vector<measure::Meeting> meetings;
    meetings.reserve(plays.size());
    for (const Play& play : plays)
        meetings.push_back(play.meeting);
    const measure::Ratings ratings = measure::rate(meetings, people.size(), items.size());
    const double average = measure::mean(ratings.people);
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (ratings.met[item] >= kRatedPeople)
            items[item].row->average_passes = measure::logistic(average - ratings.steady[item]);
    }
}

/// One row a person, one answer an item; only people with two answers or more, for one alone says nothing of a scale.
std::vector<std::vector<Answer>> answers_of(const std::vector<Item>& items) {
    const auto people = people_of(items);
    std::vector<std::vector<Answer>> rows(people.size(), std::vector<Answer>(items.size(), Answer::missing));
    for (std::size_t item = 0; item < items.size(); ++item) {
        for (const auto& [person, first] : items[item].script->first)
            rows[people.at(person)][item] = first.passed ? Answer::right : Answer::wrong;
    }
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [](const std::vector<Answer>& row) {
                                  return std::count(row.begin(), row.end(), Answer::missing) + 1 >=
                                         static_cast<std::ptrdiff_t>(row.size());
                              }),
               rows.end());
    return rows;
}

/// Whether this item has enough answers, and of both kinds.
bool told(const std::vector<std::vector<Answer>>& rows, std::size_t item) {
    std::int64_t right = 0, wrong = 0;
    for (const std::vector<Answer>& row : rows) {
        right += row[item] == Answer::right ? 1 : 0;
        wrong += row[item] == Answer::wrong ? 1 : 0;
    }
    return right > 0 && wrong > 0 && right + wrong >= kCurvePeople;
}

/// Drops items until every one that is left has its answers from people who answered two of them.
std::vector<std::vector<Answer>> settle(std::vector<Item>& items) {
    for (;;) {
        std::vector<std::vector<Answer>> rows = answers_of(items);
        std::vector<Item> kept;
        for (std::size_t item = 0; item < items.size(); ++item) {
            if (told(rows, item)) kept.push_back(items[item]);
        }
        if (kept.size() == items.size() || kept.empty()) {
            items = std::move(kept);
            return rows;
        }
        items = std::move(kept);
    }
}

std::string too_few(const std::vector<Item>& items, std::size_t enough) {
    std::int64_t most = 0;
    for (const Item& item : items)
        most = std::max(most, item.row->people);
    return fmt::format(
        "Not worked out: it wants {} scripts that {} people each have played and that some passed and some failed. "
        "Here {} so many plays, and the most-played script has had {}.",
        kCurveScripts, kCurvePeople,
        enough == 0   ? std::string("none has")
        : enough == 1 ? std::string("1 script has")
                      : fmt::format("{} scripts have", enough),
        people_text(most));
}

void draw_curves(ItemPart& part, const std::vector<Item>& contacts) {
    std::vector<Item> items = contacts;
    const std::vector<std::vector<Answer>> rows = settle(items);
    if (items.size() < kCurveScripts) {
        part.curves_unsaid = too_few(contacts, items.size());
        return;
    }
    std::map<std::vector<Answer>, std::int64_t> alike;
    for (const std::vector<Answer>& row : rows)
        ++alike[row];
    std::vector<measure::Pattern> patterns;
    for (const auto& [answers, people] : alike)
        patterns.push_back({answers, people});
    // Two places are shown; a grid of 41 points is good for them.
    const measure::Marginal how{41, 5, 1e-4, 1000};
    const auto rasch = measure::fit_rasch(patterns, how);
    if (!rasch || !rasch->converged) {
        part.curves_unsaid = "Not shown: the figures did not settle.";
        return;
    }
    const auto people = static_cast<std::int64_t>(rows.size());
    const double no_ability = measure::ability_by_chance(patterns, *rasch);
    if (no_ability >= kByChance) {
        part.curves_unsaid = fmt::format(
            "Not shown: among {} who passed one script was hardly likelier to pass another (likelihood ratio, "
            "p\u00a0=\u00a0{}), "
            "so there is no one scale to put them on.",
            people_text(people), chance_text(no_ability));
        return;
    }
    part.curve_people = people;
    const auto curves = measure::fit_curves(patterns, how);
    const bool settled = curves && curves->converged;
    if (settled) part.curve_chance = measure::slopes_by_chance(*rasch, *curves);
    const bool differ = settled && *part.curve_chance < kByChance;
    const measure::CurvesFit& shown = differ ? *curves : *rasch;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const measure::ItemCurve& curve = shown.items[i];
        CurveRow row;
        row.weak = curve.chance(-shown.spread);
        row.average = curve.chance(0);
        row.strong = curve.chance(shown.spread);
        if (std::abs(curve.slope * shown.spread) >= kFlat) row.difficulty = curve.difficulty() / shown.spread;
        if (differ) row.discrimination = curve.slope;
        items[i].row->curve = row;
    }
}

}  // namespace

void allow_for_people(ItemPart& part, const Scripts& scripts) {
    using standing::Purpose;
    if (part.purpose != Purpose::exam && part.purpose != Purpose::practice) return;
    std::vector<Item> contacts;
    for (ItemRow& row : part.items) {
        if (!scoring::is_drill(row.script)) contacts.push_back({&row, &scripts.at(row.script)});
    }
    if (contacts.empty()) return;
    rate(contacts);
    draw_curves(part, contacts);
}

}  // namespace shift311::reports
