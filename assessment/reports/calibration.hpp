// Several trainers rate the same contacts without seeing each other or the machine: how far they agree.
#pragma once

#include "assessment/measure/agreement.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/rating.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shift311::reports {

// Below these numbers no coefficient is given, only counts. Practice values.
inline constexpr std::int64_t kDecidedForKappa = 10, kMarksForKappa = 20, kTargetsForIcc = 5;

/// Two trainers over the contacts that both rated.
struct RaterPair {
    std::string one, other;  ///< names
    std::int64_t contacts = 0;
    std::int64_t decided = 0, same = 0;  ///< contacts that both passed or failed; of these, alike
    std::optional<double> kappa;         ///< of pass and fail; empty: too few, or no variety
    std::int64_t marks = 0;              ///< competencies that both marked
    std::optional<double> weighted;      ///< quadratic kappa of these marks
    std::optional<double> mean_apart;    ///< marks between them on average, 0 to 6
};

/// One competency over the contacts: how far the marks lie apart.
struct MarkSpread {
    std::string competency;
    std::int64_t contacts = 0;    ///< with two marks or more
    int lowest = 0, highest = 0;  ///< of all marks
    int widest = 0;               ///< greatest distance between two marks of one contact
    std::string widest_attempt;   ///< where that was
    std::uint32_t widest_contact = 0;
    double mean_range = 0;  ///< highest less lowest mark of a contact, on average
};

/// One contact of the exercise.
struct CalibratedContact {
    std::string attempt;
    std::uint32_t contact = 0;
    std::string trainee_name;
    std::int64_t raters = 0, passes = 0, fails = 0;
};

struct Calibration {
    std::vector<std::string> raters;          ///< names, in order
    std::vector<CalibratedContact> contacts;  ///< rated blind by two or more
    std::vector<RaterPair> pairs;
    std::vector<MarkSpread> spread;
    std::optional<double> fleiss;  ///< pass and fail, contacts that the same number of raters decided
    std::int64_t fleiss_contacts = 0, fleiss_raters = 0;
    std::optional<measure::Icc> icc;  ///< ICC(2,1) of marks: contact and competency marked by every rater
    std::int64_t icc_targets = 0, icc_raters = 0;
    std::optional<double> weighted;  ///< quadratic, marks of all pairs together: what people reach
    std::int64_t marks = 0;
    std::vector<std::string> notes;  ///< plain sentences: what could not be said, and why
    std::string prepared;
};

/// From ratings of contacts; only blind ones count. The newest of a rater on one contact.
Calibration calibration(const std::vector<standing::Report>& ratings, const std::string& prepared = {});
/// `attempt`: only its contacts; empty: every contact that two trainers or more rated blind.
Calibration calibration(const records::Store& store, const std::string& attempt = {}, const std::string& prepared = {});

Document calibration_document(const Calibration& report);
std::string calibration_json(const Calibration& report);
/// One line for each pair.
std::string calibration_csv(const Calibration& report);

}  // namespace shift311::reports
