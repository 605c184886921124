// Every script as a test item: how hard it is, whether it tells good work from weak, what is lost on it, what is odd.
#pragma once

#include "assessment/measure/interval.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/reports/item_plays.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::reports {

// Below these numbers a figure is not given at all; below kSmallSample it stands with a warning. Practice values.
inline constexpr std::int64_t kRatePeople = 5, kDiscriminationPeople = 10, kAlphaPeople = 10, kSmallSample = 30;
inline constexpr std::size_t kAlphaItems = 3;

/// How often one criterion lost points, over every play in which it could be earned.
struct CriterionLoss {
    std::string criterion;
    std::int64_t chances = 0, lost = 0;
    scoring::Points points = 0, possible = 0;
};

/// How far the items of a test measure one thing; points in percent of what was possible.
struct TestQuality {
    double alpha = 0;
    std::optional<measure::Interval> interval;  ///< Feldt, 95 %
    double sem = 0;                             ///< of a person's mean over the items, in percent of the points
    std::int64_t people = 0, items = 0;
};

struct ItemRow {
    std::string script, title;
    std::int64_t plays = 0, people = 0;          ///< people: first plays, one of each
    std::int64_t passed = 0;                     ///< of the first plays
    std::int64_t critical = 0;                   ///< plays with a critical error
    scoring::Points points = 0, possible = 0;    ///< first plays
    std::optional<measure::Interval> pass_rate;  ///< Clopper-Pearson, 95 %; empty: too few people
    std::optional<double> discrimination;        ///< corrected r: with the same people's mean on the other scripts
    std::optional<measure::Interval> discrimination_interval;
    std::int64_t compared = 0;            ///< people behind the discrimination
    std::optional<TestQuality> criteria;  ///< the script's own criteria as items
    std::optional<double>
        alpha_without;                  ///< alpha of the test when this script is left out; only of scripts in the core
    std::vector<CriterionLoss> losses;  ///< the most lost first
    std::vector<std::string> odd;       ///< one plain sentence each
};

/// The plays of one purpose: contacts of an exam and of practice never meet in one figure.
struct ItemPart {
    standing::Purpose purpose = standing::Purpose::practice;
    std::vector<ItemRow> items;  ///< by script
    std::int64_t plays = 0, people = 0;
    std::vector<std::string> core;      ///< the scripts that the same people all played: a test without gaps
    std::optional<TestQuality> points;  ///< alpha of the core on points
    std::optional<TestQuality> passes;  ///< KR-20 of the core on passed or not; sem in percent of the scripts
    std::string unsaid;                 ///< why there is no alpha; empty when there is
    std::string caution;                ///< one sentence before any script is judged; empty: none
};

struct ItemReport {
    std::vector<ItemPart> parts;  ///< those with a play: exam, practice, qualification, drill
    std::string prepared;
};

ItemReport item_report(const ItemPlays& plays, const std::string& prepared = {});
ItemReport item_report(const records::Store& store, const std::string& prepared = {});

Document item_document(const ItemReport& report);
/// {parts: [{purpose, plays, people, core, alpha, kr20, scripts: [...]}]}
std::string item_json(const ItemReport& report);
/// One line for each script and purpose.
std::string item_csv(const ItemReport& report);

}  // namespace shift311::reports
