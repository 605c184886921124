#include "assessment/reports/item_report.hpp"
#include "assessment/reports/item_report_blocks.hpp"
#include "assessment/reports/item_report_chart.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr const char* kNone = "\u2013";

std::string purpose_text(standing::Purpose purpose) {
    switch (purpose) {
        case standing::Purpose::exam:
            return "Exam contacts";
        case standing::Purpose::practice:
            return "Practice contacts";
        case standing::Purpose::qualification:
            return "Typing qualifications";
        case standing::Purpose::drill:
            break;
    }
    return "Drills";
}

std::string quality_text(const char* name, const TestQuality& quality) {
    return fmt::format("{} {}, 95 % interval {}; standard error of a person\u2019s mean {} percentage points", name,
                       statistic_text(quality.alpha), interval_text(quality.interval), statistic_text(quality.sem, 1));
}

void add_core(Document& out, const ItemPart& part) {
    out.blocks.emplace_back(Heading{"How far the scripts measure one thing", 3});
    if (!part.unsaid.empty()) {
        out.blocks.emplace_back(Paragraph{plain(part.unsaid)});
        return;
    }
    std::string scripts;
    for (const std::string& id : part.core)
        scripts += (scripts.empty() ? "" : ", ") + id;
    out.blocks.emplace_back(
        Paragraph{plain(fmt::format("{} all played the same {} scripts: {}. First plays only.",
                                    people_text(part.points->people), part.points->items, scripts))});
    Bullets figures_of;
    figures_of.items.push_back(plain(quality_text("On points: Cronbach\u2019s alpha", *part.points) + "."));
    figures_of.items.push_back(
        part.passes ? plain(quality_text("On passed or not: KR-20", *part.passes) + ".")
                    : plain("On passed or not nothing is said: everybody passed the same number of them."));
    out.blocks.emplace_back(std::move(figures_of));
    if (part.points->people < kSmallSample) {
        out.blocks.emplace_back(Banner{Tone::careful, "Few people",
                                       fmt::format("Below {} people these figures swing widely: read the interval, and "
                                                   "decide nothing by them.",
                                                   kSmallSample)});
    }
}

void add_scripts(Document& out, const ItemPart& part) {
    Table hard;
    hard.caption = "How hard every script is, first plays";
    hard.columns = {{"Script", false, 5},       {"Plays", true}, {"People", true}, {"Passed the first time", true, 2},
                    {"95 % interval", true, 2}, {"Points", true}};
    Table tells;
    tells.caption = "Whether it tells strong from weak, first plays";
    tells.columns = {
        {"Script", false, 5},       {"People compared", true},       {"Discrimination r", true},
        {"95 % interval", true, 2}, {"Alpha of its criteria", true}, {"Standard error, points of 100", true, 2}};
    const bool rated = std::any_of(part.items.begin(), part.items.end(),
                                   [](const ItemRow& row) { return row.average_passes.has_value(); });
    if (rated) hard.columns.push_back({"Average trainee, about", true, 2});
    for (const ItemRow& row : part.items) {
        hard.rows.push_back({script_line(row), plain(count_text(row.plays)), plain(count_text(row.people)),
                             plain(of_text(row.passed, row.people)), plain(share_interval_text(row.pass_rate)),
                             plain(row.people >= kRatePeople ? rate_text(row.points, row.possible) : kNone)});
        if (rated) hard.rows.back().push_back(plain(share_text(row.average_passes)));
        tells.rows.push_back({script_line(row), plain(count_text(row.compared)),
                              plain(statistic_text(row.discrimination)),
                              plain(interval_text(row.discrimination_interval)),
                              plain(row.criteria ? statistic_text(row.criteria->alpha) : kNone),
                              plain(row.criteria ? statistic_text(row.criteria->sem, 1) : kNone)});
    }
    out.blocks.emplace_back(std::move(hard));
    if (part.people >= kDiscriminationPeople) out.blocks.emplace_back(std::move(tells));
}

Line odd_line(const ItemRow& row, const std::string& sentence) {
    Line out = script_line(row);
    out.front().strong = true;
    out.push_back(Span{": " + sentence});
    return out;
}

void add_odd(Document& out, const ItemPart& part) {
    out.blocks.emplace_back(Heading{"Scripts that behave oddly", 3});
    if (!part.caution.empty()) out.blocks.emplace_back(Paragraph{plain(part.caution)});
    Bullets odd;
    for (const ItemRow& row : part.items) {
        for (const std::string& sentence : row.odd)
            odd.items.push_back(odd_line(row, sentence));
    }
    if (odd.items.empty())
        out.blocks.emplace_back(Paragraph{plain("None that these plays would show.")});
    else
        out.blocks.emplace_back(std::move(odd));
}

void add_losses(Document& out, const ItemPart& part) {
    constexpr std::size_t kShown = 3;
    Table table;
    table.caption = "What is lost most on each script, all plays";
    table.columns = {{"Script", false, 4},
                     {"Criterion", false, 4},
                     {"Lost points in", true, 2},
                     {"Share", true},
                     {"Points earned", true}};
    table.empty = "Nobody lost a point.";
    for (const ItemRow& row : part.items) {
        std::size_t shown = 0;
        for (const CriterionLoss& loss : row.losses) {
            if (loss.lost == 0 || shown++ == kShown) break;
            const bool enough = loss.chances >= kRatePeople;
            table.rows.push_back({script_line(row), plain(criterion_text(loss.criterion)),
                                  plain(of_text(loss.lost, loss.chances)),
                                  plain(enough ? rate_text(loss.lost, loss.chances) : kNone),
                                  plain(enough ? rate_text(loss.points, loss.possible) : kNone)});
        }
    }
    out.blocks.emplace_back(std::move(table));
}

void add_part(Document& out, const ItemPart& part) {
    out.blocks.emplace_back(Heading{purpose_text(part.purpose), 2});
    out.blocks.emplace_back(Figures{{{"Plays", count_text(part.plays), "judged contacts"},
                                     {"People", count_text(part.people), ""},
                                     {"Scripts", count_text(static_cast<std::int64_t>(part.items.size())), ""}}});
    if (part.people < kRatePeople) {
        out.blocks.emplace_back(Banner{
            Tone::careful, "Too few people for any statistic",
            fmt::format("{} played these. Counts are shown; rates need {} people, discrimination and reliability {}.",
                        people_text(part.people), kRatePeople, kAlphaPeople)});
    } else if (part.people < kSmallSample) {
        out.blocks.emplace_back(Banner{Tone::careful, "Small sample",
                                       fmt::format("{} played these. Below {} every figure is uncertain: mind the "
                                                   "intervals.",
                                                   people_text(part.people), kSmallSample)});
    }
    add_odd(out, part);
    if (auto chart = item_chart(part)) out.blocks.emplace_back(std::move(*chart));
    out.blocks.emplace_back(Heading{"Script by script", 3});
    add_scripts(out, part);
    add_losses(out, part);
    add_curves(out, part);
    add_core(out, part);
    add_practice(out, part);
}

void add_reading(Document& out) {
    out.blocks.emplace_back(Heading{"How to read this", 2});
    Bullets how;
    for (
        const char* sentence :
        {"Passed the first time: each person\u2019s first play of the script; later plays are practice of what is "
         "known by then. The interval is exact (Clopper and Pearson). Plays at every level of help count alike.",
         "Points: percent of what was possible in those first plays.",
         "Average trainee, about: the share of first plays that somebody of average rating would pass, by Elo over all "
         "first plays in order of time, from 30 plays on. It allows for a script having been played more by weak "
         "trainees, or earlier in their course, than others. Two times out of three it lies within 8 percentage points "
         "after 30 plays, within 7 after 60, within 4 after 200; where everybody played every script, the share that "
         "passed is the better figure.",
         "Discrimination: Pearson\u2019s r between the points earned here and the same person\u2019s mean on all "
         "other scripts, of people with three others or more. Near 0 or below, the script does not tell strong from "
         "weak.",
         "Alpha: Cronbach\u2019s, with Feldt\u2019s interval; of passed or not it is KR-20. A script tests several "
         "things at once, so a low alpha of its criteria is no fault by itself.",
         "Standard error: how far a score lies from what the same person would earn on average, two times out of "
         "three.",
         "A dash: too few people, or nobody differed. These figures judge scripts, not people, and decide nothing."}) {
        how.items.push_back(plain(sentence));
    }
    out.blocks.emplace_back(std::move(how));
}

}  // namespace

Document item_document(const ItemReport& report) {
    Document out;
    out.title = "Item report";
    out.subtitle = "Every script as a test item: how hard it is, what is lost on it, and whether it behaves.";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION};
    if (!report.prepared.empty()) out.stamp.push_back("prepared " + day_text(report.prepared));
    out.made = report.prepared;
    out.foot = "Item report";
    if (report.parts.empty()) {
        out.blocks.emplace_back(
            Banner{Tone::quiet, "Nothing to analyze yet", "No contact has been played and judged in these records."});
        return out;
    }
    for (const ItemPart& part : report.parts)
        add_part(out, part);
    add_reading(out);
    return out;
}

}  // namespace shift311::reports
