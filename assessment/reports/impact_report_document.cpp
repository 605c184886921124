#include "assessment/reports/impact_report.hpp"
#include "assessment/reports/statistic_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

namespace shift311::reports {
namespace {

std::string names_of(const ImpactGroup& group) {
    std::string out;
    for (const std::string& name : group.names)
        out += (out.empty() ? "" : ", ") + name;
    return group.names.size() > 1 ? out + " (together)" : out;
}

std::string verdict(const ImpactGroup& group) {
    if (!group.below) return "\u2013";
    const bool rare = group.fisher && *group.fisher < 0.05;
    if (*group.below) return rare ? "Below four fifths, and hardly by chance" : "Below four fifths; may be chance";
    return rare ? "Not below, yet hardly by chance" : "Not below four fifths";
}

void add_banner(Document& out, const ImpactTable& table, const ImpactGroup& group) {
    if (!group.below) return;
    const bool rare = group.fisher && *group.fisher < 0.05;
    const std::string figures = fmt::format(
        "{}: {} certified, {}: {} certified; impact ratio {}, Fisher\u2019s exact p {}.", names_of(group),
        rate_text(group.certified, group.people), table.reference,
        [&] {
            for (const ImpactGroup& other : table.groups) {
                if (names_of(other) == table.reference) return rate_text(other.certified, other.people);
            }
            return std::string("\u2013");
        }(),
        statistic_text(group.ratio), chance_text(group.fisher.value_or(1)));
    if (*group.below) {
        out.blocks.emplace_back(Banner{
            rare && !group.too_few ? Tone::bad : Tone::careful, names_of(group) + ": below four fifths",
            figures +
                fmt::format(" {} more of this group certified would have reached four fifths.", group.shortfall)});
    } else if (rare) {
        out.blocks.emplace_back(Banner{Tone::careful, names_of(group) + ": not below four fifths, yet hardly by chance",
                                       figures + " Smaller differences may count too."});
    }
    if (group.too_few) {
        out.blocks.emplace_back(Banner{
            Tone::careful, names_of(group) + ": too few people to conclude from",
            "A group has fewer than 30 people, or fewer than 5 would be expected in one of the four counts. A ratio of "
            "so few turns on one or two people, in either direction."});
    }
}

void add_table(Document& out, const ImpactTable& table) {
    out.blocks.emplace_back(Heading{"By " + table.attribute, 2});
    if (table.total) {
        out.blocks.emplace_back(Paragraph{
            plain(fmt::format("Everybody: {} certified, {}.", of_text(table.total->certified, table.total->people),
                              rate_text(table.total->certified, table.total->people)))});
    }
    if (!table.groups.empty()) {
        Table rows;
        rows.caption = "Signed outcomes by " + table.attribute;
        rows.columns = {{"Group", false, 4},        {"People", true},       {"Certified", true},       {"Rate", true},
                        {"95 % interval", true, 2}, {"Impact ratio", true}, {"Fisher\u2019s p", true}, {"z", true},
                        {"Four fifths", false, 4}};
        for (const ImpactGroup& group : table.groups) {
            const bool highest = !table.reference.empty() && names_of(group) == table.reference;
            rows.rows.push_back({plain(names_of(group)), plain(count_text(group.people)),
                                 plain(count_text(group.certified)), plain(rate_text(group.certified, group.people)),
                                 plain(share_interval_text(group.rate)), plain(statistic_text(group.ratio)),
                                 plain(group.fisher ? chance_text(*group.fisher) : "\u2013"),
                                 plain(statistic_text(group.z)),
                                 plain(highest ? "Highest rate: the others are compared with it" : verdict(group))});
        }
        out.blocks.emplace_back(std::move(rows));
    }
    for (const ImpactGroup& group : table.groups)
        add_banner(out, table, group);
    for (const std::string& note : table.notes)
        out.blocks.emplace_back(Paragraph{plain(note)});
}

void add_reading(Document& out) {
    out.blocks.emplace_back(Heading{"How to read this", 2});
    Bullets how;
    for (const char* sentence :
         {"Counted is each person\u2019s newest signed outcome: certified or not yet. Who has none is not counted.",
          "Impact ratio: a group\u2019s rate over the highest rate. Below four fifths is taken as evidence of adverse "
          "impact (Uniform Guidelines on Employee Selection Procedures, section 4D); it is computed in whole numbers, "
          "so exactly four fifths is not below.",
          "Fisher\u2019s exact p: how likely a difference this large or larger would be if the group made none. "
          "Where several groups are compared, one p below 0.05 comes easily by chance.",
          "Groups come from a file of their own that scoring never reads, and nothing of it is kept in the records.",
          "Two of these reports made close together can be subtracted from each other: keep them as closely as that "
          "file."}) {
        how.items.push_back(plain(sentence));
    }
    out.blocks.emplace_back(std::move(how));
}

}  // namespace

Document impact_document(const ImpactReport& report) {
    Document out;
    out.title = "Adverse impact report";
    out.subtitle = report.program.empty() ? "Signed outcomes of certification, by group."
                                          : "Signed outcomes of program " + report.program + ", by group.";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION};
    if (!report.prepared.empty()) out.stamp.push_back("prepared " + day_text(report.prepared));
    out.made = report.prepared;
    out.foot = "Adverse impact report: confidential";
    if (report.outcomes == 0) {
        out.blocks.emplace_back(
            Banner{Tone::quiet, "Nothing to compare yet", "Nobody has a signed outcome of certification."});
        return out;
    }
    if (report.tables.empty())
        out.blocks.emplace_back(Banner{Tone::careful, "No groups", "The demographic file names no group."});
    for (const ImpactTable& table : report.tables)
        add_table(out, table);
    if (!report.notes.empty()) {
        out.blocks.emplace_back(Heading{"About the file", 2});
        Bullets notes;
        for (const std::string& note : report.notes)
            notes.items.push_back(plain(note));
        out.blocks.emplace_back(std::move(notes));
    }
    add_reading(out);
    return out;
}

}  // namespace shift311::reports
