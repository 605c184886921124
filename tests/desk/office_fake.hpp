// A made-up training center in memory: people of every role, trainees in every state, for tests and for the eye.
#pragma once

#include "sim/desk/office_host.hpp"
#include "tests/desk/practice_host.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace shift311::support {

class FakeOffice final : public desk::OfficeHost {
  public:
    std::vector<desk::Member> people;
    std::map<std::string, std::string> secrets;
    std::optional<desk::Seated> now;
    std::map<std::string, desk::File> files;
    std::vector<desk::RosterLine> lines;
    std::vector<desk::DisputeLine> disputed;
    desk::Review shown;       ///< what any review shows, with its scorecards
    bool second_due = false;  ///< its contacts wait for a second rating
    std::vector<standing::Report> signed_reports;
    std::vector<standing::Override> overrides;
    std::vector<standing::Dispute> said;
    std::vector<std::string> acts;  ///< what was done, in order
    std::string refuse;             ///< every act is refused with this sentence
    int failures = 0;

    bool guarded() override {
        return std::any_of(people.begin(), people.end(),
                           [](const auto& m) { return m.role == records::Role::administrator; });
    }
    desk::SignedIn sign_in(const std::string& name, const std::string& secret) override {
        if (failures >= 5) return {{}, "Locked after five wrong tries. Try again at 9:35, or ask an administrator."};
        const auto found = std::find_if(people.begin(), people.end(), [&](const auto& m) { return m.name == name; });
        if (found == people.end() || secrets[name] != secret) {
            ++failures;
            return {{}, "That is not the PIN or passphrase of " + name + "."};
        }
        failures = 0;
        now = desk::Seated{"id " + name, name, found->role};
        return {now, ""};
    }
    void sign_out() override { now.reset(); }
    desk::SignedIn make_first_administrator(const std::string& name, const std::string& secret) override {
        if (secret.size() < 4) return {{}, "A PIN has four digits or more, a passphrase eight letters or more."};
        add(name, records::Role::administrator, secret);
        return sign_in(name, secret);
    }
    std::vector<desk::Member> members() override { return people; }
    void set_member(const std::string& name, records::Role role, const std::string& secret) override {
        act("member " + name + " " + std::string(records::word(role)));
        const auto found = std::find_if(people.begin(), people.end(), [&](const auto& m) { return m.name == name; });
        if (found == people.end()) return add(name, role, secret);
        found->role = role;
        if (!secret.empty()) secrets[name] = secret;
    }
    desk::File file(const std::string& person) override {
        desk::File file = files[person];
        file.name = person;
        return file;
    }
    void answer(const standing::Dispute& words) override {
        act(words.disputed ? "dispute" : "acknowledge");
        said.push_back(words);
        for (desk::WorkLine& line : files[now->name].results)
            if (line.attempt == words.attempt && line.contact == words.contact) line.said = words;
    }
    std::vector<desk::RosterLine> roster() override { return lines; }
    void enroll(const std::string& person, const std::string& program) override {
        act("enroll " + person + " " + program);
    }
    void open_exam(const std::string& person) override { act("exam " + person); }
    void close_exam(const std::string& person, const std::string& why) override { act("close " + person + ": " + why); }
    void plan_remediation(const std::string& person, const std::string& plan) override {
        act("plan " + person + ": " + plan);
    }
    void remediation_done(const std::string& person, const std::string& how) override {
        act("done " + person + ": " + how);
    }
    void sign_off(const std::string& person, const std::string& outcome, const std::string& why,
                  const std::string& secret) override {
        if (secrets[now->name] != secret)
            throw std::runtime_error("That is not your PIN or passphrase. Nothing was signed.");
        act("sign " + person + " " + outcome + " " + why);
    }
    desk::Review review(const std::string& attempt, bool blind) override {
        if (!refuse.empty()) throw std::runtime_error(refuse);
        desk::Review out = shown;
        out.attempt = attempt;
        for (desk::ReviewContact& c : out.contacts) {
            const bool mine = std::any_of(signed_reports.begin(), signed_reports.end(),
                                          [&](const auto& r) { return r.contact == c.debrief.contact; });
            if (second_due) c.rate_blind = "This contact waits for a second rating.";
            c.blind = (second_due || blind) && !mine;
            c.changes = overrides;
            for (const standing::Report& r : signed_reports)
                if (!c.blind && r.contact == c.debrief.contact) c.ratings.push_back(r);
            if (!c.blind) continue;
            scoring::Scorecard hidden;
            hidden.title = c.debrief.card.title;
            c.debrief.card = hidden;
        }
        return out;
    }
    standing::Report draft_day(const std::string& person) override {
        standing::Report report = draft_contact("", 0, false);
        report.trainee_name = person;
        report.day = "2026-11-21";
        report.marks["listening"].suggested = 5;
        report.marks["recording"].suggested = 3;
        report.marks["courtesy"].suggested = 6;
        return report;
    }
    standing::Report draft_contact(const std::string& attempt, journal::ContactId contact, bool blind) override {
        standing::Report report;
        report.trainee = "id Dana Reyes", report.trainee_name = "Dana Reyes";
        report.rater = now ? now->id : "", report.rater_name = now ? now->name : "";
        report.attempt = attempt;
        report.contact = contact;
        report.blind = blind;
        report.at = "2026-11-21T19:49:31Z";
        return report;
    }
    void sign(const standing::Report& report) override {
        act(report.blind ? "rate blind" : "rate");
        signed_reports.push_back(report);
    }
    void override_finding(const std::string&, const standing::Override& change) override {
        act("override " + change.criterion);
        overrides.push_back(change);
        overrides.back().by_name = now->name;
    }
    std::vector<desk::DisputeLine> disputes() override { return disputed; }
    void answer_dispute(const std::string& dispute, const std::string& answer, const std::string& words) override {
        act("answer " + dispute + " " + answer);
        for (desk::DisputeLine& line : disputed) {
            if (line.dispute.id != dispute) continue;
            line.dispute.answer = answer;
            line.dispute.answer_words = words;
            line.dispute.answered_by = now->name;
        }
    }
    std::string write_report(const std::string& person, desk::ReportFormat format) override {
        act("report " + person);
        return "/home/center/reports/" + person + (format == desk::ReportFormat::html ? ".html" : ".pdf");
    }

    void add(const std::string& name, records::Role role, const std::string& secret) {
        people.push_back({name, role, !secret.empty(), ""});
        secrets[name] = secret;
        std::stable_sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    }

  private:
    void act(const std::string& what) {
        if (!refuse.empty()) throw std::runtime_error(refuse);
        acts.push_back(what);
    }
};

/// A file as a trainee of some weeks has it.
inline desk::File file_of(const std::string& name, standing::State state) {
    desk::File f;
    f.id = "id " + name;
    f.name = name;
    f.program = "3-1-1 Contact Center Trainee (6J55)";
    f.standing.state = state;
    f.standing.next = "Practice two more water calls, then take the copy test again.";
    f.standing.eligibility = {{"phase.streets", "Practice street calls", 6, 6, true},
                              {"phase.water", "Practice water and sewer calls", 2, 4, false},
                              {"typing.copy", "Copy test at 35 words a minute, 2 of the last 3", 1, 2, false},
                              {"drill.vignettes", "A vignette drill without a missed emergency", 1, 1, true}};
    f.standing.transitions = {{standing::State::in_training, standing::State::in_training, "2026-10-05T13:00:00Z",
                               "Marisol Ortiz", "Enrolled with the October class."}};
    const char* const labels[][2] = {{"listening", "Listening"}, {"recording", "Recording"}, {"typing", "Typing"},
                                     {"referral", "Referral"},   {"procedure", "Procedure"}, {"courtesy", "Courtesy"},
                                     {"privacy", "Privacy"},     {"knowledge", "Knowledge"}, {"writing", "Writing"},
                                     {"tempo", "Tempo"}};
    int at = 0;
    for (const auto& [word, label] : labels) {
        desk::Trend t{word, label, {}, 0, -1, at % 3 == 0 ? 80 : 0};
        for (int i = 0; i < 24; ++i)
            t.percents.push_back(std::clamp(62 + i + (i * 7 + at * 13) % 19 - 9 - (at == 1 ? 12 : 0), 20, 100));
        if (at == 8) t.percents.clear();
        int sum = 0;
        for (std::size_t i = t.percents.size() < 10 ? 0 : t.percents.size() - 10; i < t.percents.size(); ++i)
            sum += t.percents[i];
        t.now = t.percents.empty() ? 0 : sum / 10;
        if (!t.percents.empty()) t.before = t.now - at;
        f.competencies.push_back(std::move(t));
        ++at;
    }
    f.next = {
        {"Water in the street", "You have failed 2 of your last 5 water-leak calls.", "script:water-in-street", true},
        {"Missed trash", "You last practiced this 12 days ago; it is due again.", "script:missed-trash", true},
        {"Duplicates", "You have not met one yet.", "script:duplicate-request", true},
        {"Potholes", "You know this well; next on Dec 2.", "script:pothole-tire", false}};
    f.drills = {{"Emergency vignettes", "Fri Nov 20: 30 shown, 0 emergencies missed", true},
                {"Copy test", "Thu Nov 19: 33 WPM net of 35", false},
                {"Dictation to form", "", false}};
    for (int i = 0; i < 12; ++i) {
        desk::WorkLine w;
        w.attempt = "attempt-" + std::to_string(12 - i);
        w.title = i % 3 == 0 ? "A pothole took out a tire" : i % 3 == 1 ? "Monday morning" : "Water in the street";
        w.when = "Nov " + std::to_string(21 - i) + ", 9:4" + std::to_string(i % 10);
        w.purpose = state == standing::State::exam_under_way && i < 2 ? "Exam" : "Practice";
        w.level = w.purpose == "Exam" ? 4 : 1 + i % 3;
        w.contacts = 1 + i % 4;
        w.percent = 94 - 5 * (i % 7);
        w.passed = w.percent >= 85;
        w.critical = i == 4 ? 1 : 0;
        if (w.purpose == "Exam") w.rate_blind = "This contact waits for a second rating.";
        f.attempts.push_back(w);
        if (i > 3) continue;
        w.contact = 1;
        w.purpose = "Exam";
        w.rate_blind.clear();
        w.answer_by = "Dec 1";
        w.lost = {{"field.location", "House number: 4280 written, 4208 said", "0.00 of 8.00"},
                  {"step.read_back", "Did not read the address back", "0.00 of 2.00"}};
        if (i == 2) {
            w.said = standing::Dispute{};
            w.said->disputed = true;
            w.said->words = "The caller said 4208 only after I had sent it.";
            w.said->answer = "upheld";
            w.said->answer_words = "At 0:18 she says it clearly, before you filed.";
            w.said->answered_by = "Marisol Ortiz";
        }
        if (i == 3) w.said = standing::Dispute{};
        f.results.push_back(w);
    }
    f.exam = "20 contacts in 4 sittings, then a block of 60 vignettes, half of them emergencies.";
    f.join = {{"6J55", "3-1-1 Contact Center Trainee (6J55)"}, {"1322", "Customer Service Agent Trainee (1322)"}};
    if (state == standing::State::exam_under_way || state == standing::State::certified) {
        standing::ExamResult exam;
        exam.form = "6J55-A";
        exam.judged = 20;
        exam.passes = 18;
        exam.calls = standing::Verdict::passed;
        exam.emergencies = 31;
        exam.emergency = standing::Verdict::passed;
        exam.floors_met = true;
        exam.second = {{"attempt-12", 1, "drawn", 1, 1, false}, {"attempt-11", 1, "failed", 1, 1, false}};
        exam.rated = true;
        exam.rule = standing::Verdict::passed;
        exam.reasons = {"18 of 20 contacts passed; 18 are needed.", "No emergency was missed in 31.",
                        "Every competency is at or above its floor."};
        if (state == standing::State::certified) {
            exam.outcome = "certified";
            exam.signed_by = "Marisol Ortiz";
            f.standing.certified_until = "2028-11-21T00:00:00Z";
        }
        f.standing.exam = exam;
    }
    f.reports.push_back({});
    f.reports.back().rater_name = "Marisol Ortiz";
    f.reports.back().at = "2026-11-19T20:00:00Z";
    f.reports.back().day = "2026-11-19";
    f.reports.back().least = "Reads numbers back too fast; ask for a pause.";
    return f;
}

/// Administrator, trainer, HR and as many trainees as wanted, in all states.
inline void furnish(FakeOffice& office, int trainees) {
    using records::Role;
    using standing::State;
    office.add("Ada Byrne", Role::administrator, "12345678");
    office.add("Marisol Ortiz", Role::trainer, "2468");
    office.add("Helen Rhee", Role::hr, "1357");
    const char* const first[] = {"Dana", "Marguerite", "Luis",    "Priya", "Tom",
                                 "Nia",  "Zoë",        "Ibrahim", "Mei",   "Aleksandra"};
    const char* const last[] = {"Reyes", "Oyelaran-Fitzgerald", "Ortega", "Raman", "Kowalczyk", "Abara"};
    const State states[] = {State::in_training,       State::ready_for_exam, State::exam_under_way, State::certified,
                            State::not_yet_competent, State::in_training,    State::in_training,    State::expired};
    for (int i = 0; i < trainees; ++i) {
        const std::string name = std::string(first[i % 10]) + " " + last[(i / 10) % 6];
        office.add(name, Role::trainee, "1111");
        const State state = states[i % 8];
        office.files[name] = file_of(name, state);
        desk::RosterLine line;
        line.id = "id " + name;
        line.name = name;
        line.program = i % 11 == 10 ? "" : "3-1-1 Contact Center Trainee (6J55)";
        line.state = state;
        line.days = i % 13 == 12 ? -1 : (i * 3) % 17;
        line.contacts = line.days < 0 ? 0 : 12 + i;
        if (line.contacts > 0) line.weakest = i % 2 == 0 ? "Recording" : "Procedure";
        line.weakest_percent = 58 + (i * 5) % 30;
        line.critical = i % 7 == 3 ? 1 + i % 2 : 0;
        line.since = "Nov " + std::to_string(1 + i % 20);
        if (state == State::certified) line.until = "Nov 2028";
        if (line.critical > 0) {
            line.attention = 3;
            line.why = "Critical error: missed emergency, Nov 18";
        } else if (line.days > 10) {
            line.attention = 2;
            line.why = "Has not practiced for " + std::to_string(line.days) + " days";
        } else if (state == State::ready_for_exam) {
            line.attention = 1;
            line.why = "Ready: an exam can be opened";
        }
        office.lines.push_back(line);
    }
    for (int i = 0; i < std::min(trainees, 4); ++i) {
        desk::DisputeLine d;
        d.dispute.id = "d" + std::to_string(i);
        d.dispute.attempt = "attempt-1";
        d.dispute.contact = 1;
        d.dispute.criterion = "field.location";
        d.dispute.disputed = true;
        d.dispute.words = "The caller changed the number after I had filed. I read it back and she said yes.";
        d.trainee = office.lines[static_cast<std::size_t>(i)].name;
        d.title = "A pothole took out a tire";
        d.finding = "House number: 4280 written, 4208 said";
        d.when = "Nov " + std::to_string(10 + i);
        d.machine = "0.00 of 8.00";
        d.days = 11 - i;
        if (i == 3) {
            d.dispute.answer = "changed";
            d.dispute.answer_words = "You are right; the second number was hers.";
            d.dispute.answered_by = "Marisol Ortiz";
        }
        office.disputed.push_back(d);
    }
}

/// A contact played badly, for reviews: from the practice host's own engine.
inline void play_for_review(FakeOffice& office, PracticeHost& host) {
    shift::Run& run = host.start("Dana Reyes", "script:pothole-tire", 1);
    run.submit(shift::Answer{}, 2000);
    run.submit(shift::Say{"Thank you for calling 311, this is Dana. Where is it?", {"greet", "ask_location"}}, 14'000);
    run.advance(30'000);
    run.submit(shift::Quit{}, 60'000);
    office.shown = {"attempt-1", "id Dana Reyes", "Dana Reyes", "A pothole took out a tire", "Nov 21, 9:41", "Practice",
                    {}};
    for (desk::Debrief& d : host.debriefs()) {
        desk::ReviewContact c;
        c.debrief = std::move(d);
        office.shown.contacts.push_back(std::move(c));
    }
    host.leave_shift();
}

}  // namespace shift311::support
