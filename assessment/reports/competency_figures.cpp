#include "assessment/reports/competency_figures.hpp"

#include "assessment/measure/interval.hpp"
#include "assessment/measure/moments.hpp"
#include "assessment/reports/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace shift311::reports {

using standing::ContactFact;
using standing::History;
using standing::Purpose;

Contacts exam_contacts(const History& history, const std::string& form) {
    Contacts out;
    for (const ContactFact& contact : history.contacts) {
        if (contact.purpose == Purpose::exam && contact.form == form) out.push_back(&contact);
    }
    return out;
}

Contacts practice_contacts(const History& history) {
    Contacts out;
    for (const ContactFact& contact : history.contacts) {
        if (contact.purpose == Purpose::practice) out.push_back(&contact);
    }
    return out;
}

std::vector<CompetencyMean> competency_means(const Contacts& contacts, const std::map<std::string, int>& floors) {
    std::map<std::string, scoring::Scorecard::Sum> sums;
    std::map<std::string, std::vector<double>> percents;
    for (const auto& [name, floor] : floors)
        sums[name];
    for (const ContactFact* contact : contacts) {
        for (const auto& [name, sum] : contact->competencies) {
            if (sum.possible <= 0) continue;
            sums[name].points += sum.points;
            sums[name].possible += sum.possible;
            percents[name].push_back(100 * static_cast<double>(sum.points) / static_cast<double>(sum.possible));
        }
    }
    std::vector<CompetencyMean> out;
    for (const std::string& name : in_order(sums)) {
        CompetencyMean mean;
        mean.competency = name;
        mean.points = sums[name].points;
        mean.possible = sums[name].possible;
        const std::vector<double>& row = percents[name];
        mean.contacts = static_cast<std::int64_t>(row.size());
        mean.mean = measure::mean(row);
        if (row.size() > 1) mean.error = std::sqrt(measure::variance(row) / static_cast<double>(row.size()));
        if (const auto floor = floors.find(name); floor != floors.end()) {
            mean.floor = floor->second;
            mean.met = 100 * mean.points >= floor->second * mean.possible;
        }
        out.push_back(std::move(mean));
    }
    return out;
}

EmergencyCount emergency_count(const History& history, const std::string& form) {
    EmergencyCount out;
    const auto ours = [&](Purpose purpose, const std::string& of) {
        return form.empty() ? purpose != Purpose::exam : purpose == Purpose::exam && of == form;
    };
    for (const standing::TriageFact& block : history.triage) {
        if (!ours(block.purpose, block.form)) continue;
        out.shown += block.emergencies;
        out.missed += block.misses;
        out.others += std::max(0, block.shown - block.emergencies);
        out.false_transfers += block.false_transfers;
    }
    for (const ContactFact& contact : history.contacts) {
        if (!ours(contact.purpose, contact.form)) continue;
        out.shown += contact.emergency ? 1 : 0;
        out.missed += contact.emergency && contact.emergency_missed ? 1 : 0;
        out.others += contact.emergency ? 0 : 1;
        out.false_transfers += contact.false_transfer ? 1 : 0;
    }
    out.missed = std::min(out.missed, out.shown);
    out.most = measure::clopper_pearson_upper(out.missed, out.shown);
    return out;
}

std::vector<ClauseEvidence> clause_evidence(const standing::Program& program, const History& history) {
    std::map<std::string, ClauseEvidence> by_clause;
    for (const ContactFact& contact : history.contacts) {
        if (contact.purpose != Purpose::exam && contact.purpose != Purpose::practice) continue;
        const bool exam = contact.purpose == Purpose::exam;
        for (const std::string& duty : contact.duties) {
            ClauseEvidence& evidence = by_clause[duty];
            ++(exam ? evidence.exam : evidence.practice);
            if (exam ? standing::passes(program, contact) : contact.passed)
                ++(exam ? evidence.exam_passed : evidence.practice_passed);
            evidence.last = std::max(evidence.last, contact.at);
        }
    }
    std::vector<ClauseEvidence> out;
    for (const standing::Clause& clause : program.clauses) {
        ClauseEvidence evidence = by_clause[clause.id];
        evidence.clause = clause;
        out.push_back(std::move(evidence));
    }
    return out;
}

std::vector<Disagreement> disagreements(const standing::Program& program, const History& history) {
    std::map<std::pair<std::string, std::uint32_t>, const ContactFact*> known;
    for (const ContactFact& contact : history.contacts)
        known[{contact.attempt, contact.contact}] = &contact;
    std::vector<Disagreement> out;
    for (const standing::RatingFact& rating : history.ratings) {
        const auto contact = known.find({rating.attempt, rating.contact});
        if (contact == known.end()) continue;
        if (rating.passed != standing::passes(program, *contact->second)) out.push_back({&rating, contact->second});
    }
    return out;
}

bool withheld(const standing::ExamResult& exam, const ContactFact& contact) {
    return std::any_of(exam.second.begin(), exam.second.end(), [&](const auto& it) {
        return it.attempt == contact.attempt && it.contact == contact.contact && it.ratings < it.needed;
    });
}

std::string tenths_percent(double percent) {
    return fmt::format("{:.1f}\u00a0%", percent);
}

}  // namespace shift311::reports
