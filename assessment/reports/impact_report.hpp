// Adverse impact: whether certification falls on one group less often than on another. Only sums leave this report.
#pragma once

#include "assessment/measure/interval.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/demographics.hpp"
#include "assessment/reports/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shift311::reports {

/// One person's newest signed outcome.
struct Outcome {
    std::string person, name;
    bool certified = false;
};

/// Below this a count is withheld: certified, not certified, and what can be computed from others.
inline constexpr std::int64_t kLeastShown = 5;

/// Counts that may be shown: certified and not certified are both kLeastShown or more.
struct ImpactGroup {
    std::vector<std::string> names;  ///< one group; or several that can only be shown together
    bool stated = true;              ///< false: the people of whom the file says nothing
    std::int64_t people = 0, certified = 0;
    std::optional<measure::Interval> rate;  ///< Clopper-Pearson, 95 %
    // Against the group with the highest rate; empty for it, and for groups shown together.
    std::optional<double> ratio;
    std::optional<bool> below;  ///< below four fifths, by whole numbers
    std::optional<double> fisher, z;
    bool too_few = false;        ///< fewer than 30, or an expected count below 5
    std::int64_t shortfall = 0;  ///< certifications that would bring four fifths
};

/// One way of grouping: sex, race and ethnicity, age 40 and over.
struct ImpactTable {
    std::string attribute;
    std::vector<ImpactGroup> groups;   ///< the highest rate first; groups shown together last
    std::optional<ImpactGroup> total;  ///< empty when even that must be withheld
    std::string reference;             ///< group with the highest rate; empty: nothing can be compared
    std::vector<std::string> notes;
};

struct ImpactReport {
    std::vector<ImpactTable> tables;
    std::int64_t outcomes = 0;       ///< people with a signed outcome
    std::string program;             ///< id; empty: any
    std::vector<std::string> notes;  ///< of the file and the records together
    std::string prepared;
};

ImpactReport impact_report(const std::vector<Outcome>& outcomes, const Demographics& demographics,
                           const std::string& program = {}, const std::string& prepared = {});
/// Needs records::Right::impact; the caller demands it. Nothing of `demographics` is stored.
ImpactReport impact_report(const records::Store& store, const Demographics& demographics,
                           const std::string& program = {}, const std::string& prepared = {});

Document impact_document(const ImpactReport& report);
std::string impact_json(const ImpactReport& report);
/// One line for each group that can be shown.
std::string impact_csv(const ImpactReport& report);

}  // namespace shift311::reports
