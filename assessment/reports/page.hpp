// The frame of every page: one file with its style inside, readable without network or script, and made for Letter
// paper.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::reports {

/// assets/report/report.css, put into the program by the build.
std::string_view style_sheet();

struct Page {
    std::string title;               ///< plain text: window title and heading
    std::string subtitle;            ///< plain text
    std::vector<std::string> stamp;  ///< plain text: program, identifier, date; beside the heading
    std::string foot;                ///< plain text, at the bottom of every printed page
    std::string body_class;
    std::string body;  ///< markup
};

std::string whole_page(const Page& page);

/// The result, with a sign and a word so that color says nothing alone. `tone`: good | bad | careful. `body` is
/// markup.
std::string banner(std::string_view tone, std::string_view headline, std::string_view body);
/// A row of figures.
struct Card {
    std::string name;
    std::string value;
    std::string note;
};
std::string cards(const std::vector<Card>& cards);
/// Rows of the competencies that `sums` holds, in their fixed order, with a bar each.
std::string competency_table(const std::map<std::string, scoring::Scorecard::Sum>& sums);
/// The same with other columns after the percentage; `cells` gives them for a competency, as plain text.
std::string competency_table(const std::map<std::string, scoring::Scorecard::Sum>& sums,
                             const std::vector<std::string>& columns,
                             const std::function<std::vector<std::string>(const std::string&)>& cells);
/// The words in their fixed order; words that are no competency of ours come last.
std::vector<std::string> in_order(const std::map<std::string, scoring::Scorecard::Sum>& sums);
/// "Listening"
std::string competency_label(const std::string& word);

}  // namespace shift311::reports
