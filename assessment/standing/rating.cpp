#include "assessment/standing/rating.hpp"

#include "assessment/standing/calendar.hpp"
#include "assessment/standing/score_error.hpp"

#include <algorithm>

namespace shift311::standing {
namespace {

constexpr int kLowest = 1, kHighest = 7;
constexpr int kExplainLow = 3, kExplainHigh = 6;

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

const scoring::Competency* competency_of(const std::string& word) {
    const auto found = std::find_if(scoring::kCompetencies.begin(), scoring::kCompetencies.end(),
                                    [&](scoring::Competency one) { return scoring::word(one) == word; });
    return found == scoring::kCompetencies.end() ? nullptr : &*found;
}

void add_mark_faults(const std::string& competency, const Mark& mark, std::vector<std::string>& all) {
    const scoring::Competency* known = competency_of(competency);
    if (!known) {
        all.push_back("There is no competency \"" + competency + "\".");
        return;
    }
    if (mark.kind == Mark::Kind::not_observed) return;
    const std::string name(scoring::label(*known));
    if (mark.value < kLowest || mark.value > kHighest) {
        all.push_back(name + ": choose a number from 1 to 7, or mark it as not observed.");
        return;
    }
    if (!blank(mark.comment)) return;
    if (mark.kind == Mark::Kind::not_responding)
        all.push_back(name + ": not responding to training wants a comment.");
    else if (mark.value <= kExplainLow)
        all.push_back(name + ": a " + std::to_string(mark.value) +
                      " wants a comment, as does every mark of 3 or below.");
    else if (mark.value >= kExplainHigh)
        all.push_back(name + ": a " + std::to_string(mark.value) +
                      " wants a comment, as does every mark of 6 or above.");
}

}  // namespace

std::vector<std::string> faults(const Report& report) {
    std::vector<std::string> all;
    if (report.trainee.empty()) all.push_back("The report does not say which trainee it is about.");
    if (report.rater.empty()) all.push_back("The report does not say who rates.");
    if (!report.rater.empty() && report.rater == report.trainee) all.push_back("Nobody rates their own work.");
    const bool of_contact = !report.attempt.empty();
    if (of_contact) {
        if (report.contact == 0) all.push_back("The rating does not say which contact of the attempt it is about.");
        if (!report.passed) all.push_back("Say whether the contact passed.");
    } else if (!day_of(report.day) || report.day.size() != 10) {
        all.push_back("The report wants its day, such as 2026-11-21.");
    } else if (const auto signed_on = day_of(report.at); signed_on && *day_of(report.day) > *signed_on + 1) {
        // A day more than the stamp's own: east of Greenwich the day begins before it does in UTC.
        all.push_back("The day " + report.day + " is still to come; a report is about a day that was observed.");
    }
    for (const auto& [competency, mark] : report.marks)
        add_mark_faults(competency, mark, all);
    const bool observed = std::any_of(report.marks.begin(), report.marks.end(),
                                      [](const auto& mark) { return mark.second.kind != Mark::Kind::not_observed; });
    if (!of_contact && !observed && blank(report.most) && blank(report.least))
        all.push_back("Nothing was observed: mark at least one competency, or say what the day was like.");
    return all;
}

std::map<std::string, Mark> draft(const std::vector<ContactFact>& day, const Program& program) {
    std::map<std::string, Mark> marks;
    for (const scoring::Competency one : scoring::kCompetencies) {
        scoring::Scorecard::Sum all;
        int contacts = 0;
        const std::string competency(scoring::word(one));
        for (const ContactFact& contact : day) {
            const auto sum = contact.competencies.find(competency);
            if (sum == contact.competencies.end()) continue;
            all.points += sum->second.points;
            all.possible += sum->second.possible;
            if (sum->second.possible > 0) ++contacts;
        }
        Mark& mark = marks[competency];
        if (all.possible <= 0) continue;
        mark.kind = Mark::Kind::number;
        mark.suggested = band(all.points, all.possible, program.pass_percent);
        mark.evidence = std::to_string(scoring::percent(all.points, all.possible)) + " % of the points in " +
                        std::to_string(contacts) + (contacts == 1 ? " contact" : " contacts");
    }
    return marks;
}

}  // namespace shift311::standing
