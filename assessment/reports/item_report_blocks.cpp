#include "assessment/reports/item_report_blocks.hpp"

#include "assessment/reports/item_report_practice.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace shift311::reports {
namespace {

/// Whether scripts differ in how well they tell strong from weak by more than chance.
bool discriminations_shown(const ItemPart& part) {
    return std::any_of(part.items.begin(), part.items.end(),
                       [](const ItemRow& row) { return row.curve && row.curve->discrimination; });
}

Table curves_table(const ItemPart& part, bool discriminations) {
    Table table;
    table.caption = "What a weak, an average and a strong trainee would pass, first plays";
    table.columns = {{"Script", false, 5}, {"Weak", true}, {"Average", true}, {"Strong", true}, {"Difficulty", true}};
    if (discriminations) table.columns.push_back({"Discrimination", true});
    for (const ItemRow& row : part.items) {
        if (!row.curve) continue;
        table.rows.push_back({script_line(row), plain(share_text(row.curve->weak)),
                              plain(share_text(row.curve->average)), plain(share_text(row.curve->strong)),
                              plain(statistic_text(row.curve->difficulty))});
        if (discriminations) table.rows.back().push_back(plain(statistic_text(row.curve->discrimination)));
    }
    return table;
}

std::string equals_text(double chance) {
    return chance < 0.001 ? "p " + chance_text(chance) : "p\u00a0=\u00a0" + chance_text(chance);
}

bool traced(const FamilyRow& row) {
    return row.tracing.has_value();
}

Table tracing_table(const ItemPart& part) {
    using measure::KnowledgeTracing;
    Table table;
    table.caption = "How a family of contacts is learned";
    table.columns = {{"Family", false, 3},
                     {"People", true},
                     {"Contacts", true},
                     {"Passed their 1st", true},
                     {"Passed their 3rd", true}};
    const bool any = std::any_of(part.families.begin(), part.families.end(), traced);
    if (any) {
        for (const char* name :
             {"Can do it at the 1st", "Of the others, learn it at each", "Can, but fail", "Cannot, but pass"})
            table.columns.push_back({name, true});
    }
    for (const FamilyRow& row : part.families) {
        table.rows.push_back({plain(family_text(row.family)), plain(count_text(row.people)),
                              plain(count_text(row.contacts)), plain(rate_text(row.passed_first, row.people)),
                              plain(rate_text(row.passed_third, row.people))});
        if (!any) continue;
        for (double KnowledgeTracing::*const share :
             {&KnowledgeTracing::known, &KnowledgeTracing::learn, &KnowledgeTracing::slip, &KnowledgeTracing::guess})
            table.rows.back().push_back(
                plain(share_text(row.tracing ? std::optional((*row.tracing).*share) : std::nullopt)));
    }
    return table;
}

/// What one contact more of a kind adds to the chance of somebody who had none, in percentage points with its 95 %
/// interval: "+5 (+1 to +9)".
std::string adds_text(const measure::FactorsFit& fit, double measure::PerformanceFactors::*kind) {
    constexpr double kNormal = 1.959964;
    const double before = fit.model.predict(0, 0);
    const auto points = [&](double errors) {
        measure::PerformanceFactors moved{fit.model.base, 0, 0};
        moved.pass = fit.model.*kind + errors * (fit.error.*kind);
        const long long added = std::llround(100 * (moved.predict(1, 0) - before));
        return added == 0 ? std::string("0") : fmt::format("{:+d}", added);
    };
    return fmt::format("{} ({} to {})", points(0), points(-kNormal), points(kNormal));
}

Table factors_table(const ItemPart& part) {
    using measure::PerformanceFactors;
    Table table;
    table.caption = "What a contact adds to the chance of passing the next";
    table.columns = {{"Family", false, 4},
                     {"Chance before any contact", true, 2},
                     {"One passed adds, percentage points", true, 2},
                     {"One failed adds, percentage points", true, 2}};
    for (const FamilyRow& row : part.families) {
        if (!row.factors) continue;
        table.rows.push_back({plain(family_text(row.family)), plain(share_text(row.factors->model.predict(0, 0))),
                              plain(adds_text(*row.factors, &PerformanceFactors::pass)),
                              plain(adds_text(*row.factors, &PerformanceFactors::fail))});
    }
    return table;
}

/// "It does" or "It seems so", and in how many of the families.
std::string in_families(const std::string& verdict, std::size_t some, std::size_t all) {
    return all == 1      ? verdict
           : some == all ? fmt::format("{} in all {} families", verdict, all)
                         : fmt::format("{} in {} of {} families", verdict, some, all);
}

/// The question of the heading, answered.
std::string answer(const ItemPart& part) {
    std::size_t shows = 0, rise = 0;
    double least = 1, most = 0;
    std::string rising;
    for (const FamilyRow& row : part.families) {
        if (row.tracing) {
            ++shows;
            least = std::min(least, row.tracing->learn);
            most = std::max(most, row.tracing->learn);
        } else if (row.rises) {
            ++rise;
            rising += (rising.empty() ? "" : ", ") + family_text(row.family);
        }
    }
    const std::size_t all = part.families.size();
    if (shows + rise == 0) {
        return all == 1 ? "These results do not show that it does."
                        : fmt::format("These results do not show that it does, in any of {} families.", all);
    }
    std::string out;
    if (shows > 0) {
        const long long from = std::llround(100 * least), to = std::llround(100 * most);
        out = fmt::format("{}: of 100 trainees who cannot do it yet, {} learn it with each contact.",
                          in_families("It does", shows, all),
                          from == to ? fmt::format("about {}", from) : fmt::format("about {} to {}", from, to));
    }
    if (rise > 0) {
        out += fmt::format(
            "{}{}: more people passed their 3rd contact than their 1st, by more than chance ({}). How "
            "many learn it with each contact cannot be told there.",
            out.empty() ? "" : " ", in_families("It seems so", rise, all), rising);
    }
    return out;
}

/// Families without a figure, by the reason.
Bullets reasons(const ItemPart& part) {
    std::map<std::string, std::string> families;  // by reason
    const auto add = [&](const std::string& reason, const FamilyRow& row) {
        if (reason.empty()) return;
        std::string& names = families[reason];
        names += (names.empty() ? "" : ", ") + family_text(row.family);
    };
    for (const FamilyRow& row : part.families) {
        add(row.tracing_unsaid, row);
        if (row.factors_unsaid != row.tracing_unsaid) add(row.factors_unsaid, row);
    }
    Bullets out;
    for (const auto& [reason, names] : families)
        out.items.push_back({Span{names + ": ", true}, Span{reason + "."}});
    return out;
}

}  // namespace

Line script_line(const ItemRow& row) {
    if (row.title.empty() || row.title == row.script) return plain(row.script);
    return {Span{row.title + "  "}, Span{row.script, false, true, Tone::quiet}};
}

std::string share_text(const std::optional<double>& share) {
    if (!share || !std::isfinite(*share)) return statistic_text(std::nullopt);
    return fmt::format("{} %", std::llround(100 * *share));
}

void add_curves(Document& out, const ItemPart& part) {
    if (part.curve_people == 0 && part.curves_unsaid.empty()) return;
    out.blocks.emplace_back(Heading{"Scripts on one scale", 3});
    if (!part.curves_unsaid.empty()) {
        out.blocks.emplace_back(Paragraph{plain(part.curves_unsaid)});
        return;
    }
    const bool discriminations = discriminations_shown(part);
    std::string text = fmt::format(
        "Fitted by {} on {}, whichever of these scripts they played. Of six trainees one is weaker than "
        "\u201cweak\u201d here, and one is stronger than \u201cstrong\u201d. ",
        discriminations ? "2PL" : "the Rasch model", people_text(part.curve_people));
    if (discriminations) {
        text +=
            "A script tells trainees apart where the three figures lie far from each other; where the weak pass "
            "more often than the strong, look at its answer key. That scripts differ in this is more than chance (" +
            equals_text(*part.curve_chance) + ").";
    } else if (part.curve_chance) {
        text += "How well they tell strong from weak does not differ by more than chance (likelihood ratio of 2PL, " +
                equals_text(*part.curve_chance) + "), so all are given one discrimination.";
    } else {
        text += "A discrimination of each script\u2019s own could not be settled, so all are given one.";
    }
    text += " Difficulty: how many standard deviations above the mean somebody stands who passes half the time.";
    out.blocks.emplace_back(Paragraph{plain(std::move(text))});
    out.blocks.emplace_back(curves_table(part, discriminations));
}

void add_practice(Document& out, const ItemPart& part) {
    if (part.families.empty() && part.practice_unsaid.empty()) return;
    out.blocks.emplace_back(Heading{"Does practice help?", 3});
    if (part.families.empty()) {
        out.blocks.emplace_back(Paragraph{plain(part.practice_unsaid)});
        return;
    }
    out.blocks.emplace_back(Paragraph{strong(answer(part))});
    std::string text =
        fmt::format("People with {} practice contacts of a family or more, and their first {} contacts. ",
                    kPracticeContacts, ItemPlays::kFollowed);
    if (std::any_of(part.families.begin(), part.families.end(), traced)) {
        text +=
            "\u201cCan do it\u201d, \u201clearn\u201d, \u201cfail\u201d and \u201cpass\u201d are estimates "
            "(Bayesian knowledge tracing) that take everybody for alike and assume that nobody forgets. ";
    }
    text +=
        "These figures judge what is taught and in what order, never a trainee. Later contacts come with less help, "
        "and "
        "whoever fails is given more of a family: both hide learning.";
    out.blocks.emplace_back(Paragraph{plain(std::move(text))});
    out.blocks.emplace_back(tracing_table(part));
    const bool weighed = std::any_of(part.families.begin(), part.families.end(),
                                     [](const FamilyRow& row) { return row.factors.has_value(); });
    if (weighed) {
        out.blocks.emplace_back(factors_table(part));
        out.blocks.emplace_back(Paragraph{
            plain(
                "By performance factors, with 95 % intervals; an interval that holds 0 shows no effect. A pass both "
                "teaches and shows who is able, a failure both teaches and shows who is not, and these figures cannot "
                "tell the two apart. Where a failed contact adds, contacts teach; where it takes away, they may teach "
                "all the same."),
            true});
    }
    Bullets without = reasons(part);
    if (!without.items.empty()) {
        out.blocks.emplace_back(Paragraph{plain("Estimates that the results do not bear, and why:")});
        out.blocks.emplace_back(std::move(without));
    }
    if (!part.practice_unsaid.empty()) out.blocks.emplace_back(Paragraph{plain(part.practice_unsaid)});
}

}  // namespace shift311::reports
