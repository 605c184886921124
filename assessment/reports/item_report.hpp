// Every script as a test item: how hard it is, whether it tells good work from weak, what is lost on it, what is odd.
#pragma once

#include "assessment/measure/interval.hpp"
#include "assessment/measure/learning.hpp"
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
// Practice values too. Ratings: after 30 first plays one lies within 8 percentage points two times out of three. Curves
// and learning want hundreds of people: fitted on fewer they come out all the same, and mean nothing.
inline constexpr std::int64_t kRatedPeople = 30, kCurvePeople = 200, kPracticePeople = 200;
inline constexpr std::size_t kCurveScripts = 3, kPracticeContacts = 3;

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

/// A script on one scale with others, by 2PL or Rasch: which share of trainees of some ability pass it the first time.
struct CurveRow {
    double weak = 0, average = 0, strong = 0;  ///< one standard deviation below the mean, the mean, one above
    /// The ability that passes half the time, in standard deviations from the mean; empty where the curve is too flat.
    std::optional<double> difficulty;
    std::optional<double> discrimination;  ///< empty: the scripts do not differ in it by more than chance
};

struct ItemRow {
    std::string script, title;
    std::string family;                          ///< scripts of one family train the same thing
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
        alpha_without;  ///< alpha of the test when this script is left out; only of scripts in the core
    /// The share of first plays that a trainee of average rating would pass, by Elo: allows for who played it, and
    /// when.
    std::optional<double> average_passes;
    std::optional<CurveRow> curve;
    std::vector<CriterionLoss> losses;  ///< the most lost first
    std::vector<std::string> odd;       ///< one plain sentence each
};

/// What the practice contacts of one family of scripts say of learning.
struct FamilyRow {
    std::string family;
    std::int64_t people = 0;             ///< with kPracticeContacts contacts or more: only they count here
    std::int64_t contacts = 0;           ///< of them, ItemPlays::kFollowed of each at most
    std::int64_t passed_first = 0;       ///< of the people
    std::int64_t passed_third = 0;       ///< kPracticeContacts-th contact, the same people
    std::int64_t risen = 0, fallen = 0;  ///< people who failed the first and passed the third of these; the reverse
    bool rises = false;                  ///< more have risen than fallen, beyond chance: sign test over all families
    std::optional<measure::KnowledgeTracing> tracing;
    std::string tracing_unsaid;  ///< why there is none
    std::optional<measure::FactorsFit> factors;
    std::string factors_unsaid;
};

/// The plays of one purpose: contacts of an exam and of practice never meet in one figure.
struct ItemPart {
    standing::Purpose purpose = standing::Purpose::practice;
    std::vector<ItemRow> items;  ///< by script
    std::int64_t plays = 0, people = 0;
    std::vector<std::string> core;       ///< the scripts that the same people all played: a test without gaps
    std::optional<TestQuality> points;   ///< alpha of the core on points
    std::optional<TestQuality> passes;   ///< KR-20 of the core on passed or not; sem in percent of the scripts
    std::string unsaid;                  ///< why there is no alpha; empty when there is
    std::string caution;                 ///< one sentence before any script is judged; empty: none
    std::int64_t curve_people = 0;       ///< behind the curves
    std::optional<double> curve_chance;  ///< that chance alone makes discriminations differ as much as 2PL's
    std::string curves_unsaid;        ///< why there are no curves; empty when there are, and where none are looked for
    std::vector<FamilyRow> families;  ///< of practice: those with kPracticePeople people or more
    std::string practice_unsaid;      ///< of practice: which families have too few people; empty: none
};

struct ItemReport {
    std::vector<ItemPart> parts;  ///< those with a play: exam, practice, qualification, drill
    std::string prepared;
};

ItemReport item_report(const ItemPlays& plays, const std::string& prepared = {});
ItemReport item_report(const records::Store& store, const std::string& prepared = {});

Document item_document(const ItemReport& report);
/// {parts: [{purpose, plays, people, core, alpha, kr20, families: [...], scripts: [...]}]}
std::string item_json(const ItemReport& report);
/// One line for each script and purpose.
std::string item_csv(const ItemReport& report);

}  // namespace shift311::reports
