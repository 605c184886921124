// The same document as a page and as paper: sound, searchable, always the same bytes, nothing torn from its heading.
#include "assessment/reports/document.hpp"

#include "assessment/reports/charts.hpp"
#include "assessment/reports/html_columns.hpp"
#include "assessment/reports/html_text.hpp"
#include "assessment/reports/sheets.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;

namespace {

Document everything() {
    Document out;
    out.title = "A report <of> everything & more";
    out.subtitle = "One of each";
    out.stamp = {"one", "", "two"};
    out.foot = "foot \"quoted\"";
    out.made = "2026-11-22T09:00:00Z";
    out.blocks = {
        Heading{"Deep at once", 4, false},
        Banner{Tone::careful, "Careful", "Words"},
        Banner{Tone::plain, "Plain", ""},
        Figures{{{"Name", "Value", "Note"}, {"Five", "5", ""}, {"Six", "6", ""}, {"7", "7", ""}, {"8", "8", ""}}},
        Heading{"Section", 2, true},
        Paragraph{{{"bold", true, false, Tone::bad}, {" and "}, {"hash", false, true, Tone::plain}}, false},
        Bullets{{plain("one"), strong("two", Tone::good)}},
        Heading{"Part", 3, false},
        Facts{{{"Name", plain("value")}, {"Hash", figures(std::string(128, 'f'))}}},
        Quotation{"Caller", "0:31", "I smell gas."},
        Signatures{{{"Supervisor", "Kim Lee", "Nov 21, 2026"}, {"Trainee", "", ""}, {"HR", "", ""}}}};
    Table table;
    table.caption = "Caption";
    table.columns = {{"Text", false, 3}, {"Number", true, 1}};
    for (int i = 0; i < 90; ++i)
        table.rows.push_back({plain("row " + std::to_string(i)), plain(std::to_string(i))});
    out.blocks.push_back(table);
    Table empty;
    empty.columns = table.columns;
    empty.empty = "Nothing here.";
    out.blocks.push_back(empty);
    Chart chart;
    chart.caption = "A line";
    chart.description = "It rises.";
    chart.drawing = trend_drawing({{50, false, "first <one>"}, {90, true, "second"}}, "Nov 1", "Nov 2");
    out.blocks.push_back(chart);
    return out;
}

}  // namespace

TEST_CASE("A document becomes a sound page", "[reports][document]") {
    const std::string page = html_of(everything());
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK(page.find("<h1>") < page.find("<h2>"));
    CHECK(page.find("<h4") == std::string::npos);  // no level is skipped
    CHECK_THAT(page, Contains("<caption>Caption</caption>") && Contains("scope=\"row\"") && Contains("Nothing here."));
    CHECK_THAT(page, Contains("role=\"img\" aria-label=\"A line. It rises.\"") && Contains("To be signed by hand"));
    CHECK(html_of(Document{}).size() > 0);
    CHECK(faults_of(html_of(Document{})) == std::vector<std::string>{});
}

TEST_CASE("The same document gives the same paper", "[reports][document]") {
    const std::string paper = pdf_of(everything());
    CHECK(paper.compare(0, 5, "%PDF-") == 0);
    CHECK(paper == pdf_of(everything()));
    for (const char* part : {"/Outlines", "/StructTreeRoot", "/ToUnicode", "/CreationDate"})
        CHECK(paper.find(part) != std::string::npos);
    CHECK(paper.find("(20261122090000Z)") != std::string::npos);
    Document other = everything();
    other.foot = "another";
    CHECK(paper != pdf_of(other));
    Document dateless = everything();
    dateless.made.clear();
    CHECK(pdf_of(dateless).find("(19700101000000Z)") != std::string::npos);
}

TEST_CASE("Whatever a document holds, paper comes of it", "[reports][document]") {
    Document odd;
    odd.title = std::string("\xff\xfe\x00 title", 9) + std::string(400, 'W');
    odd.foot = std::string(500, 'x');
    odd.blocks.push_back(Paragraph{plain(std::string(30'000, 'a') + "\n\n\t\x01"), false});
    odd.blocks.push_back(Banner{Tone::bad, std::string(3000, 'b'), std::string(9000, 'c')});
    Table table;
    table.columns = {{std::string(900, 'h'), true, 0}, {"", false, -3}, {"x", false, 1}};
    std::string tall;
    for (int i = 0; i < 200; ++i)
        tall += "line\n";
    table.rows = {{plain(tall), plain(std::string(5000, 'd'))}, {}, {plain("مرحبا"), plain("李"), plain("\u202e")}};
    odd.blocks.push_back(table);
    odd.blocks.push_back(Figures{{{std::string(2000, 'n'), std::string(2000, 'v'), std::string(5000, 'w')}}});
    odd.blocks.push_back(Chart{});
    odd.blocks.push_back(Table{});
    odd.blocks.push_back(Bullets{});
    odd.blocks.push_back(Signatures{});
    CHECK(pdf_of(odd).size() > 1000);
    odd.layout = Layout::certificate;
    CHECK(pdf_of(odd).size() > 1000);
    CHECK(faults_of(html_of(odd)) == std::vector<std::string>{});
    CHECK(pdf_of(Document{}).size() > 300);
}

TEST_CASE("Sheets: what is kept together stays together, heads come again", "[reports][document]") {
    const auto piece = [](double high, bool keep = false, int head = -1) {
        Piece out;
        out.high = high;
        out.keep = keep;
        out.head = head;
        return out;
    };
    CHECK(place({}, 100, 100).size() == 1);
    // A heading does not end a sheet.
    const auto kept = place({piece(90), piece(5, true), piece(20)}, 100, 100);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].size() == 1);
    CHECK(kept[1].front().piece == 1);
    CHECK(kept[1].front().y == 0);
    // Rows that begin a sheet have their head above them.
    std::vector<Piece> table{piece(10, true)};
    for (int i = 0; i < 25; ++i)
        table.push_back(piece(10, false, 0));
    const auto rows = place(table, 100, 100);
    REQUIRE(rows.size() == 3);
    for (const Sheet& sheet : rows)
        CHECK(sheet.front().piece == 0);
    CHECK(rows[1][1].y == 10);
    // A run longer than a sheet is cut, a piece higher than a sheet gets one to itself, and nothing is lost.
    std::vector<Piece> odd{piece(10), piece(250, true), piece(60, true), piece(60, true), piece(60)};
    odd.push_back(piece(5));
    odd.back().new_sheet = true;
    std::vector<std::size_t> seen;
    for (const Sheet& sheet : place(odd, 100, 100)) {
        CHECK_FALSE(sheet.empty());
        for (const Placed& placed : sheet)
            seen.push_back(placed.piece);
    }
    CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
    CHECK(place(odd, 100, 100).back().front().piece == 5);
}

TEST_CASE("Drawings become pictures with words for who cannot see them", "[reports][document]") {
    Drawing drawing;
    drawing.shapes = {Stroke{{{0, 0}, {10.04, -5}}, Ink::accent, 2, true}, Stroke{}, Box{{1, 2}, 3, 4, Ink::bad, false},
                      Disc{{5, 5}, 2, Ink::good, true, "a \"label\""},
                      Word{{1, 1}, "<b>", 12, Ink::text, Word::Anchor::right, true}};
    const std::string svg = svg_of(drawing, "Title", "Described");
    CHECK_THAT(svg, Contains("aria-label=\"Title. Described\"") && Contains("points=\"0,0 10,-5\"") &&
                        Contains("&lt;b&gt;") && Contains("<title>a &quot;label&quot;</title>"));
    CHECK_THAT(means_drawing({{"Listening", 81.66, 2.5, 75}}).shapes.empty()
                   ? ""
                   : svg_of(means_drawing({{"Listening", 81.66, 2.5, 75}}), "", "x"),
               Contains("81.7"));
}

TEST_CASE("The columns of a page: dates on one line, words where the weight lies, all of it used", "[reports]") {
    Table table;
    table.columns = {{"Day", false, 1}, {"Trainer", false, 1}, {"Points", true, 1}, {"In words", false, 6}};
    const std::string words(600, 'w');
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += i % 7 == 6 ? ' ' : words[i];
    for (int i = 0; i < 3; ++i)
        table.rows.push_back(
            {plain("Nov 21, 2026"), plain("Lorraine Fitzgerald (simulated)"), plain("92 %"), plain(text)});
    const auto widths = column_widths(table);
    REQUIRE(widths.size() == 4);
    int all = 0;
    for (const ColumnWidth& one : widths) {
        all += one.percent;
        CHECK(one.percent % 2 == 0);
        CHECK(one.percent >= 2);
    }
    CHECK(all >= 94);
    CHECK(all <= 106);
    CHECK(widths[0].brief);
    CHECK_FALSE(widths[1].brief);
    CHECK_FALSE(widths[3].brief);
    CHECK(widths[3].percent > 50);
    // So many columns that nothing can be promised: still a width for each.
    Table wide;
    for (int i = 0; i < 40; ++i)
        wide.columns.push_back({"Something long", i % 2 == 0, 1});
    wide.rows.push_back(std::vector<Line>(12, plain(text)));  // and a row that is too short
    CHECK(column_widths(wide).size() == 40);
    CHECK(column_widths(Table{}).empty());
    CHECK_THAT(html_of(std::vector<Block>{table}), Catch::Matchers::Contains("<td class=\"num\">92 %") &&
                                                       Catch::Matchers::Contains("class=\"nowrap\">Nov 21, 2026"));
}
