#include "assessment/records/entry.hpp"
#include "assessment/reports/agreement_report.hpp"

#include <utility>

namespace shift311::reports {
namespace {

using Contact = std::pair<std::string, std::uint32_t>;

/// What the machine said of the contacts that somebody rated.
std::map<Contact, standing::ContactFact> machine_of(const records::Store& store,
                                                    const std::vector<standing::Report>& ratings) {
    std::map<Contact, standing::ContactFact> out;
    std::map<std::string, std::vector<records::StoredCard>> read;
    for (const standing::Report& rating : ratings) {
        if (rating.attempt.empty() || read.count(rating.attempt) != 0) continue;
        for (const records::StoredCard& card : read[rating.attempt] = store.scorecards(rating.attempt)) {
            standing::ContactFact& fact = out[{rating.attempt, card.contact}];
            fact.passed = card.card.passed;
            fact.competencies = card.card.competencies;
        }
    }
    return out;
}

RatedContact rated_of(const standing::Report& rating, const standing::ContactFact& machine,
                      const standing::Program& program) {
    RatedContact out;
    out.attempt = rating.attempt;
    out.contact = rating.contact;
    out.rater = rating.rater;
    out.rater_name = rating.rater_name;
    out.at = rating.at;
    out.blind = rating.blind;
    out.trainer_passed = rating.passed;
    out.machine_passed = machine.passed;
    const std::map<std::string, standing::Mark> drafted = standing::draft({machine}, program);
    for (const auto& [competency, mark] : rating.marks) {
        if (mark.kind == standing::Mark::Kind::not_observed) continue;
        const auto at = drafted.find(competency);
        const int suggested = mark.suggested > 0 ? mark.suggested : at == drafted.end() ? 0 : at->second.suggested;
        if (suggested > 0) out.marks[competency] = {mark.value, suggested};
    }
    return out;
}

}  // namespace

AgreementReport agreement_report(const records::Store& store, const std::string& prepared,
                                 const standing::Program& program) {
    const std::vector<standing::Report> ratings = records::reports_of(store);
    const auto machine = machine_of(store, ratings);
    std::vector<RatedContact> rated;
    for (const standing::Report& rating : ratings) {
        const auto at = machine.find({rating.attempt, rating.contact});
        if (at != machine.end()) rated.push_back(rated_of(rating, at->second, program));
    }
    return agreement_report(rated, records::overrides_of(store, {}), calibration(ratings), prepared);
}

Calibration calibration(const records::Store& store, const std::string& attempt, const std::string& prepared) {
    std::vector<standing::Report> ratings = records::reports_of(store);
    if (!attempt.empty()) {
        std::vector<standing::Report> kept;
        for (standing::Report& rating : ratings) {
            if (rating.attempt == attempt) kept.push_back(std::move(rating));
        }
        ratings = std::move(kept);
    }
    return calibration(ratings, prepared);
}

}  // namespace shift311::reports
