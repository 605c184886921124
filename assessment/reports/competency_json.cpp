#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/rule_odds.hpp"
#include "assessment/reports/rule_trials.hpp"
#include "assessment/reports/said_json.hpp"
#include "assessment/standing/cut_sheet.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace shift311::reports {
namespace {

using nlohmann::json;

/// Six digits after the point: all that such a figure bears, and the same text everywhere.
json rounded(double value) {
    return std::round(value * 1e6) / 1e6;
}

const char* verdict_word(standing::Verdict verdict) {
    switch (verdict) {
        case standing::Verdict::passed:
            return "passed";
        case standing::Verdict::further:
            return "further";
        case standing::Verdict::not_yet:
            return "not_yet";
        case standing::Verdict::open:
            break;
    }
    return "open";
}

json means_json(const std::vector<CompetencyMean>& means) {
    json out = json::object();
    for (const CompetencyMean& mean : means) {
        out[mean.competency] = {{"contacts", mean.contacts},
                                {"points", mean.points},
                                {"possible", mean.possible},
                                {"mean_percent", mean.contacts ? rounded(mean.mean) : json()},
                                {"sem_percent", mean.error ? rounded(*mean.error) : json()},
                                {"few", mean.contacts > 0 && mean.contacts < kFewContacts},
                                {"floor_percent", mean.floor ? json(*mean.floor) : json()},
                                {"floor_met", mean.floor ? json(mean.met) : json()}};
    }
    return out;
}

json emergency_json(const EmergencyCount& count) {
    return {{"shown", count.shown},
            {"missed", count.missed},
            {"miss_rate_at_most_95", count.shown ? rounded(count.most) : json()},
            {"others", count.others},
            {"false_transfers", count.false_transfers}};
}

json contact_json(const standing::Program& program, const standing::ContactFact& contact, bool hidden) {
    if (hidden) return {{"attempt", contact.attempt}, {"contact", contact.contact}, {"withheld", true}};
    return {{"attempt", contact.attempt},
            {"contact", contact.contact},
            {"script", contact.script},
            {"title", contact.title},
            {"duties", contact.duties},
            {"points", contact.points},
            {"possible", contact.possible},
            {"passed", standing::passes(program, contact)},
            {"critical", contact.critical},
            {"emergency", contact.emergency},
            {"emergency_missed", contact.emergency_missed},
            {"rubric", contact.rubric},
            {"scorecard_hash", contact.scorecard_hash}};
}

/// The judges' sheet and what it gives; null where nobody was asked.
json cut_json(const standing::Program& program) {
    const auto score = standing::cut_score(program);
    if (!score) return nullptr;
    const standing::CutSheet& sheet = program.pass_sheet;
    const auto percent = [&](double of_items) { return rounded(score->in_percent(of_items)); };
    json judges = json::array(), cells = json::array();
    for (std::size_t i = 0; i < sheet.judges.size(); ++i)
        judges.push_back({{"judge", sheet.judges[i].name},
                          {"incumbent", sheet.judges[i].incumbent},
                          {"estimates", sheet.judges[i].estimates},
                          {"cut_percent", percent(score->sums.at(i))}});
    const std::vector<int> times = standing::cut_weights(program);
    for (std::size_t i = 0; i < program.blueprint.size(); ++i)
        cells.push_back({{"cell", program.blueprint[i].id},
                         {"contacts", times.at(i)},
                         {"mean_percent", rounded(score->of_items.at(i).mean)},
                         {"lowest_percent", score->of_items.at(i).low},
                         {"highest_percent", score->of_items.at(i).high}});
    return {{"method", "angoff"},
            {"asked_on", sheet.asked_on},
            {"rounds", sheet.rounds},
            {"less_sem", sheet.less_errors},
            {"cut_percent", rounded(score->percent)},
            {"judges_sd_percent", score->sd ? json(percent(*score->sd)) : json()},
            {"judges_sem_percent", score->error ? json(percent(*score->error)) : json()},
            {"lowest_judge_percent", percent(score->low)},
            {"highest_judge_percent", percent(score->high)},
            {"judges", std::move(judges)},
            {"cells", std::move(cells)}};
}

json exam_json(const CompetencyReport& report, const standing::ExamResult& exam) {
    if (withheld(report, exam))
        return {{"form", exam.form}, {"number", exam.number},          {"opened", exam.opened},
                {"closed", ""},      {"contacts_judged", exam.judged}, {"withheld", "until the exam is closed"}};
    json contacts = json::array();
    for (const standing::ContactFact* contact : exam_contacts(report.history, exam.form))
        contacts.push_back(
            contact_json(report.program, *contact, withheld(report, contact->attempt, contact->contact)));
    json second = json::array();
    for (const standing::SecondRating& it : exam.second) {
        if (it.ratings < it.needed) {
            second.push_back(
                {{"attempt", it.attempt}, {"contact", it.contact}, {"still_due", true}, {"withheld", kUntilRated}});
            continue;
        }
        second.push_back({{"attempt", it.attempt},
                          {"contact", it.contact},
                          {"why", it.why},
                          {"ratings", it.ratings},
                          {"needed", it.needed},
                          {"disagrees", it.disagrees}});
    }
    if (const std::string why = sums_withheld(report, exam); !why.empty())
        return {{"form", exam.form},     {"seed", exam.seed},        {"number", exam.number},
                {"opened", exam.opened}, {"closed", exam.closed},    {"contacts", contacts},
                {"withheld", why},       {"second_ratings", second}, {"contacts_judged", exam.judged}};
    return {
        {"form", exam.form},
        {"seed", exam.seed},
        {"number", exam.number},
        {"opened", exam.opened},
        {"closed", exam.closed},
        {"contacts", contacts},
        {"contacts_judged", exam.judged},
        {"contacts_passed", exam.passes},
        {"further_needed", exam.further_needed},
        {"contact_block", verdict_word(exam.calls)},
        {"emergencies", exam.emergencies},
        {"emergencies_missed", exam.misses},
        {"false_transfers", exam.false_transfers},
        {"emergency_block", verdict_word(exam.emergency)},
        {"floors_met", exam.floors_met},
        {"competencies", means_json(competency_means(exam_contacts(report.history, exam.form), report.program.floors))},
        {"emergency_bound", emergency_json(emergency_count(report.history, exam.form))},
        {"second_ratings", second},
        {"rule", verdict_word(exam.rule)},
        {"outcome", exam.outcome},
        {"signed_by", exam.signed_by},
        {"signed_at", exam.signed_at},
        {"signed_code", exam.signed_code},
        {"signed_why", exam.signed_why},
        {"reasons", exam.reasons}};
}

json standing_json(const standing::Standing& standing) {
    json transitions = json::array();
    for (const standing::Transition& it : standing.transitions)
        transitions.push_back({{"from", standing::word(it.from)},
                               {"to", standing::word(it.to)},
                               {"at", it.at},
                               {"by", it.by},
                               {"why", it.why}});
    json eligibility = json::array();
    for (const standing::Requirement& it : standing.eligibility)
        eligibility.push_back(
            {{"id", it.id}, {"label", it.label}, {"done", it.done}, {"needed", it.needed}, {"met", it.met}});
    return {{"state", standing::word(standing.state)},
            {"label", standing::label(standing.state)},
            {"certified_until", standing.certified_until},
            {"retests_left", standing.retests_left},
            {"remediation_due", standing.remediation_due},
            {"next", standing.next},
            {"transitions", transitions},
            {"eligibility", eligibility}};
}

json events_json(const CompetencyReport& report, const std::vector<std::string>& kinds) {
    json out = json::array();
    for (const standing::Event& event : report.history.events) {
        if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end()) continue;
        out.push_back({{"kind", event.kind},
                       {"at", event.at},
                       {"by", event.by_name},
                       {"form", event.form},
                       {"outcome", event.outcome},
                       {"code", event.code},
                       {"why", event.why}});
    }
    return out;
}

json marks_json(const std::map<std::string, standing::Mark>& marks) {
    json out = json::object();
    for (const auto& [name, mark] : marks) {
        const bool number = mark.kind != standing::Mark::Kind::not_observed;
        out[name] = {{"value", number ? json(mark.value) : json()},
                     {"not_observed", !number},
                     {"not_responding", mark.kind == standing::Mark::Kind::not_responding},
                     {"suggested", mark.suggested > 0 ? json(mark.suggested) : json()},
                     {"comment", mark.comment}};
    }
    return out;
}

}  // namespace

std::string competency_json(const CompetencyReport& report) {
    json out = json::parse(trainee_json(report.practice));
    const standing::Program& program = report.program;
    out["prepared"] = report.prepared;
    out["program"] = {{"id", program.id},           {"title", program.title},   {"employer", program.employer},
                      {"version", program.version}, {"rubric", program.rubric}, {"hash", program.hash}};
    out["standing"] = standing_json(report.standing);
    json exams = json::array();
    for (const standing::ExamResult& exam : report.standing.exams)
        exams.push_back(exam_json(report, exam));
    out["exams"] = std::move(exams);
    json clauses = json::array();
    for (const ClauseEvidence& it : clause_evidence(program, report.history))
        clauses.push_back({{"id", it.clause.id},
                           {"title", it.clause.title},
                           {"observed", it.observed()},
                           {"exam_contacts", it.exam},
                           {"exam_passed", it.exam_passed},
                           {"practice_contacts", it.practice},
                           {"practice_passed", it.practice_passed},
                           {"typing_tests", it.tests},
                           {"typing_tests_passed", it.tests_passed},
                           {"last", it.last}});
    out["clauses"] = std::move(clauses);
    out["emergencies_in_practice"] = emergency_json(emergency_count(report.history, {}));
    json tests = json::array();
    for (const standing::TypingFact& it : report.history.typing)
        tests.push_back({{"attempt", it.attempt},
                         {"at", it.at},
                         {"test", it.dictation ? "dictation" : "copy"},
                         {"qualification", it.purpose == standing::Purpose::qualification},
                         {"wpm_net", it.wpm_net},
                         {"wpm_gross", it.wpm_gross},
                         {"ksph_net", it.ksph_net},
                         {"ksph_gross", it.ksph_gross},
                         {"uncorrected_permille", it.uncorrected_permille},
                         {"seconds", it.seconds},
                         {"finished", it.finished}});
    out["typing_tests"] = std::move(tests);
    json errors = json::array();
    for (const CriticalError& it : report.critical) {
        if (withheld(report, it.attempt, it.contact)) continue;
        json excerpt = json::array();
        for (const Quotation& moment : it.excerpt)
            excerpt.push_back({{"when", moment.when}, {"who", moment.who}, {"text", moment.text}});
        errors.push_back({{"attempt", it.attempt},
                          {"contact", it.contact},
                          {"at", it.at},
                          {"exam", it.purpose == standing::Purpose::exam},
                          {"form", it.form},
                          {"title", it.title},
                          {"sentence", it.sentence},
                          {"excerpt", excerpt}});
    }
    out["critical_errors"] = std::move(errors);
    json ratings = json::array();
    for (const standing::RatingFact* it : shown_ratings(report))
        ratings.push_back({{"id", it->id},
                           {"attempt", it->attempt},
                           {"contact", it->contact},
                           {"at", it->at},
                           {"rater", it->rater_name},
                           {"blind", it->blind},
                           {"passed", it->passed},
                           {"marks", it->marks},
                           {"why", it->why}});
    out["ratings"] = std::move(ratings);
    out["rating_disagreements"] = disagreements(report).size();
    out["withheld"] = withheld_sentences(report);
    out["set_aside"] = report.set_aside;
    out["desk_time_ms"] = report.desk_time;
    json days = json::array();
    for (const standing::Report& it : report.observations) {
        if (!it.attempt.empty()) continue;
        days.push_back({{"id", it.id},
                        {"day", it.day},
                        {"at", it.at},
                        {"trainer", it.rater_name},
                        {"marks", marks_json(it.marks)},
                        {"most", it.most},
                        {"least", it.least}});
    }
    out["observations"] = std::move(days);
    json overrides = json::array();
    for (const standing::Override& it : report.overrides) {
        if (withheld(report, it.attempt, it.contact)) continue;
        overrides.push_back(said_json(it));
    }
    out["overrides"] = std::move(overrides);
    json disputes = json::array();
    for (const standing::Dispute& it : report.disputes)
        disputes.push_back(said_json(it));
    out["disputes"] = std::move(disputes);
    json skills = json::array();
    for (const SkillUse& it : report.skills)
        skills.push_back({{"skill", it.skill},
                          {"used", it.used},
                          {"asked", it.finished ? json() : json(it.asked)},
                          {"unit", it.finished ? "finished" : "contacts"}});
    out["software_skills"] = std::move(skills);
    out["accommodations"] = events_json(report, {"accommodation"});
    out["remediation"] = events_json(report, {"remediation_planned", "remediation_done"});
    out["decisions"] = events_json(report, {"enrolled", "exam_opened", "exam_closed", "signed_off", "legal_hold",
                                            "legal_hold_lifted", "withdrawn"});
    json odds = json::array();
    for (const CallOdds& it : call_odds(program.retests + 1))
        odds.push_back({{"skill", rounded(it.skill)},
                        {"single_block", rounded(it.single)},
                        {"passes", rounded(it.rule)},
                        {"mean_contacts", rounded(it.mean_contacts)},
                        {"passes_within_tries", rounded(it.within_tries)}});
    json simulated = json::array();
    for (const RuleTrial& it : rule_trials())
        simulated.push_back({{"skill", rounded(it.skill_permille / 1'000.0)},
                             {"exams", it.exams()},
                             {"passed", it.passed()},
                             {"contacts", it.contacts()}});
    json emergency = json::array();
    for (const EmergencyOdds& it : emergency_odds())
        emergency.push_back({{"miss_rate", rounded(it.miss_rate)}, {"passes", rounded(it.passes)}});
    out["rule"] = {{"name", standing::kRule},
                   {"pass_percent", program.pass_percent},
                   {"pass_basis", basis_text(program.pass_basis)},
                   {"pass_set_by", cut_sentence(program)},
                   {"pass_judges", cut_json(program)},
                   {"retests", program.retests},
                   {"tries", program.retests + 1},
                   {"contact_block", odds},
                   {"emergency_block", emergency},
                   {"simulated", {{"program", kTrialProgram}, {"seed", kTrialSeed}, {"contact_block", simulated}}}};
    json journals = json::array();
    for (const JournalHash& it : report.journals)
        journals.push_back({{"attempt", it.attempt}, {"began", it.began}, {"what", it.what}, {"hash", it.hash}});
    out["hashes"] = {{"program", program.hash}, {"chain_head", report.chain_head}, {"journals", journals}};
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace shift311::reports
