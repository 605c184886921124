#include "assessment/reports/agreement_report.hpp"
#include "assessment/reports/calibration_blocks.hpp"
#include "assessment/reports/csv.hpp"
#include "assessment/reports/set_aside.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <cmath>

namespace shift311::reports {
namespace {

constexpr std::int64_t kSmall = 30;

void add_counts(Document& out, const Agreement& it) {
    Table table;
    table.caption = "Passed or failed, contacts that both decided";
    table.columns = {{"", false, 3}, {"Machine passed", true, 2}, {"Machine failed", true, 2}};
    table.rows = {{plain("Trainer passed"), plain(count_text(it.both_passed)), plain(count_text(it.trainer_only))},
                  {plain("Trainer failed"), plain(count_text(it.machine_only)), plain(count_text(it.both_failed))}};
    out.blocks.emplace_back(std::move(table));
}

void add_agreement(Document& out, const Agreement& it) {
    Figures row;
    row.figures = {{"Decided alike", of_text(it.both_passed + it.both_failed, it.decided), "pass or fail"}};
    if (it.kappa) {
        row.figures.push_back(
            {"Kappa", statistic_text(it.kappa->kappa), "pass or fail; 95 % " + interval_text(it.kappa->interval)});
    }
    if (it.weighted) {
        row.figures.push_back(
            {"Quadratic kappa", statistic_text(it.weighted->kappa),
             fmt::format("{} marks from 1 to 7; 95 % {}", it.marks, interval_text(it.weighted->interval))});
    }
    if (it.icc) {
        row.figures.push_back(
            {"ICC(2,1)", statistic_text(it.icc->icc),
             fmt::format("mean mark of {} contacts; 95 % {}", it.scores, interval_text(it.icc->interval))});
    }
    if (it.mean_difference) {
        row.figures.push_back({"Trainer less machine", statistic_text(it.mean_difference) + " marks",
                               statistic_text(it.standardized) + " standard deviations"});
    }
    out.blocks.emplace_back(std::move(row));
    if (it.decided > 0) add_counts(out, it);
    if (it.decided > 0 && !it.kappa) {
        out.blocks.emplace_back(Paragraph{plain(fmt::format(
            "No kappa: it takes {} contacts that both decided, some passed and some failed.", kDecidedForKappa))});
    }
    const bool few = (it.kappa && it.decided < kSmall) || (it.icc && it.scores < kSmall);
    if (few) {
        out.blocks.emplace_back(
            Banner{Tone::careful, "Few contacts",
                   fmt::format("Below {} contacts these figures swing widely: read the intervals.", kSmall)});
    }
}

void add_exam_sample(Document& out, const AgreementReport& report) {
    if (const std::string sentence = exam_sample_sentence(report); !sentence.empty())
        out.blocks.emplace_back(Banner{Tone::careful, "Exam contacts are no fair sample", sentence});
}

void add_raters(Document& out, const AgreementReport& report) {
    out.blocks.emplace_back(Heading{"Trainer by trainer", 2});
    Table table;
    table.caption = "Each trainer beside the machine, blind ratings; overrides are findings changed by hand";
    table.columns = {{"Trainer", false, 3},
                     {"Ratings", true},
                     {"Blind", true},
                     {"Decided alike", true, 2},
                     {"Passed, machine failed", true, 2},
                     {"Failed, machine passed", true, 2},
                     {"Kappa", true},
                     {"Quadratic kappa", true, 2},
                     {"Marks above machine", true, 2},
                     {"Overrides up", true, 2},
                     {"Overrides down", true, 2}};
    for (const RaterRow& row : report.raters) {
        const Agreement& it = row.agreement;
        table.rows.push_back(
            {plain(row.name), plain(count_text(row.ratings)), plain(count_text(row.blind)),
             plain(of_text(it.both_passed + it.both_failed, it.decided)), plain(count_text(it.trainer_only)),
             plain(count_text(it.machine_only)), plain(it.kappa ? statistic_text(it.kappa->kappa) : "\u2013"),
             plain(it.weighted ? statistic_text(it.weighted->kappa) : "\u2013"),
             plain(statistic_text(it.mean_difference)), plain(count_text(row.raised)), plain(count_text(row.lowered))});
    }
    out.blocks.emplace_back(std::move(table));
    Bullets apart;
    for (const RaterRow& row : report.raters) {
        if (!row.out_of_line.empty()) apart.items.push_back(plain(row.out_of_line));
    }
    out.blocks.emplace_back(Heading{"Who is out of line", 3});
    if (!apart.items.empty()) {
        out.blocks.emplace_back(std::move(apart));
        out.blocks.emplace_back(Paragraph{
            plain(std::string("Out of line says that two judgments differ, not whose is right: look at the contacts "
                              "together.") +
                  (report.exam_ratings > 0
                       ? " Who mostly rates exams is shown more contacts that the machine failed, and "
                         "looks milder for that alone."
                       : "")),
            true});
    } else {
        out.blocks.emplace_back(Paragraph{
            plain(fmt::format("Nobody that the ratings would show. It takes {} blind ratings of a trainer to say so.",
                              kRatingsForLine))});
    }
}

void add_reading(Document& out) {
    out.blocks.emplace_back(Heading{"How to read this", 2});
    Bullets how;
    for (
        const char* sentence :
        {"Only blind ratings count: made before the trainer saw the machine\u2019s judgment. Ratings that were drafted "
         "from it and edited agree with it for that reason alone.",
         "Kappa: agreement beyond chance, 1 is whole, 0 is chance. Quadratic kappa counts a distance of two marks four "
         "times as much as one of one.",
         "ICC(2,1): how far a single trainer\u2019s and the machine\u2019s mean marks are the same number (Shrout and "
         "Fleiss).",
         "The machine\u2019s marks are those it would draft: bands of its score around the pass mark, never a 7.",
         "Marks of one contact go together, so the interval of quadratic kappa is narrower than the truth.",
         "Out of line: 10 blind ratings or more, and either disagreements that fall to one side (exact sign test, p "
         "below 0.05) or marks a whole point apart on average. These limits, and the bar, are practice values."}) {
        how.items.push_back(plain(sentence));
    }
    out.blocks.emplace_back(std::move(how));
}

}  // namespace

std::string exam_sample_sentence(const AgreementReport& report) {
    if (report.exam_ratings == 0) return {};
    return fmt::format(
        "{} of the blind ratings {} of exam contacts. Of an exam every contact that failed or lies near the cut is "
        "rated, of those that passed clearly a drawn {}\u00a0% only, and one that the first rater and the machine "
        "decide "
        "differently is rated once more. So contacts that are hard to decide stand here more often than they come in "
        "exams: trainer and machine decide alike less often than they would over all "
        "contacts; there are more chances to pass what the machine failed than to fail what it passed, so these two "
        "counts must not be held against each other; and kappa, which hangs on how many failed, is that of the "
        "contacts rated and not of the exams.",
        count_text(report.exam_ratings), report.exam_ratings == 1 ? "is" : "are", report.drawn_percent);
}

Document agreement_document(const AgreementReport& report) {
    Document out;
    out.title = "Trainer against machine";
    out.subtitle = "How far trainers and the automatic judgment agree on the same contacts.";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION};
    if (!report.prepared.empty()) out.stamp.push_back("prepared " + day_text(report.prepared));
    out.made = report.prepared;
    out.foot = "Trainer against machine";
    add_set_aside(out.blocks, report.set_aside);
    if (report.trainers == 0 && report.raters.empty()) {
        out.blocks.emplace_back(Banner{Tone::quiet, "Nothing to compare yet", "No trainer has rated a contact."});
        return out;
    }
    if (report.trainers == 1) {
        out.blocks.emplace_back(Banner{Tone::careful, "One trainer only",
                                       "One person has rated. Counts are shown and no statistic: where the two differ, "
                                       "nobody can say which of them stands apart. Have a second trainer rate blind."});
    }
    out.blocks.emplace_back(Heading{"Rated blind", 2});
    if (report.blind.decided + report.blind.marks > 0)
        add_agreement(out, report.blind);
    else
        out.blocks.emplace_back(Paragraph{plain("No contact has been rated blind yet.")});
    add_exam_sample(out, report);
    if (!report.bar.empty()) {
        out.blocks.emplace_back(Heading{"The bar before the machine\u2019s judgment may count (practice values)", 3});
        Bullets bar;
        for (const std::string& sentence : report.bar)
            bar.items.push_back(plain(sentence));
        out.blocks.emplace_back(std::move(bar));
    }
    if (report.open.decided + report.open.marks > 0) {
        out.blocks.emplace_back(Heading{"Rated with the machine\u2019s judgment in sight", 2});
        add_agreement(out, report.open);
    }
    if (!report.raters.empty()) add_raters(out, report);
    out.blocks.emplace_back(Heading{"Calibration: the same contacts rated by several trainers", 2});
    add_calibration(out, report.calibration);
    add_reading(out);
    return out;
}

std::string agreement_csv(const AgreementReport& report) {
    Csv csv;
    for (const char* name : {"trainer", "ratings", "blind", "decided", "both_passed", "trainer_passed_machine_failed",
                             "trainer_failed_machine_passed", "both_failed", "kappa", "marks", "quadratic_kappa",
                             "mean_difference", "overrides_up", "overrides_down", "out_of_line"}) {
        csv.text(name);
    }
    csv.end_line();
    const auto hundredths = [&](const std::optional<double>& value) {
        value ? csv.points(std::llround(*value * 100)) : csv.nothing();
    };
    for (const RaterRow& row : report.raters) {
        const Agreement& it = row.agreement;
        csv.text(row.name).number(row.ratings).number(row.blind).number(it.decided).number(it.both_passed);
        csv.number(it.trainer_only).number(it.machine_only).number(it.both_failed);
        hundredths(it.kappa ? std::optional(it.kappa->kappa) : std::nullopt);
        csv.number(it.marks);
        hundredths(it.weighted ? std::optional(it.weighted->kappa) : std::nullopt);
        hundredths(it.mean_difference);
        csv.number(row.raised).number(row.lowered).text(row.out_of_line);
        csv.end_line();
    }
    return csv.str();
}

}  // namespace shift311::reports
