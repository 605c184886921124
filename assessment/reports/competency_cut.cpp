// Who set the cut that contacts are held against: the judges, what they expect, and how far they differ.
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/standing/cut_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::reports {
namespace {

/// The first numbers as words, as a sentence has them.
std::string rounds_text(int rounds) {
    constexpr std::array<std::string_view, 10> kWords{"no",   "one", "two",   "three", "four",
                                                      "five", "six", "seven", "eight", "nine"};
    return std::string(kWords.at(static_cast<std::size_t>(std::clamp(rounds, 0, 9)))) +
           (rounds == 1 ? " round" : " rounds");
}

std::string hundredths_percent(double percent) {
    return fmt::format("{:.2f}\u00a0%", percent);
}

std::string error_text(const measure::CutScore& score) {
    return score.error ? fmt::format("standard error {:.2f} percentage points", score.in_percent(*score.error))
                       : "and one judge bears no standard error";
}

Table expected_table(const standing::Program& program, const measure::CutScore& score) {
    Table table;
    table.caption = "What the judges expect of somebody who is just competent: percent of a contact\u2019s points";
    table.columns = {{"Contacts", false, 4},
                     {"So many can be drawn", true, 1},
                     {"Lowest", true, 1},
                     {"Highest", true, 1},
                     {"Mean", true, 1}};
    const std::vector<int> times = standing::cut_weights(program);
    for (std::size_t i = 0; i < program.blueprint.size(); ++i) {
        const measure::CutScore::Item& item = score.of_items.at(i);
        table.rows.push_back({plain(program.blueprint[i].title), plain(std::to_string(times.at(i))),
                              plain(fmt::format("{}\u00a0%", item.low)), plain(fmt::format("{}\u00a0%", item.high)),
                              plain(hundredths_percent(item.mean))});
    }
    table.rows.push_back({strong("All, each as often as it can be drawn"), plain(std::to_string(score.items)),
                          plain(hundredths_percent(score.in_percent(score.low))),
                          plain(hundredths_percent(score.in_percent(score.high))),
                          strong(hundredths_percent(score.percent))});
    return table;
}

Table judges_table(const standing::CutSheet& sheet, const measure::CutScore& score) {
    Table table;
    table.caption = "The judges, and the cut that each of them alone would have set";
    table.columns = {{"Judge", false, 4}, {"Does the job", false, 1}, {"Own cut", true, 1}};
    for (std::size_t i = 0; i < sheet.judges.size(); ++i)
        table.rows.push_back({plain(sheet.judges[i].name), plain(sheet.judges[i].incumbent ? "yes" : "no"),
                              plain(hundredths_percent(score.in_percent(score.sums.at(i))))});
    return table;
}

/// Exams that were opened before the judges had spoken are not held against their cut by right.
void add_too_early(Blocks& out, const CompetencyReport& report) {
    for (const standing::ExamResult& exam : report.standing.exams) {
        if (exam.opened.substr(0, 10) >= report.program.pass_sheet.asked_on) continue;
        out.push_back(Paragraph{
            {Span{fmt::format("Exam {} was opened on {}, before the judges were last asked. A cut has to be fixed "
                              "before the exam that it decides.",
                              exam.number, day_text(exam.opened)),
                  true, false, Tone::careful}},
            false});
    }
}

}  // namespace

std::string cut_sentence(const standing::Program& program) {
    const auto score = standing::cut_score(program);
    if (!score) return {};
    const standing::CutSheet& sheet = program.pass_sheet;
    std::string out =
        fmt::format("Set by {} on {}, in {}: {}, {}", counted(score->judges, "judge"), day_text(sheet.asked_on),
                    rounds_text(sheet.rounds), hundredths_percent(score->percent), error_text(*score));
    if (sheet.less_errors > 0 && score->error)
        out += fmt::format("; less one standard error, as was laid down before the exam, {}",
                           hundredths_percent(score->percent - sheet.less_errors * score->in_percent(*score->error)));
    return out + "; their sheet is kept with the program.";
}

void add_cut(Blocks& out, const CompetencyReport& report) {
    const standing::Program& program = report.program;
    const auto score = standing::cut_score(program);
    if (!score) return;
    out.push_back(Heading{fmt::format("Who set the {}\u00a0%", program.pass_percent), 3, false});
    out.push_back(Paragraph{plain(cut_sentence(program)), false});
    add_too_early(out, report);
    out.push_back(Paragraph{
        plain(
            "Each judge thought of a call taker who is just competent and wrote down, for every kind of contact, what "
            "part of its points this person earns (Angoff\u2019s method). A judge\u2019s own cut counts each kind as "
            "often as the exam can draw it, and the cut is the mean of these, rounded half up to whole percent: the "
            "one number that decides. " +
            std::string(score->error ? "The standard error says how far the mean hangs on who was asked (standard "
                                       "deviation of the judges\u2019 own cuts over the root of their number); how "
                                       "exactly a contact measures is another matter."
                                     : "With one judge nobody can say how far the cut hangs on who was asked.")),
        true});
    out.push_back(expected_table(program, *score));
    out.push_back(judges_table(program.pass_sheet, *score));
}

}  // namespace shift311::reports
