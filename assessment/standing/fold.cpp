#include "assessment/standing/fold.hpp"

#include "assessment/standing/calendar.hpp"

#include <algorithm>
#include <utility>

namespace shift311::standing {

void Fold::go(State to, const Event& event, std::string why) {
    standing_.transitions.push_back(
        {standing_.state, to, event.at, event.by_name.empty() ? event.by : event.by_name, std::move(why)});
    standing_.state = to;
}

void Fold::go_by_rule(State to, const Stamp& at, std::string why) {
    standing_.transitions.push_back({standing_.state, to, at, "rule", std::move(why)});
    standing_.state = to;
}

void Fold::look_at_eligibility(const Stamp& at) {
    if (!standing_.enrolled || standing_.withdrawn) return;
    if (standing_.state == State::in_training && eligibility_.met()) {
        go_by_rule(State::ready_for_exam, at, "Everything that the exam asks for beforehand is done.");
    } else if (standing_.state == State::ready_for_exam && !eligibility_.met()) {
        const auto all = eligibility_.requirements();
        const auto unmet = std::find_if(all.begin(), all.end(), [](const Requirement& one) { return !one.met; });
        go_by_rule(State::in_training, at, "No longer met: " + unmet->label + '.');
    }
}

void Fold::expire(const Stamp& now) {
    const Stamp& until = standing_.certified_until;
    if (standing_.state != State::certified || until.empty() || now < until) return;
    go_by_rule(State::expired, until,
               "The certification was valid for " + std::to_string(program_.valid_months) + " months.");
}

void Fold::open_exam(const Event& event) {
    if (!forms_.insert(event.form).second) return;
    exams_.push_back(&event);
    ++forms_taken_;
    go(State::exam_under_way, event,
       forms_taken_ == 1
           ? "The exam was opened."
           : "Retest " + std::to_string(forms_taken_ - 1) + " of " + std::to_string(program_.retests) + " was opened.");
}

void Fold::sign(const Event& event) {
    if (!counts_as_signed(event) || forms_.count(event.form) == 0) return;
    const bool newest = exams_.back()->form == event.form;
    const std::string how = event.code == "override" ? "Signed against the rule: " + event.why
                            : event.why.empty()      ? "Signed as the rule has it."
                                                     : "Signed as the rule has it. " + event.why;
    if (event.outcome == "certified") {
        if (certified_by_form_ != event.form) forms_before_ = forms_taken_;
        certified_by_form_ = event.form;
        forms_taken_ = 0;
        standing_.certified_until = program_.valid_months > 0 ? months_later(event.at, program_.valid_months) : Stamp{};
        go(State::certified, event, how);
    } else if (newest || certified_by_form_ == event.form) {
        // A certification that is signed otherwise later was none: its forms count toward the retests again.
        if (certified_by_form_ == event.form) {
            certified_by_form_.clear();
            standing_.certified_until.clear();
            forms_taken_ += forms_before_;
        }
        planned_ = remedied_ = false;
        go(State::not_yet_competent, event, how);
    }
}

void Fold::withdraw(const Event& event) {
    standing_.withdrawn = true;
    standing_.enrolled = false;
    const bool stays = standing_.state == State::certified || standing_.state == State::expired ||
                       standing_.state == State::not_yet_competent;
    go(stays ? standing_.state : State::in_training, event,
       event.why.empty() ? "Withdrawn from the program." : "Withdrawn from the program: " + event.why);
}

void Fold::add(const Event& event) {
    expire(event.at);
    if (event.kind == "enrolled") {
        if (!standing_.enrolled) {
            standing_.enrolled = true;
            standing_.withdrawn = false;
            go(standing_.state, event, event.why.empty() ? "Enrolled in the program." : "Enrolled: " + event.why);
        }
    } else if (event.kind == "accommodation") {
        if (event.code == kTypingWaived) eligibility_.waive_typing();
    } else if (event.kind == "exam_opened") {
        open_exam(event);
    } else if (event.kind == "signed_off") {
        sign(event);
    } else if (event.kind == "remediation_planned") {
        if (standing_.state == State::not_yet_competent) planned_ = true;
    } else if (event.kind == "remediation_done") {
        if (standing_.state == State::not_yet_competent && planned_) remedied_ = true;
    } else if (event.kind == "withdrawn") {
        if (!standing_.withdrawn) withdraw(event);
    }
    look_at_eligibility(event.at);
}

Standing Fold::finish(const Stamp& today) {
    expire(today);
    Standing result = standing_;
    result.eligibility = eligibility_.requirements();
    result.retests_left = std::max(0, program_.retests - std::max(0, forms_taken_ - 1));
    result.remediation_planned = result.state == State::not_yet_competent && planned_;
    result.remediation_due = result.state == State::not_yet_competent && result.retests_left > 0 && !remedied_;
    return result;
}

}  // namespace shift311::standing
