#include "assessment/reports/attempt_said.hpp"

#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace shift311::reports {
namespace {

/// The finding as the reader met it above, or else the criterion.
std::string finding_title(const AttemptReport& report, std::uint32_t contact, const std::string& criterion) {
    std::string out = criterion.empty() ? "the whole contact" : criterion;
    if (contact == 0) return "the whole attempt";
    for (const ContactReport& one : report.contacts) {
        if (one.contact != contact || !one.card) continue;
        for (const scoring::Finding& finding : one.card->card.findings)
            if (finding.criterion == criterion && !finding.title.empty()) out = finding.title;
    }
    return report.contacts.size() > 1 ? fmt::format("Contact {}: {}", contact, out) : out;
}

std::string value_text(scoring::Points points, scoring::Points possible, bool critical) {
    return points_text(points) + " of " + points_text(possible) + (critical ? ", critical" : "");
}

}  // namespace

std::vector<Block> attempt_said(const AttemptReport& report) {
    std::vector<Block> out;
    if (!report.corrections.empty()) {
        out.push_back(Heading{"Corrected by a trainer", 2, false});
        Table table;
        table.caption = "Above stand the machine\u2019s points; what was corrected counts in their place";
        table.columns = {{"Finding", false, 3},
                         {"Machine", true, 1},
                         {"Corrected", true, 1},
                         {"By", false, 2},
                         {"Reason", false, 4}};
        for (const standing::Override& it : report.corrections)
            table.rows.push_back({plain(finding_title(report, it.contact, it.criterion)),
                                  plain(value_text(it.machine_points, it.possible, it.machine_critical)),
                                  strong(value_text(it.points, it.possible, it.critical)),
                                  plain(it.by_name + ", " + day_text(it.at)), plain(it.why)});
        out.push_back(std::move(table));
    }
    const auto disputed = [](const standing::Dispute& it) { return it.disputed; };
    if (std::any_of(report.disputes.begin(), report.disputes.end(), disputed)) {
        out.push_back(Heading{"Disputed by the trainee", 2, false});
        Table table;
        table.caption = "What the trainee disputes, and the answer";
        table.columns = {{"Finding", false, 3}, {"On", false, 2}, {"The trainee says", false, 4}, {"Answer", false, 4}};
        for (const standing::Dispute& it : report.disputes) {
            if (!it.disputed) continue;
            Line answer = it.answer.empty() ? strong("Open", Tone::careful)
                                            : strong(it.answer == "changed" ? "Changed" : "Upheld");
            if (!it.answer.empty())
                answer.push_back(
                    Span{fmt::format(" by {}, {}: {}", it.answered_by, day_text(it.answered_at), it.answer_words)});
            table.rows.push_back({plain(finding_title(report, it.contact, it.criterion)), plain(day_text(it.at)),
                                  plain(it.words), std::move(answer)});
        }
        out.push_back(std::move(table));
    }
    return out;
}

}  // namespace shift311::reports
