#include "assessment/reports/page.hpp"

#include "assessment/reports/html_text.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {

std::string whole_page(const Page& page) {
    std::string stamp;
    for (const std::string& line : page.stamp) {
        if (!line.empty()) stamp += "<span>" + html(line) + "</span>";
    }
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{title}</title>\n<style>\n{css}"
        "@page {{ size: Letter; margin: 0.65in 0.7in 0.75in;\n"
        "  @bottom-left {{ content: \"{foot}\"; font: 8pt Inter, Arial, \"Liberation Sans\", sans-serif; color: "
        "#566472; }}\n"
        "  @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); "
        "font: 8pt Inter, Arial, \"Liberation Sans\", sans-serif; color: #566472; }} }}\n"
        "</style>\n</head>\n<body class=\"{body_class}\">\n<header "
        "class=\"page\">\n<div><h1>{title}</h1>\n<p>{subtitle}</p></div>\n"
        "<div class=\"stamp mono\">{stamp}</div>\n</header>\n<main>\n{body}</main>\n</body>\n</html>\n",
        fmt::arg("title", html(page.title)), fmt::arg("css", style_sheet()), fmt::arg("foot", css_string(page.foot)),
        fmt::arg("body_class", page.body_class), fmt::arg("subtitle", html(page.subtitle)), fmt::arg("stamp", stamp),
        fmt::arg("body", page.body));
}

std::string banner(std::string_view tone, std::string_view headline, std::string_view body) {
    const char* mark = tone == "good" ? "\u2713" : tone == "bad" ? "\u2717" : tone == "careful" ? "!" : "";
    return fmt::format(
        "<div class=\"banner {0}\">\n<strong class=\"{0}\">{1}{2}</strong>\n"
        "{3}</div>\n",
        tone, *mark ? fmt::format("<span class=\"mark\" aria-hidden=\"true\">{}</span>", mark) : std::string(),
        html(headline), body);
}

std::string cards(const std::vector<Card>& cards) {
    std::string out = "<dl class=\"cards\">\n";
    for (const Card& card : cards) {
        out += fmt::format("<div><dt>{}</dt><dd class=\"value\">{}</dd><dd class=\"note\">{}</dd></div>\n",
                           html(card.name), html(card.value), html(card.note));
    }
    return out + "</dl>\n";
}

std::vector<std::string> in_order(const std::map<std::string, scoring::Scorecard::Sum>& sums) {
    std::vector<std::string> out;
    for (const auto competency : scoring::kCompetencies) {
        const std::string word(scoring::word(competency));
        if (sums.count(word)) out.push_back(word);
    }
    for (const auto& [word, sum] : sums) {
        if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(word);
    }
    return out;
}

std::string competency_label(const std::string& word) {
    for (const auto competency : scoring::kCompetencies) {
        if (scoring::word(competency) == word) return std::string(scoring::label(competency));
    }
    return word;
}

std::string competency_table(const std::map<std::string, scoring::Scorecard::Sum>& sums,
                             const std::vector<std::string>& columns,
                             const std::function<std::vector<std::string>(const std::string&)>& cells) {
    if (sums.empty()) return "<p class=\"dim\">Nothing was judged.</p>\n";
    std::string out =
        "<table>\n<thead><tr><th scope=\"col\">Competency</th><th scope=\"col\"><span class=\"hidden\">As a bar, 0 to "
        "100 "
        "percent</span></th><th scope=\"col\" class=\"num\">Of the points</th>";
    for (const std::string& column : columns)
        out += "<th scope=\"col\" class=\"num\">" + html(column) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const std::string& word : in_order(sums)) {
        const auto& sum = sums.at(word);
        const int percent = std::clamp(scoring::percent(sum.points, sum.possible), 0, 100);
        out += fmt::format(
            "<tr><th scope=\"row\">{}</th><td class=\"bar\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\"><rect width=\"100\" height=\"8\" fill=\"#e4e9ee\"/><rect width=\"{}\" height=\"8\" "
            "fill=\"#0b6bcb\"/></svg></td><td class=\"num\">{}</td>",
            html(competency_label(word)), percent, percent_text(sum.points, sum.possible));
        for (const std::string& cell : cells(word))
            out += "<td class=\"num\">" + html(cell) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
}

std::string competency_table(const std::map<std::string, scoring::Scorecard::Sum>& sums) {
    return competency_table(sums, {"Points", "Possible"}, [&](const std::string& word) -> std::vector<std::string> {
        return {points_text(sums.at(word).points), points_text(sums.at(word).possible)};
    });
}

}  // namespace shift311::reports
