#include "assessment/reports/competency_table.hpp"

#include "assessment/reports/charts.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {

std::vector<Block> means_blocks(const std::vector<CompetencyMean>& means, const std::string& of_what) {
    std::vector<Block> out;
    Table table;
    table.caption = "Competencies, " + of_what;
    table.empty = "No contact has been judged, so there is nothing to say about competencies.";
    const bool floors = std::any_of(means.begin(), means.end(), [](const auto& mean) { return mean.floor; });
    table.columns = {{"Competency", false, 2},
                     {"Contacts (n)", true, 1},
                     {"Mean of contacts", true, 1},
                     {"Standard error (SEM)", true, 1},
                     {"Of all points", true, 1}};
    if (floors) {
        table.columns.push_back({"Floor", true, 1});
        table.columns.push_back({"Floor reached", false, 1});
    }
    std::vector<MeanMark> marks;
    bool few = false;
    std::int64_t judged = 0;
    for (const CompetencyMean& mean : means) {
        const bool any = mean.contacts > 0;
        judged += any ? 1 : 0;
        few = few || (any && mean.contacts < kFewContacts);
        std::vector<Line> row{
            plain(competency_label(mean.competency)),
            plain(fmt::format("{}{}", mean.contacts, any && mean.contacts < kFewContacts ? " *" : "")),
            plain(any ? tenths_percent(mean.mean) : "\u2013"),
            plain(mean.error ? fmt::format("\u00b1\u00a0{:.1f}", *mean.error) : "\u2013"),
            strong(percent_text(mean.points, mean.possible))};
        if (floors) {
            row.push_back(plain(mean.floor ? fmt::format("{}\u00a0%", *mean.floor) : "\u2013"));
            row.push_back(!any          ? plain("not observed", Tone::careful)
                          : !mean.floor ? plain("no floor", Tone::quiet)
                          : mean.met    ? strong("\u2713 Yes", Tone::good)
                                        : strong("\u2717 No", Tone::bad));
        }
        table.rows.push_back(std::move(row));
        if (any) marks.push_back({competency_label(mean.competency), mean.mean, mean.error, mean.floor});
    }
    if (judged == 0) table.rows.clear();
    out.push_back(std::move(table));
    if (judged == 0) return out;
    std::string note =
        "Mean of contacts: the percentage of each contact, averaged, every contact weighing the same. SEM: how far "
        "that "
        "mean may be off by the choice of contacts alone, in percentage points (standard deviation over the root of "
        "n); "
        "one contact bears none. Of all points: all points earned of all possible.";
    if (floors) note += " A floor is held against all points, in whole numbers.";
    if (few)
        note += fmt::format(" * Fewer than {} contacts: read this figure as a single observation, not as a level.",
                            kFewContacts);
    out.push_back(Paragraph{plain(note), true});
    Chart chart;
    chart.drawing = means_drawing(marks);
    chart.caption = fmt::format("Mean of contacts, {}, with one standard error to either side{}.", of_what,
                                floors ? "; the upright line is the floor" : "");
    chart.description = "The table above holds every value.";
    out.push_back(std::move(chart));
    return out;
}

}  // namespace shift311::reports
