#include "assessment/records/entry.hpp"
#include "assessment/reports/agreement_report.hpp"
#include "assessment/reports/set_aside.hpp"
#include "assessment/reports/wording.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace shift311::reports {
namespace {

using Contact = std::pair<std::string, std::uint32_t>;

/// What the machine said of the contacts that somebody rated.
std::map<Contact, standing::ContactFact> machine_of(const records::Store& store,
                                                    const std::vector<standing::Report>& ratings,
                                                    std::vector<std::string>& set_aside) {
    std::map<Contact, standing::ContactFact> out;
    std::map<std::string, std::vector<records::StoredCard>> read;
    for (const standing::Report& rating : ratings) {
        if (rating.attempt.empty() || read.count(rating.attempt) != 0) continue;
        std::vector<records::StoredCard>& cards = read[rating.attempt];
        unless_damaged(set_aside, rating.attempt, [&] { cards = store.scorecards(rating.attempt); });
        for (const records::StoredCard& card : cards) {
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

/// Blind ratings of exam contacts, the newest of each rater on each contact.
std::int64_t exam_ratings(const records::Store& store, const std::vector<RatedContact>& rated) {
    std::set<std::tuple<std::string, std::uint32_t, std::string>> blind;
    for (const RatedContact& one : rated)
        if (one.blind) blind.insert({one.attempt, one.contact, one.rater});
    std::map<std::string, bool> exam;
    std::int64_t out = 0;
    for (const auto& [attempt, contact, rater] : blind) {
        const std::string& id = attempt;
        if (exam.count(id) == 0) {
            bool& is_exam = exam[id];
            std::vector<std::string> unread;  // named by who reads the scorecards
            unless_damaged(unread, id, [&] { is_exam = store.journal(id).head.purpose == "exam"; });
        }
        out += exam[id] ? 1 : 0;
    }
    return out;
}

/// Attempts of exams among those that several people rated blind.
std::set<std::string> exams_among(const records::Store& store, const std::vector<standing::Report>& ratings) {
    std::map<Contact, std::set<std::string>> raters;
    for (const standing::Report& rating : ratings) {
        if (!rating.attempt.empty() && rating.blind) raters[{rating.attempt, rating.contact}].insert(rating.rater);
    }
    std::set<std::string> out, asked;
    for (const auto& [contact, who] : raters) {
        const std::string& attempt = contact.first;
        if (who.size() < 2 || !asked.insert(attempt).second) continue;
        std::vector<std::string> unread;
        unless_damaged(unread, attempt, [&] {
            if (store.journal(attempt).head.purpose == "exam") out.insert(attempt);
        });
    }
    return out;
}

/// Of what several trainers rated, only what was given to them for that. In an exam the second rater is called because
/// the first and the machine differ; taken as an exercise, such contacts would show trainers at odds who are not.
Calibration exercises(const records::Store& store, std::vector<standing::Report> ratings,
                      const std::string& prepared = {}) {
    const std::set<std::string> exams = exams_among(store, ratings);
    const std::size_t all = calibration(ratings).contacts.size();
    ratings.erase(std::remove_if(ratings.begin(), ratings.end(),
                                 [&](const standing::Report& rating) { return exams.count(rating.attempt) != 0; }),
                  ratings.end());
    Calibration out = calibration(ratings, prepared);
    if (const std::size_t left_out = all - out.contacts.size(); left_out > 0)
        out.notes.push_back(
            (left_out == 1 ? "One exam contact" : count_text(static_cast<std::int64_t>(left_out)) + " exam contacts") +
            " with more than one rater " + (left_out == 1 ? "is" : "are") +
            " left out here: the second rater of an exam is called where the first and the machine differ, so these "
            "are contacts that people differ about, and no measure of the trainers. \"report agreement ATTEMPT\" shows "
            "those of one attempt.");
    return out;
}

}  // namespace

AgreementReport agreement_report(const records::Store& store, const std::string& prepared,
                                 const standing::Program& program) {
    const std::vector<standing::Report> ratings = records::reports_of(store);
    std::vector<std::string> set_aside;
    const auto machine = machine_of(store, ratings, set_aside);
    std::vector<RatedContact> rated;
    for (const standing::Report& rating : ratings) {
        const auto at = machine.find({rating.attempt, rating.contact});
        if (at != machine.end()) rated.push_back(rated_of(rating, at->second, program));
    }
    AgreementReport out =
        agreement_report(rated, records::overrides_of(store, {}), exercises(store, ratings), prepared);
    out.set_aside = std::move(set_aside);
    out.exam_ratings = exam_ratings(store, rated);
    out.drawn_percent = program.second_rating_percent;
    return out;
}

Calibration calibration(const records::Store& store, const std::string& attempt, const std::string& prepared) {
    std::vector<standing::Report> ratings = records::reports_of(store);
    if (attempt.empty()) return exercises(store, std::move(ratings), prepared);
    std::vector<standing::Report> kept;
    for (standing::Report& rating : ratings) {
        if (rating.attempt == attempt) kept.push_back(std::move(rating));
    }
    return calibration(kept, prepared);
}

}  // namespace shift311::reports
