// Trainer against machine: how far they agree on the same contacts, and whose judgment lies apart.
#pragma once

#include "assessment/measure/agreement.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/calibration.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/rating.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::reports {

// The bar before the machine's judgment may count, and who is told to be out of line. Practice values.
inline constexpr double kBarWeighted = 0.70, kBarApart = 0.15, kBarBelowPeople = 0.10;
inline constexpr std::int64_t kRatingsForLine = 10;
inline constexpr double kMarksOutOfLine = 1.0, kChanceOutOfLine = 0.05;

/// One contact as a trainer and as the machine judged it.
struct RatedContact {
    std::string attempt;
    std::uint32_t contact = 0;
    std::string rater, rater_name;  ///< person id and name
    standing::Stamp at;
    bool blind = false;
    std::optional<bool> trainer_passed;
    bool machine_passed = false;
    struct Marks {
        int trainer = 0;    ///< 1..7
        int suggested = 0;  ///< 1..7, drafted from the evidence
    };
    std::map<std::string, Marks> marks;  ///< by competency; only where both are there
};

/// What agreement was found over a set of contacts. Empty optionals: too few, or no variety.
struct Agreement {
    std::int64_t decided = 0;  ///< contacts that both passed or failed
    std::int64_t both_passed = 0, trainer_only = 0, machine_only = 0, both_failed = 0;
    std::optional<measure::Kappa> kappa;
    std::int64_t marks = 0;
    std::optional<measure::Kappa> weighted;  ///< quadratic, marks 1 to 7
    std::optional<double> mean_difference;   ///< trainer less machine, in marks
    std::optional<double> standardized;      ///< the same over the pooled standard deviation
    std::int64_t scores = 0;                 ///< contacts with two or more competencies marked by both
    std::optional<measure::Icc> icc;         ///< ICC(2,1) of a contact's mean mark
};

struct RaterRow {
    std::string rater, name;
    std::int64_t ratings = 0, blind = 0;
    Agreement agreement;         ///< of the blind ones
    double sign = 1;             ///< exact p that disagreements fall as unevenly by chance
    std::int64_t overrides = 0;  ///< findings changed
    std::int64_t raised = 0, lowered = 0;
    std::string out_of_line;  ///< one plain sentence; empty: in line
};

struct AgreementReport {
    std::int64_t trainers = 0;     ///< who rated; with one alone no coefficient is given
    Agreement blind;               ///< only ratings made without seeing the machine's: what counts
    Agreement open;                ///< drafted from it and edited: shown, never taken as proof
    std::vector<RaterRow> raters;  ///< by name
    Calibration calibration;
    std::int64_t exam_ratings = 0;       ///< of the blind ones: of exam contacts, which are no fair sample of exams
    int drawn_percent = 20;              ///< of an exam's passed contacts that are rated; of the others all are
    std::vector<std::string> bar;        ///< what the bar says, one sentence each
    std::vector<std::string> set_aside;  ///< attempts that cannot be read, one sentence each
    std::string prepared;
};

AgreementReport agreement_report(const std::vector<RatedContact>& rated,
                                 const std::vector<standing::Override>& overrides, Calibration calibration,
                                 const std::string& prepared = {});
/// What the machine suggests for a blind rating is drafted here, by the cut of `program`.
AgreementReport agreement_report(const records::Store& store, const std::string& prepared = {},
                                 const standing::Program& program = {});

/// What the choice of exam contacts does to the figures; empty when none was rated blind.
std::string exam_sample_sentence(const AgreementReport& report);
Document agreement_document(const AgreementReport& report);
std::string agreement_json(const AgreementReport& report);
/// One line for each trainer.
std::string agreement_csv(const AgreementReport& report);

}  // namespace shift311::reports
