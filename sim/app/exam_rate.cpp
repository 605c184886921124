// shift311 rate, dor and override: what trainers say about judged work.
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "sim/app/exam_commands.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/observation_file.hpp"
#include "sim/app/output.hpp"
#include "sim/exam/form.hpp"

#include <algorithm>
#include <iostream>

namespace shift311::app {
namespace {

using records::Right;

/// "2.5" as 250 hundredths; throws WrongUsage.
scoring::Points points_of(const std::string& text) {
    scoring::Points points = 0;
    int decimals = -1;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && decimals < 2 && points < 1'000'000) {
            points = points * 10 + (c - '0');
            if (decimals >= 0) ++decimals;
        } else {
            decimals = 3;
            break;
        }
    }
    if (text.empty() || text == "." || decimals > 2)
        throw WrongUsage("Points are a number such as 2 or 2.5, with two decimals at most; found \"" + text + "\".");
    for (int i = std::max(decimals, 0); i < 2; ++i)
        points *= 10;
    return points;
}

struct Judged {
    std::string attempt;
    records::AttemptRow row;
    scoring::Scorecard card;
};

Judged judged(const records::Store& store, const ExamOptions& options) {
    Judged judged;
    judged.attempt = store.attempt_named(options.attempt);
    judged.row = store.attempt(judged.attempt);
    for (records::StoredCard& stored : store.scorecards(judged.attempt)) {
        if (stored.contact != options.contact) continue;
        judged.card = std::move(stored.card);
        return judged;
    }
    throw WrongUsage("Attempt " + records::short_id(judged.attempt) + " has no judged contact " +
                     std::to_string(options.contact) + ".");
}

standing::Report report_of(const Acting& acting, const records::Person& trainee) {
    standing::Report report;
    report.trainee = trainee.id;
    report.trainee_name = trainee.name;
    report.rater = acting.id();
    report.rater_name = acting.name();
    report.at = wall_clock();
    return report;
}

void refuse_faults(const standing::Report& report) {
    std::string all;
    for (const std::string& fault : standing::faults(report))
        all += (all.empty() ? "" : " ") + fault;
    if (!all.empty()) throw WrongUsage(all);
}

}  // namespace

int rate(const ExamOptions& options) {
    if (options.passed == options.failed) throw WrongUsage("Say how you rate the contact: --passed or --failed.");
    Acting acting(options.act);
    acting.demand(Right::rate);
    const Judged one = judged(acting.store(), options);
    const records::Person trainee = acting.person(one.row.trainee);
    if (trainee.id == acting.id()) throw WrongUsage("Nobody rates their own contact.");
    standing::Report report = report_of(acting, trainee);
    report.attempt = one.attempt;
    report.contact = options.contact;
    report.blind = !options.seen;
    report.passed = options.passed;
    report.least = options.why;
    read_marks(options.marks, options.comments, report);
    if (!options.file.empty()) read_observation(options.file, report);
    refuse_faults(report);
    return refused_plainly([&] {
        records::add_report(acting.store(), report);
        std::cout << "Your rating of contact " << options.contact << " is recorded"
                  << (report.blind ? ", made blind." : ", made with the machine's judgment known.") << '\n';
        return kDone;
    });
}

int observe(const ExamOptions& options) {
    Acting acting(options.act);
    acting.demand(Right::rate);
    const records::Person trainee = acting.person(options.name);
    if (trainee.id == acting.id()) throw WrongUsage("Nobody reports on themselves.");
    standing::Report report = report_of(acting, trainee);
    report.day = options.day.empty() ? wall_clock().substr(0, 10) : options.day;
    if (options.draft) {
        const script::Library library = load_content(content_root(options.act.content));
        const standing::History history = records::history_of(acting.store(), trainee.id);
        const standing::Program& program = program_of(library, history);
        std::vector<standing::ContactFact> day;
        for (const standing::ContactFact& fact : history.contacts)
            if (fact.at.substr(0, 10) == report.day && fact.purpose != standing::Purpose::exam) day.push_back(fact);
        report.marks = standing::draft(day, program);
        std::cout << observation_text(report);
        return kDone;
    }
    report.most = options.most;
    report.least = options.least;
    read_marks(options.marks, options.comments, report);
    if (!options.file.empty()) read_observation(options.file, report);
    refuse_faults(report);
    return refused_plainly([&] {
        records::add_report(acting.store(), report);
        std::cout << "The daily observation report on " << trainee.name << " of " << report.day << " is signed by "
                  << acting.name() << ".\n";
        return kDone;
    });
}

int override_finding(const ExamOptions& options) {
    Acting acting(options.act);
    acting.demand(Right::rate);
    const Judged one = judged(acting.store(), options);
    const records::Person trainee = acting.person(one.row.trainee);
    if (trainee.id == acting.id()) throw WrongUsage("Nobody changes their own result.");
    if (reports::to_rate_blind(acting.store(), one.attempt).count(options.contact) != 0) throw WrongUsage(kRateFirst);
    const auto found = std::find_if(one.card.findings.begin(), one.card.findings.end(),
                                    [&](const scoring::Finding& f) { return f.criterion == options.criterion; });
    if (found == one.card.findings.end()) {
        std::string known;
        for (const scoring::Finding& finding : one.card.findings)
            known += (known.empty() ? "" : ", ") + finding.criterion;
        throw WrongUsage("That contact has no finding \"" + options.criterion + "\"; it has " + known + ".");
    }
    standing::Override change;
    change.attempt = one.attempt;
    change.contact = options.contact;
    change.criterion = found->criterion;
    change.machine_points = found->points;
    change.points = options.points.empty() ? found->points : points_of(options.points);
    change.possible = found->possible;
    change.machine_critical = found->critical;
    change.critical = options.critical || (found->critical && !options.not_critical);
    change.by = acting.id();
    change.by_name = acting.name();
    change.why = options.why;
    change.at = wall_clock();
    if (change.points == change.machine_points && change.critical == change.machine_critical)
        throw WrongUsage("That is what the machine found already: " + points_text(found->points) + " of " +
                         points_text(found->possible) + " points.");
    return refused_plainly([&] {
        records::add_override(acting.store(), trainee.id, change);
        std::cout << "Recorded beside the machine's finding: " << change.criterion << ", " << points_text(change.points)
                  << " of " << points_text(change.possible) << " points instead of "
                  << points_text(change.machine_points) << ".\n";
        return kDone;
    });
}

}  // namespace shift311::app
