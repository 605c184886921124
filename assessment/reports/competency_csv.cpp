#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/rule_odds.hpp"
#include "assessment/reports/rule_trials.hpp"
#include "assessment/standing/cut_sheet.hpp"

#include <fmt/format.h>

namespace shift311::reports {
namespace {

class FactLines {
  public:
    FactLines() {
        for (const char* name : {"part", "item", "measure", "value", "unit"})
            csv_.text(name);
        csv_.end_line();
    }
    void text(std::string_view part, std::string_view item, std::string_view measure, std::string_view value) {
        csv_.text(part).text(item).text(measure).text(value).nothing();
        csv_.end_line();
    }
    void number(std::string_view part, std::string_view item, std::string_view measure, std::int64_t value,
                std::string_view unit) {
        csv_.text(part).text(item).text(measure).number(value).text(unit);
        csv_.end_line();
    }
    void points(std::string_view part, std::string_view item, std::string_view measure, scoring::Points value) {
        csv_.text(part).text(item).text(measure).points(value).text("points");
        csv_.end_line();
    }
    void figure(std::string_view part, std::string_view item, std::string_view measure, double value,
                std::string_view unit) {
        csv_.text(part).text(item).text(measure).text(fmt::format("{:.4f}", value)).text(unit);
        csv_.end_line();
    }
    const std::string& str() const { return csv_.str(); }

  private:
    Csv csv_;
};

void add_means(FactLines& out, const std::string& part, const std::vector<CompetencyMean>& means) {
    for (const CompetencyMean& mean : means) {
        out.number(part, mean.competency, "contacts", mean.contacts, "contacts");
        out.points(part, mean.competency, "points", mean.points);
        out.points(part, mean.competency, "possible", mean.possible);
        if (mean.contacts > 0) out.figure(part, mean.competency, "mean", mean.mean, "percent");
        if (mean.error) out.figure(part, mean.competency, "sem", *mean.error, "percentage points");
        if (mean.floor) out.number(part, mean.competency, "floor", *mean.floor, "percent");
        if (mean.floor) out.text(part, mean.competency, "floor_met", mean.met ? "yes" : "no");
    }
}

void add_emergencies(FactLines& out, const std::string& part, const EmergencyCount& count) {
    out.number(part, "emergencies", "shown", count.shown, "emergencies");
    out.number(part, "emergencies", "missed", count.missed, "emergencies");
    if (count.shown > 0) out.figure(part, "emergencies", "miss_rate_at_most_95", count.most, "share");
    out.number(part, "emergencies", "others", count.others, "contacts");
    out.number(part, "emergencies", "false_transfers", count.false_transfers, "contacts");
}

void add_exam(FactLines& out, const CompetencyReport& report, const standing::ExamResult& exam) {
    const std::string part = fmt::format("exam {}", exam.number);
    out.text(part, "form", "id", exam.form);
    out.text(part, "form", "opened", exam.opened);
    if (const std::string why = sums_withheld(report, exam); !why.empty()) {
        out.number(part, "contacts", "judged", exam.judged, "contacts");
        out.text(part, "results", "withheld", why);
        return;
    }
    out.text(part, "form", "seed", std::to_string(exam.seed));
    out.text(part, "form", "closed", exam.closed);
    out.number(part, "contacts", "judged", exam.judged, "contacts");
    out.number(part, "contacts", "passed", exam.passes, "contacts");
    out.text(part, "floors", "met", exam.floors_met ? "yes" : "no");
    out.text(part, "signature", "outcome", exam.outcome);
    out.text(part, "signature", "by", exam.signed_by);
    out.text(part, "signature", "at", exam.signed_at);
    out.text(part, "signature", "code", exam.signed_code);
    out.text(part, "signature", "why", exam.signed_why);
    for (const std::string& reason : exam.reasons)
        out.text(part, "rule", "reason", reason);
    add_emergencies(out, part, emergency_count(report.history, exam.form));
    const Contacts contacts = exam_contacts(report.history, exam.form);
    add_means(out, part, competency_means(contacts, report.program.floors));
    for (const standing::ContactFact* contact : contacts) {
        const std::string item = fmt::format("{}/{} {}", contact->attempt, contact->contact, contact->script);
        if (withheld(report, contact->attempt, contact->contact)) {
            out.text(part, item, "withheld", kUntilRated);
            continue;
        }
        out.points(part, item, "points", contact->points);
        out.points(part, item, "possible", contact->possible);
        out.text(part, item, "passed", standing::passes(report.program, *contact) ? "yes" : "no");
        out.text(part, item, "scorecard_hash", contact->scorecard_hash);
    }
}

void add_practice(FactLines& out, const TraineeReport& practice) {
    out.number("practice", "attempts", "counted", practice.counted, "attempts");
    out.number("practice", "attempts", "passed", practice.passed, "attempts");
    out.number("practice", "attempts", "critical", practice.critical, "errors");
    for (const auto& [name, sum] : practice.competencies) {
        out.points("practice", name, "points", sum.points);
        out.points("practice", name, "possible", sum.possible);
    }
    for (const records::AttemptRow& row : practice.attempts) {
        if (practice.exams.count(row.id)) continue;
        out.text("practice", row.id, "began", row.began);
        out.text("practice", row.id, "title", row.title.empty() ? row.shift : row.title);
        out.text("practice", row.id, "state", row.why.empty() ? "open" : row.why);
        out.points("practice", row.id, "points", row.points);
        out.points("practice", row.id, "possible", row.possible);
        out.text("practice", row.id, "passed", row.passed() ? "yes" : "no");
    }
}

}  // namespace

std::string competency_csv(const CompetencyReport& report) {
    FactLines out;
    const standing::Program& program = report.program;
    out.text("scope", "trainee", "name", report.name());
    out.text("scope", "trainee", "person", report.practice.person.id);
    out.text("scope", "program", "id", program.id);
    out.text("scope", "program", "title", program.title);
    out.text("scope", "program", "version", program.version);
    out.text("scope", "program", "hash", program.hash);
    out.text("scope", "report", "prepared", report.prepared);
    out.text("scope", "records", "chain_head", report.chain_head);
    out.number("scope", "training", "desk_time", report.desk_time / 1000, "seconds");
    for (const std::string& sentence : withheld_sentences(report))
        out.text("scope", "report", "withheld", sentence);
    for (const std::string& sentence : report.set_aside)
        out.text("scope", "report", "set_aside", sentence);
    out.text("standing", "state", "word", standing::word(report.standing.state));
    out.text("standing", "state", "certified_until", report.standing.certified_until);
    out.number("standing", "retests", "left", report.standing.retests_left, "exams");
    for (const standing::Transition& it : report.standing.transitions)
        out.text("standing", it.at, fmt::format("{} to {}", standing::word(it.from), standing::word(it.to)),
                 it.by + ": " + it.why);
    out.number("rule", "cut", "pass", program.pass_percent, "percent");
    if (const auto cut = standing::cut_score(program)) {
        out.text("rule", "cut", "asked_on", program.pass_sheet.asked_on);
        out.number("rule", "cut", "judges", cut->judges, "judges");
        out.figure("rule", "cut", "mean_of_judges", cut->percent, "percent");
        if (cut->error) out.figure("rule", "cut", "standard_error", cut->in_percent(*cut->error), "percentage points");
        for (std::size_t i = 0; i < program.pass_sheet.judges.size(); ++i)
            out.figure("rule", program.pass_sheet.judges[i].name, "own_cut", cut->in_percent(cut->sums.at(i)),
                       "percent");
    }
    for (const CallOdds& it : call_odds(program.retests + 1)) {
        const std::string skill = fmt::format("skill {:.2f}", it.skill);
        out.figure("rule", skill, "passes", it.rule, "share");
        out.figure("rule", skill, "passes_within_tries", it.within_tries, "share");
    }
    for (const RuleTrial& it : rule_trials()) {
        const std::string skill = fmt::format("skill {:.2f}", it.skill_permille / 1'000.0);
        out.number("rule", skill, "simulated_passed", it.passed(), "exams");
        out.number("rule", skill, "simulated", it.exams(), "exams");
    }
    for (const EmergencyOdds& it : emergency_odds())
        out.figure("rule", fmt::format("miss rate {:.3f}", it.miss_rate), "passes", it.passes, "share");
    for (const standing::ExamResult& exam : report.standing.exams)
        add_exam(out, report, exam);
    for (const standing::TypingFact& it : report.history.typing) {
        const char* test = it.dictation ? "typing dictation" : "typing copy";
        out.text(test, it.at, "finished", it.finished ? "yes" : "no");
        out.number(test, it.at, "wpm_net", it.wpm_net, "words a minute");
        out.number(test, it.at, "ksph_net", it.ksph_net, "keystrokes an hour");
        out.number(test, it.at, "uncorrected", it.uncorrected_permille, "in 1,000");
    }
    for (const ClauseEvidence& it : clause_evidence(program, report.history)) {
        out.text("clauses", it.clause.id, "observed", it.observed() ? "yes" : "not observed");
        out.number("clauses", it.clause.id, "exam_contacts", it.exam, "contacts");
        out.number("clauses", it.clause.id, "exam_passed", it.exam_passed, "contacts");
        out.number("clauses", it.clause.id, "practice_contacts", it.practice, "contacts");
        out.number("clauses", it.clause.id, "practice_passed", it.practice_passed, "contacts");
        out.number("clauses", it.clause.id, "typing_tests", it.tests, "tests");
        out.number("clauses", it.clause.id, "typing_tests_passed", it.tests_passed, "tests");
    }
    for (const CriticalError& it : report.critical) {
        if (withheld(report, it.attempt, it.contact)) continue;
        out.text(it.purpose == standing::Purpose::exam ? "critical errors, exam" : "critical errors, practice",
                 fmt::format("{}/{}", it.attempt, it.contact), it.title, it.sentence);
    }
    for (const standing::RatingFact* it : shown_ratings(report))
        out.text("ratings", fmt::format("{}/{}", it->attempt, it->contact), it->rater_name,
                 it->passed ? "passed" : "not passed");
    for (const standing::Override& it : report.overrides) {
        if (withheld(report, it.attempt, it.contact)) continue;
        const std::string item = fmt::format("{}/{} {}", it.attempt, it.contact, it.criterion);
        out.points("overrides", item, "machine", it.machine_points);
        out.points("overrides", item, "corrected", it.points);
        out.text("overrides", item, it.by_name, it.why);
    }
    for (const standing::Dispute& it : report.disputes)
        out.text("disputes", it.attempt, it.disputed ? (it.answer.empty() ? "open" : it.answer) : "acknowledged",
                 it.words);
    for (const standing::Event& it : report.history.events)
        out.text("decisions", it.at, it.kind, it.by_name + (it.why.empty() ? "" : ": " + it.why));
    for (const JournalHash& it : report.journals)
        out.text("journals", it.attempt, it.what, it.hash);
    add_practice(out, report.practice);
    return out.str();
}

}  // namespace shift311::reports
