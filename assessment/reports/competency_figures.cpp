#include "assessment/reports/competency_figures.hpp"

#include "assessment/measure/interval.hpp"
#include "assessment/measure/moments.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

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
    for (const standing::TypingFact& test : history.typing) {
        if (!test.finished || test.purpose != Purpose::qualification) continue;
        const bool reached =
            test.dictation ? test.ksph_net >= program.typing.ksph_net : test.wpm_net >= program.typing.wpm_net;
        for (const std::string& id : program.typing.clauses) {
            ClauseEvidence& evidence = by_clause[id];
            ++evidence.tests;
            evidence.tests_passed += reached ? 1 : 0;
            evidence.last = std::max(evidence.last, test.at);
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

std::vector<Disagreement> disagreements(const CompetencyReport& report) {
    std::map<std::pair<std::string, std::uint32_t>, const ContactFact*> known;
    for (const ContactFact& contact : report.history.contacts)
        known[{contact.attempt, contact.contact}] = &contact;
    std::vector<Disagreement> out;
    for (const standing::RatingFact* rating : shown_ratings(report)) {
        const auto contact = known.find({rating->attempt, rating->contact});
        if (contact == known.end()) continue;
        if (rating->passed != standing::passes(report.program, *contact->second))
            out.push_back({rating, contact->second});
    }
    return out;
}

bool withheld(const CompetencyReport& report, const std::string& attempt, std::uint32_t contact) {
    return standing::to_rate_blind(report.standing.exams, attempt, contact);
}

bool withheld(const CompetencyReport& report, const standing::ExamResult& exam) {
    return report.reader == Reader::examined && !standing::results_out(exam);
}

std::string sums_withheld(const CompetencyReport& report, const standing::ExamResult& exam) {
    if (withheld(report, exam)) return "until the exam is closed";
    return standing::sums_withheld(exam) ? kUntilAllRated : "";
}

std::vector<std::string> withheld_sentences(const CompetencyReport& report) {
    std::vector<std::string> out;
    for (const standing::ExamResult& exam : report.standing.exams) {
        if (withheld(report, exam)) {
            out.push_back(
                fmt::format("Exam {} is not closed yet. This copy is for the one who sits it, so how its contacts and "
                            "vignettes were judged is withheld until then.",
                            exam.number));
            continue;
        }
        if (!exam.undrawn.empty())
            out.push_back(fmt::format(
                "Which contacts of exam {} are rated blind by a second rater is drawn once all of that part "
                "are judged. Until then how {} {} judged, and how the exam goes as a whole, is withheld from every "
                "reader.",
                exam.number, counted(static_cast<int>(exam.undrawn.size()), "contact"),
                exam.undrawn.size() == 1 ? "was" : "were"));
        if (const int due = standing::to_rate_blind(exam)) {
            out.push_back(fmt::format(
                "{0} of exam {1} {2} still to be rated blind by a second rater. Until that is done, what the machine "
                "judged of {3}, ratings made already, corrections and the hash of the scorecard are withheld from "
                "every reader, and with them how the exam goes as a whole, so that nobody rates under their "
                "influence.",
                counted(due, "contact"), exam.number, due == 1 ? "is" : "are", due == 1 ? "it" : "them"));
        }
    }
    return out;
}

std::vector<const standing::RatingFact*> shown_ratings(const CompetencyReport& report) {
    std::vector<const standing::RatingFact*> out;
    for (const standing::RatingFact& rating : report.history.ratings)
        if (!withheld(report, rating.attempt, rating.contact)) out.push_back(&rating);
    return out;
}

std::string tenths_percent(double percent) {
    return fmt::format("{:.1f}\u00a0%", percent);
}

}  // namespace shift311::reports
