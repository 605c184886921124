#include "assessment/reports/document.hpp"
#include "assessment/reports/html_columns.hpp"
#include "assessment/reports/html_text.hpp"
#include "assessment/reports/page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

const char* style_class(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "";
        case Tone::good:
            return "good";
        case Tone::careful:
            return "careful";
        case Tone::bad:
            return "bad";
        case Tone::quiet:
            return "dim";
    }
    return "";
}

std::string span_html(const Span& span) {
    std::string out = "<bdi>" + html_lines(span.text) + "</bdi>";
    std::string look = style_class(span.tone);
    if (span.figures) look += look.empty() ? "mono" : " mono";
    if (!look.empty()) out = fmt::format("<span class=\"{}\">{}</span>", look, out);
    return span.strong ? "<strong>" + out + "</strong>" : out;
}

std::string line_html(const Line& line) {
    // Plain words need no wrapping of their own, save where their writing might turn what stands around them.
    if (line.size() == 1 && line.front().tone == Tone::plain && !line.front().figures && !line.front().strong)
        return html_lines(line.front().text);
    std::string out;
    for (const Span& span : line) {
        const bool bare = span.tone == Tone::plain && !span.figures && !span.strong;
        out += bare ? html_lines(span.text) : span_html(span);
    }
    return out;
}

/// Whether a row is so long that a page may end within it: kept whole it would leave the page before it half bare.
bool tall(const std::vector<Line>& row) {
    constexpr std::size_t kBytes = 300;  // of one cell: about twelve lines of a narrow column
    return std::any_of(row.begin(), row.end(), [](const Line& cell) {
        std::size_t bytes = 0;
        for (const Span& span : cell)
            bytes += span.text.size();
        return bytes > kBytes;
    });
}

struct Writer {
    int level = 1;  ///< of the last heading: none is skipped on the way down

    std::string operator()(const Heading& heading) {
        level = std::clamp(heading.level, 2, level + 1);
        return fmt::format("<h{0}{1}>{2}</h{0}>\n", level, heading.new_page ? " class=\"new-page\"" : "",
                           html(heading.text));
    }
    std::string operator()(const Paragraph& paragraph) const {
        return fmt::format("<p{}>{}</p>\n", paragraph.small ? " class=\"dim small\"" : "", line_html(paragraph.line));
    }
    std::string operator()(const Bullets& bullets) const {
        if (bullets.items.empty()) return {};
        std::string out = "<ul>\n";
        for (const Line& item : bullets.items)
            out += "<li>" + line_html(item) + "</li>\n";
        return out + "</ul>\n";
    }
    std::string operator()(const Banner& it) const {
        const char* tone = it.tone == Tone::plain || it.tone == Tone::quiet ? "plain" : style_class(it.tone);
        return banner(tone, it.headline, it.text.empty() ? std::string() : "<p>" + html_lines(it.text) + "</p>\n");
    }
    std::string operator()(const Figures& figures) const {
        std::vector<Card> all;
        for (const Figures::Figure& figure : figures.figures)
            all.push_back({figure.name, figure.value, figure.note});
        return all.empty() ? std::string() : cards(all);
    }
    std::string operator()(const Table& table) const {
        if (table.rows.empty()) return table.empty.empty() ? std::string() : "<p>" + html(table.empty) + "</p>\n";
        std::string out = "<div class=\"wide\">\n<table>\n";
        if (!table.caption.empty()) out += "<caption>" + html(table.caption) + "</caption>\n";
        out += "<colgroup>";
        const std::vector<ColumnWidth> widths = column_widths(table);
        for (const ColumnWidth& width : widths)
            out += fmt::format("<col class=\"w{}\">", width.percent);
        out += "</colgroup>\n<thead><tr>";
        for (const Table::Column& column : table.columns)
            out += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"num\"" : "", html(column.name));
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out += tall(row) ? "<tr class=\"tall\">" : "<tr>";
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                const std::string cell = i < row.size() ? line_html(row[i]) : std::string();
                const char* look = table.columns[i].number ? " class=\"num\""
                                   : widths[i].brief       ? " class=\"nowrap\""
                                                           : "";
                out += i == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", look, cell)
                              : fmt::format("<td{}>{}</td>", look, cell);
            }
            out += "</tr>\n";
        }
        return out + "</tbody>\n</table>\n</div>\n";
    }
    std::string operator()(const Facts& facts) const {
        if (facts.facts.empty()) return {};
        std::string out = "<dl class=\"facts\">\n";
        for (const auto& [name, value] : facts.facts)
            out += "<dt>" + html(name) + "</dt><dd>" + line_html(value) + "</dd>\n";
        return out + "</dl>\n";
    }
    std::string operator()(const Chart& chart) const {
        return "<figure>\n" + svg_of(chart.drawing, chart.caption, chart.description) +
               (chart.caption.empty() ? "" : "<figcaption>" + html(chart.caption) + "</figcaption>\n") + "</figure>\n";
    }
    std::string operator()(const Quotation& quotation) const {
        return fmt::format(
            "<div class=\"quotation\"><time>{}</time><span class=\"dim\">{}</span><span><bdi>{}</bdi></span></div>\n",
            html(quotation.when), html(quotation.who), html_lines(quotation.text));
    }
    std::string operator()(const Signatures& signatures) const {
        if (signatures.signatures.empty()) return {};
        std::string out = "<div class=\"signatures\">\n";
        for (const Signatures::Signature& it : signatures.signatures) {
            const bool by_hand = it.name.empty() && it.at.empty();
            out += fmt::format(
                "<div><div class=\"signed\">{}</div><div class=\"role\">{}{}</div></div>\n",
                by_hand ? "<span class=\"hidden\">To be signed by hand</span>" : "<bdi>" + html(it.name) + "</bdi>",
                html(it.role),
                by_hand         ? ", date"
                : it.at.empty() ? ""
                                : ", " + html(it.at));
        }
        return out + "</div>\n";
    }
};

}  // namespace

std::string html_of(const std::vector<Block>& blocks) {
    std::string out;
    Writer writer;
    for (const Block& block : blocks)
        out += std::visit(writer, block);
    return out;
}

std::string html_of(const Document& document) {
    Page page;
    page.title = document.title;
    page.subtitle = document.subtitle;
    page.stamp = document.stamp;
    page.foot = document.foot;
    page.body_class = document.layout == Layout::certificate ? "certificate" : "record";
    page.body = html_of(document.blocks);
    return whole_page(page);
}

}  // namespace shift311::reports
