// shift311 acknowledge, dispute, disputes and answer: what trainees say about results, and what comes of it.
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "sim/app/exam_commands.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/city/calendar.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace shift311::app {
namespace {

using records::Right;

/// The last day on which a result can be answered: so many days after it was there to be read, and an exam's contacts
/// are there when the exam is closed. Empty: without a program there is no window.
std::string last_day(const script::Library& library, const standing::History& history, const records::AttemptRow& row,
                     const std::string& form) {
    const standing::Program* program = script::find_program(library, enrolled_in(history));
    if (program == nullptr) return {};
    std::string from = row.ended.empty() ? row.began : row.ended;
    if (const standing::Stamp out = standing::results_out_at(history.events, form); !out.empty()) from = out;
    city::Date day;
    if (!city::parse_iso(from.substr(0, 10), day)) return {};
    return city::iso(city::date_of(city::day_number(day) + program->dispute_days));
}

int answer_result(const ExamOptions& options, bool disputed) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    const std::string attempt = acting.store().attempt_named(options.attempt);
    const records::AttemptRow row = acting.store().attempt(attempt);
    acting.demand(Right::answer_own, row.person);
    if (row.person != acting.id()) throw WrongUsage("Only " + row.trainee + " can answer this result.");
    if (!reports::results_out(acting.store(), attempt))
        throw WrongUsage("That is part of an exam which is not closed yet: there is no result to answer.");
    const std::string today = wall_clock().substr(0, 10);
    const standing::History history = records::history_of(acting.store(), row.person);
    const std::string last = last_day(library, history, row, acting.store().journal(attempt).head.form);
    if (!last.empty() && today > last)
        throw WrongUsage("The time to answer this result ended on " + last +
                         "; the report's appeal instructions say what you can still do.");
    if (options.contact != 0) {
        const auto cards = acting.store().scorecards(attempt);
        const auto card = std::find_if(cards.begin(), cards.end(),
                                       [&](const auto& stored) { return stored.contact == options.contact; });
        if (card == cards.end())
            throw WrongUsage("That attempt has no judged contact " + std::to_string(options.contact) + ".");
        const auto& findings = card->card.findings;
        if (!options.criterion.empty() &&
            std::none_of(findings.begin(), findings.end(),
                         [&](const scoring::Finding& f) { return f.criterion == options.criterion; }))
            throw WrongUsage("That contact has no finding \"" + options.criterion + "\".");
    } else if (!options.criterion.empty()) {
        throw WrongUsage("Say which contact the finding \"" + options.criterion + "\" belongs to.");
    }
    standing::Dispute dispute;
    dispute.attempt = attempt;
    dispute.contact = options.contact;
    dispute.criterion = options.criterion;
    dispute.by = acting.id();
    dispute.by_name = acting.name();
    dispute.at = wall_clock();
    dispute.disputed = disputed;
    dispute.words = options.why;
    return refused_plainly([&] {
        const std::string id = records::add_dispute(acting.store(), row.person, dispute);
        std::cout << (disputed ? "Your dispute " + records::short_id(id) + " is recorded and waits for an answer."
                               : "Recorded: you have seen this result and agree.")
                  << '\n';
        return kDone;
    });
}

nlohmann::json to_json(const standing::Dispute& one) {
    return {{"id", one.id},
            {"attempt", one.attempt},
            {"contact", one.contact},
            {"criterion", one.criterion},
            {"by", one.by_name},
            {"at", one.at},
            {"words", one.words},
            {"answer", one.answer},
            {"answer_words", one.answer_words},
            {"answered_by", one.answered_by},
            {"answered_at", one.answered_at}};
}

}  // namespace

int acknowledge(const ExamOptions& options) {
    return answer_result(options, false);
}

int dispute(const ExamOptions& options) {
    return answer_result(options, true);
}

int show_disputes(const ExamOptions& options) {
    Acting acting(options.act);
    const bool all = acting.account() && acting.may(Right::read_all);
    if (!all) acting.demand(Right::read_own, acting.id());
    std::vector<standing::Dispute> disputes = records::disputes_of(acting.store(), all ? std::string{} : acting.id());
    disputes.erase(std::remove_if(disputes.begin(), disputes.end(), [](const auto& one) { return !one.disputed; }),
                   disputes.end());
    if (options.act.format == "json") {
        nlohmann::json list = nlohmann::json::array();
        for (const standing::Dispute& one : disputes)
            list.push_back(to_json(one));
        std::cout << list.dump(2) << '\n';
        return kDone;
    }
    if (disputes.empty()) std::cout << "There are no disputes.\n";
    for (const standing::Dispute& one : disputes) {
        std::cout << records::short_id(one.id) << "  " << (one.answer.empty() ? "open" : one.answer) << "  "
                  << one.by_name << ", attempt " << records::short_id(one.attempt);
        if (one.contact != 0) std::cout << ", contact " << one.contact;
        if (!one.criterion.empty()) std::cout << ", " << one.criterion;
        std::cout << ": " << one.words << '\n';
        if (!one.answer.empty()) std::cout << "    " << one.answered_by << ": " << one.answer_words << '\n';
    }
    return kDone;
}

int answer(const ExamOptions& options) {
    Acting acting(options.act);
    acting.demand(Right::answer_dispute);
    std::vector<standing::Dispute> near;
    for (standing::Dispute& one : records::disputes_of(acting.store()))
        if (one.disputed && !options.dispute.empty() && one.id.rfind(options.dispute, 0) == 0)
            near.push_back(std::move(one));
    if (near.size() != 1)
        throw WrongUsage(near.empty()
                             ? "There is no dispute \"" + options.dispute + "\"; \"shift311 disputes\" shows them all."
                             : "More than one dispute begins with \"" + options.dispute + "\".");
    const standing::Dispute& one = near.front();
    if (one.by == acting.id()) throw WrongUsage("Nobody answers their own dispute.");
    return refused_plainly([&] {
        records::answer_dispute(acting.store(), one.id, options.outcome, options.why, acting.account()->person);
        std::cout << "Answered: the result is " << options.outcome << ".\n";
        return kDone;
    });
}

}  // namespace shift311::app
