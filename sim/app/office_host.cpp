#include "sim/app/office_host.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/competency_report.hpp"
#include "sim/app/exam_acting.hpp"
#include "sim/app/exam_ending.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/seed.hpp"
#include "sim/app/session.hpp"
#include "sim/exam/form.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace shift311::app {

using records::Right;

namespace {

desk::Seated seated(const records::Account& account) {
    return {account.person.id, account.person.name, account.role};
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string all;
    for (const std::string& sentence : sentences)
        all += (all.empty() ? "" : " ") + sentence;
    return all;
}

/// A file name out of a person's: letters and digits stay, everything else becomes a dash.
std::string file_name(const std::string& person) {
    std::string name;
    for (const char c : person) {
        const auto byte = static_cast<unsigned char>(c);
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
        if (stays) {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    return name;
}

}  // namespace

// --- who ------------------------------------------------------------------------------------------------------------

bool OfficeHost::guarded() {
    return records::has_administrator(store_);
}

desk::SignedIn OfficeHost::sign_in(const std::string& name, const std::string& secret) {
    const records::SignIn answer = records::sign_in(store_, name, secret, wall_clock());
    if (!answer.account) return {std::nullopt, answer.refusal};
    account_ = answer.account;
    practice_.seated(account_->person.name);
    return {seated(*account_), {}};
}

void OfficeHost::sign_out() {
    account_.reset();
    practice_.seated({});
}

desk::SignedIn OfficeHost::make_first_administrator(const std::string& name, const std::string& secret) {
    if (const std::string weak = records::weakness(secret); !weak.empty()) return {std::nullopt, weak};
    account_ = records::make_first_administrator(store_, name, secret);
    practice_.seated(account_->person.name);
    return {seated(*account_), {}};
}

std::vector<desk::Member> OfficeHost::members() {
    const bool all = account_ && records::may(account_->role, Right::manage_people);
    std::vector<desk::Member> out;
    const std::string now = wall_clock();
    for (const records::Account& account : records::accounts(store_)) {
        desk::Member member;
        member.name = account.person.name;
        if (all) {
            member.role = account.role;
            member.secret = account.secret;
            if (account.locked_until > now) member.locked = local_time(account.locked_until);
        }
        out.push_back(std::move(member));
    }
    return out;
}

void OfficeHost::set_member(const std::string& name, records::Role role, const std::string& secret) {
    demand(Right::manage_people);
    records::set_account(store_, *account_, name, role, secret);
}

// --- rights ---------------------------------------------------------------------------------------------------------

void OfficeHost::demand(Right right, const std::string& about) const {
    if (!account_) throw std::runtime_error("Sign in first.");
    records::demand(*account_, right, about);
}

void OfficeHost::demand_other(const std::string& person) const {
    if (person == my_id()) throw std::runtime_error("Nobody judges their own work.");
}

records::Person OfficeHost::known(const std::string& name) const {
    const auto person = store_.person(name);
    if (!person) throw std::runtime_error("Nobody here is called " + name + ".");
    return *person;
}

const standing::Program* OfficeHost::program_of(const standing::History& history) const {
    return script::find_program(library_, enrolled_in(history));
}

standing::Event OfficeHost::event(const std::string& kind, const std::string& program) const {
    standing::Event event;
    event.kind = kind;
    event.at = wall_clock();
    event.by = my_id();
    event.by_name = account_ ? account_->person.name : std::string{};
    event.program = program;
    return event;
}

// --- decisions ------------------------------------------------------------------------------------------------------

void OfficeHost::enroll(const std::string& person, const std::string& program) {
    demand(Right::enroll);
    const records::Person trainee = known(person);
    const standing::Program* found = script::find_program(library_, program);
    if (found == nullptr) throw std::runtime_error("There is no program " + program + ".");
    const std::string before = enrolled_in(records::history_of(store_, trainee.id));
    if (!before.empty()) throw std::runtime_error(person + " is enrolled in " + before + " already.");
    records::keep_program(store_, *found);
    records::add_event(store_, trainee.id, event("enrolled", found->id));
}

void OfficeHost::open_exam(const std::string& person) {
    demand(Right::start_exam);
    const records::Person trainee = known(person);
    demand_other(trainee.id);
    const standing::History history = records::history_of(store_, trainee.id);
    const standing::Program* program = program_of(history);
    if (program == nullptr) throw std::runtime_error(person + " is in no program.");
    if (const std::string refusal = standing::exam_refusal(standing::standing(*program, history, wall_clock()));
        !refusal.empty())
        throw std::runtime_error(refusal);
    std::set<std::string> given_out;
    for (const standing::Event& one : history.events) {
        if (one.kind != "exam_opened") continue;
        const auto held = kept_contents(store_, one.form);
        given_out.insert(held.begin(), held.end());
    }
    const std::uint64_t seed = new_seed();
    const exam::Drawn drawn = exam::draw(library_, *program, history, seed, given_out);
    if (!drawn.missing.empty()) throw std::runtime_error(joined(drawn.missing));
    const scoring::Rubric rubric = rubric_of(library_, *program);
    // What the exam is judged by is kept before it begins, so that its report can quote the rule that applied.
    records::keep_program(store_, *program);
    records::keep_rubric(store_, rubric.hash, scoring::to_json(rubric));
    keep_form(store_, drawn.form);
    standing::Event opened = event("exam_opened", program->id);
    opened.form = drawn.form.id;
    opened.seed = seed;
    records::add_event(store_, trainee.id, opened);
}

void OfficeHost::close_exam(const std::string& person, const std::string& why) {
    demand(Right::start_exam);
    const records::Person trainee = known(person);
    demand_other(trainee.id);
    const standing::History history = records::history_of(store_, trainee.id);
    const standing::Program* program = program_of(history);
    const standing::Event* opened = program == nullptr ? nullptr : app::open_exam(history, program->id);
    if (opened == nullptr) throw std::runtime_error(person + " has no exam under way.");
    const standing::ExamResult result = standing::exam_result(*program, history, *opened);
    if (result.rule == standing::Verdict::open && why.empty())
        throw std::runtime_error("The exam is not finished. Say why it is closed early; it then counts as not passed.");
    end_parts(library_, ear_, store_, trainee.name, opened->form);
    standing::Event closed = event("exam_closed", program->id);
    closed.form = opened->form;
    closed.seed = opened->seed;
    closed.why = why;
    records::add_event(store_, trainee.id, closed);
}

void OfficeHost::remediate(const std::string& person, const std::string& kind, const std::string& words) {
    demand(Right::enroll);
    const records::Person trainee = known(person);
    demand_other(trainee.id);
    const standing::History history = records::history_of(store_, trainee.id);
    const standing::Program* program = program_of(history);
    if (program == nullptr) throw std::runtime_error(person + " is in no program.");
    const standing::Standing now = standing::standing(*program, history, wall_clock());
    if (now.state != standing::State::not_yet_competent)
        throw std::runtime_error("Remediation follows an exam that was not passed.");
    if (kind == "remediation_done" && !now.remediation_planned)
        throw std::runtime_error("There is no plan yet that could be done.");
    standing::Event made = event(kind, program->id);
    made.form = now.exam ? now.exam->form : std::string{};
    made.why = words;
    records::add_event(store_, trainee.id, made);
}

void OfficeHost::plan_remediation(const std::string& person, const std::string& plan) {
    remediate(person, "remediation_planned", plan);
}

void OfficeHost::remediation_done(const std::string& person, const std::string& how) {
    remediate(person, "remediation_done", how);
}

void OfficeHost::sign_off(const std::string& person, const std::string& outcome, const std::string& why,
                          const std::string& secret) {
    demand(Right::sign_off);
    const records::Person trainee = known(person);
    demand_other(trainee.id);
    const standing::History history = records::history_of(store_, trainee.id);
    const standing::Program* program = program_of(history);
    if (program == nullptr) throw std::runtime_error(person + " is in no program.");
    const standing::Standing now = standing::standing(*program, history, wall_clock());
    if (!now.exam) throw std::runtime_error(person + " has taken no exam.");
    standing::Event made = event("signed_off", program->id);
    made.form = now.exam->form;
    made.seed = now.exam->seed;
    made.outcome = outcome;
    made.why = why;
    made.code = (now.exam->rule == standing::Verdict::passed) == (outcome == "certified") ? "rule" : "override";
    if (const std::string faults = joined(standing::sign_faults(*now.exam, made)); !faults.empty())
        throw std::runtime_error(faults);
    // The signature: whoever walked away from an open desk has not signed. Wrong ones count toward the lock-out.
    if (const records::SignIn again = records::sign_in(store_, account_->person.name, secret, wall_clock());
        !again.account)
        throw std::runtime_error(again.refusal);
    records::add_event(store_, trainee.id, made);
}

// --- what people say ------------------------------------------------------------------------------------------------

void OfficeHost::answer(const standing::Dispute& said) {
    const records::AttemptRow row = store_.attempt(said.attempt);
    demand(Right::answer_own, row.person);
    if (row.person != my_id()) throw std::runtime_error("Only " + row.trainee + " can answer this result.");
    const desk::File mine = file(account_->person.name);
    const auto line = std::find_if(mine.results.begin(), mine.results.end(), [&](const desk::WorkLine& l) {
        return l.attempt == said.attempt && l.contact == said.contact;
    });
    if (line == mine.results.end() || line->answer_by.empty())
        throw std::runtime_error("The time to answer this result is over; the report says what you can still do.");
    if (said.disputed && said.words.find_first_not_of(" \n") == std::string::npos)
        throw std::runtime_error("Say why you dispute it.");
    standing::Dispute dispute = said;
    dispute.by = my_id();
    dispute.by_name = account_->person.name;
    dispute.at = wall_clock();
    records::add_dispute(store_, row.person, dispute);
}

void OfficeHost::answer_dispute(const std::string& dispute, const std::string& answer, const std::string& words) {
    demand(Right::answer_dispute);
    records::answer_dispute(store_, dispute, answer, words, account_->person);
}

std::string OfficeHost::write_report(const std::string& person, desk::ReportFormat format) {
    const records::Person about = known(person);
    if (about.id == my_id()) {
        demand(Right::read_own, about.id);
    } else {
        demand(Right::read_all);
    }
    const auto program = reports::program_of(store_, about.id, library_.programs);
    if (!program)
        throw std::runtime_error(about.name + " was never in a program, so there is no competency report to write.");
    const std::string now = wall_clock();
    const reports::CompetencyReport report = reports::competency_report(
        store_, *program, about.name, now, about.id == my_id() ? reports::Reader::examined : reports::Reader::office);
    const reports::Document document = reports::competency_document(report);
    const bool html = format == desk::ReportFormat::html;
    const std::filesystem::path folder = std::filesystem::path(store_.path()).parent_path() / "reports";
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    if (trouble)
        throw std::runtime_error("The folder " + folder.string() + " cannot be made: " + trouble.message() + ".");
    const std::string path =
        (folder / (file_name(about.name) + "-" + now.substr(0, 10) + (html ? ".html" : ".pdf"))).string();
    write_out(path, html ? reports::html_of(document) : reports::pdf_of(document));
    return path;
}

}  // namespace shift311::app
