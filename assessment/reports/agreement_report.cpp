#include "assessment/reports/agreement_report.hpp"

#include "assessment/measure/correlation.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace shift311::reports {
namespace {

using Contacts = std::vector<const RatedContact*>;

/// Everything that trainer and machine said of the same, side by side.
Agreement agreement_of(const Contacts& contacts) {
    Agreement out;
    measure::Counts marks(7, std::vector<std::int64_t>(7));
    std::vector<double> trainer, machine;
    std::vector<std::vector<double>> means;
    for (const RatedContact* contact : contacts) {
        if (contact->trainer_passed) {
            ++out.decided;
            const bool passed = *contact->trainer_passed;
            ++(passed                    ? contact->machine_passed ? out.both_passed : out.trainer_only
               : contact->machine_passed ? out.machine_only
                                         : out.both_failed);
        }
        double by_trainer = 0, by_machine = 0;
        std::int64_t both = 0;
        for (const auto& [competency, pair] : contact->marks) {
            const bool sound = pair.trainer >= 1 && pair.trainer <= 7 && pair.suggested >= 1 && pair.suggested <= 7;
            if (!sound) continue;
            ++marks[static_cast<std::size_t>(pair.trainer - 1)][static_cast<std::size_t>(pair.suggested - 1)];
            trainer.push_back(pair.trainer);
            machine.push_back(pair.suggested);
            by_trainer += pair.trainer;
            by_machine += pair.suggested;
            ++both;
        }
        if (both < 2) continue;
        means.push_back({by_trainer / static_cast<double>(both), by_machine / static_cast<double>(both)});
    }
    out.marks = static_cast<std::int64_t>(trainer.size());
    out.scores = static_cast<std::int64_t>(means.size());
    if (out.decided >= kDecidedForKappa)
        out.kappa = measure::kappa({{out.both_passed, out.trainer_only}, {out.machine_only, out.both_failed}});
    if (out.marks >= kMarksForKappa) {
        out.weighted = measure::kappa(marks, measure::Weights::quadratic);
        double apart = 0;
        for (std::size_t i = 0; i < trainer.size(); ++i)
            apart += trainer[i] - machine[i];
        out.mean_difference = apart / static_cast<double>(out.marks);
        out.standardized = measure::standardized_difference(trainer, machine);
    }
    if (out.scores >= kDecidedForKappa) {
        if (const auto it = measure::intraclass(means)) out.icc = it->two;
    }
    return out;
}

void forget_coefficients(Agreement& agreement) {
    agreement.kappa.reset();
    agreement.weighted.reset();
    agreement.icc.reset();
    agreement.mean_difference.reset();
    agreement.standardized.reset();
}

std::string out_of_line(const RaterRow& row) {
    const Agreement& it = row.agreement;
    if (row.blind < kRatingsForLine) return {};
    const std::int64_t apart = it.trainer_only + it.machine_only;
    if (row.sign < kChanceOutOfLine) {
        const bool milder = it.trainer_only > it.machine_only;
        return fmt::format(
            "{} is {} than the machine: of {} contacts decided differently {} {} what the machine {} "
            "(exact p {}).",
            row.name, milder ? "milder" : "stricter", apart, std::max(it.trainer_only, it.machine_only),
            milder ? "passed" : "failed", milder ? "failed" : "passed", chance_text(row.sign));
    }
    if (it.mean_difference && std::abs(*it.mean_difference) >= kMarksOutOfLine) {
        return fmt::format("{}\u2019s marks lie {} {} the machine\u2019s on average over {} marks.", row.name,
                           statistic_text(std::abs(*it.mean_difference), 1),
                           *it.mean_difference > 0 ? "above" : "below", it.marks);
    }
    return {};
}

std::vector<RaterRow> rows_of(const Contacts& contacts, const std::vector<standing::Override>& overrides) {
    std::map<std::pair<std::string, std::string>, RaterRow> rows;  // by name, then id
    const auto row_of = [&](const std::string& id, const std::string& name) -> RaterRow& {
        RaterRow& row = rows[{name, id}];
        row.rater = id;
        row.name = name;
        return row;
    };
    std::map<std::string, Contacts> blind;
    for (const RatedContact* contact : contacts) {
        RaterRow& row = row_of(contact->rater, contact->rater_name);
        ++row.ratings;
        row.blind += contact->blind ? 1 : 0;
        if (contact->blind) blind[contact->rater].push_back(contact);
    }
    for (const standing::Override& change : overrides) {
        RaterRow& row = row_of(change.by, change.by_name);
        ++row.overrides;
        row.raised += change.points > change.machine_points ? 1 : 0;
        row.lowered += change.points < change.machine_points ? 1 : 0;
    }
    std::vector<RaterRow> out;
    for (auto& [key, row] : rows) {
        row.agreement = agreement_of(blind[row.rater]);
        row.sign = measure::sign_test(row.agreement.trainer_only, row.agreement.machine_only);
        row.out_of_line = out_of_line(row);
        out.push_back(std::move(row));
    }
    return out;
}

/// What the bar says, as far as anything can be said.
std::vector<std::string> bar_of(const Agreement& blind, const Calibration& people) {
    std::vector<std::string> out;
    const auto say = [&](bool met, const std::string& what) { out.push_back((met ? "Met: " : "Not met: ") + what); };
    if (!blind.weighted) {
        out.push_back(
            fmt::format("Open: fewer than {} marks were given blind beside the machine\u2019s, or all were the "
                        "same.",
                        kMarksForKappa));
        return out;
    }
    say(blind.weighted->kappa >= kBarWeighted,
        fmt::format("quadratic kappa of the marks is {}; {} is wanted.", statistic_text(blind.weighted->kappa),
                    statistic_text(kBarWeighted)));
    if (blind.standardized) {
        say(std::abs(*blind.standardized) <= kBarApart,
            fmt::format(
                "trainers\u2019 and machine\u2019s marks lie {} standard deviations apart; {} at most is wanted.",
                statistic_text(std::abs(*blind.standardized)), statistic_text(kBarApart)));
    }
    if (people.weighted) {
        say(*people.weighted - blind.weighted->kappa <= kBarBelowPeople,
            fmt::format("trainers reach {} among themselves; the machine may lie {} below that.",
                        statistic_text(people.weighted), statistic_text(kBarBelowPeople)));
    } else {
        out.push_back("Open: trainers have not marked enough contacts blind together to say how far people agree.");
    }
    return out;
}

/// The newest rating of each rater on each contact.
Contacts newest(const std::vector<RatedContact>& rated) {
    std::map<std::tuple<std::string, std::uint32_t, std::string>, const RatedContact*> kept;
    for (const RatedContact& one : rated) {
        const RatedContact*& at = kept[{one.attempt, one.contact, one.rater}];
        if (!at || at->at <= one.at) at = &one;
    }
    Contacts out;
    for (const auto& [key, one] : kept)
        out.push_back(one);
    return out;
}

}  // namespace

AgreementReport agreement_report(const std::vector<RatedContact>& rated,
                                 const std::vector<standing::Override>& overrides, Calibration calibrated,
                                 const std::string& prepared) {
    AgreementReport out;
    out.prepared = prepared;
    const Contacts contacts = newest(rated);
    Contacts blind, open;
    std::set<std::string> raters;
    for (const RatedContact* contact : contacts) {
        (contact->blind ? blind : open).push_back(contact);
        raters.insert(contact->rater);
    }
    out.blind = agreement_of(blind);
    out.open = agreement_of(open);
    out.raters = rows_of(contacts, overrides);
    out.trainers = static_cast<std::int64_t>(raters.size());
    if (out.trainers == 1) {
        // Where one person and the machine differ, nobody can say which of them stands apart.
        forget_coefficients(out.blind);
        forget_coefficients(out.open);
        for (RaterRow& row : out.raters) {
            forget_coefficients(row.agreement);
            row.out_of_line.clear();
        }
    } else if (out.trainers > 1) {
        out.bar = bar_of(out.blind, calibrated);
    }
    out.calibration = std::move(calibrated);
    return out;
}

}  // namespace shift311::reports
