#include "assessment/reports/csv.hpp"
#include "assessment/reports/html_text.hpp"
#include "assessment/reports/moment.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"
#include "tests/records/made_up.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <string>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;

TEST_CASE("Text cannot become markup", "[reports]") {
    CHECK(html("<b> & \"x\" 'y'") == "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;");
    CHECK(html("Zoë 李") == "Zoë 李");
    CHECK(html(std::string_view("a\0b\x01", 4)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD");
    CHECK(html("a\xff") == "a\xEF\xBF\xBD");
    CHECK(html_lines("a\nb<") == "a<br>b&lt;");
    CHECK(html("") == "");
    CHECK(css_string("Dana \"</style>") == "Dana \\000022 \\00003c \\00002f style\\00003e ");
    CHECK(css_string("a\nb") == "a\\00fffd b");
}

TEST_CASE("Differences are marked where they help", "[reports]") {
    CHECK(html_diff("4208 SPRUCE ST", "4280 SPRUCE ST") == "42<del>0</del>8<ins>0</ins> SPRUCE ST");
    CHECK(html_diff("driving lane", "x") == "<ins>x</ins>");
    CHECK(html_diff("", "<i>") == "<ins>&lt;i&gt;</ins>");
    CHECK(html_diff("same", "same") == "same");
}

TEST_CASE("Cells are quoted when they must be and compute nothing", "[reports]") {
    Csv csv;
    csv.text("plain")
        .text("a,b")
        .text("say \"hi\"")
        .text("two\nlines")
        .text("=1+1")
        .text("+1")
        .text("-1")
        .text("@x")
        .text("\tx");
    csv.text("").number(-5).points(850).points(-5).nothing();
    csv.end_line();
    const auto rows = csv_rows(csv.str());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == std::vector<std::string>{"plain", "a,b", "say \"hi\"", "two\nlines", "'=1+1", "'+1", "'-1", "'@x",
                                              "'\tx", "", "-5", "8.50", "-0.05", ""});
    CHECK(csv.str().substr(csv.str().size() - 2) == "\r\n");
}

TEST_CASE("Dates, points and times as people write them", "[reports]") {
    CHECK(day_text("2026-11-21T19:49:31Z") == "Nov 21, 2026");
    CHECK(moment_text("2026-11-21T00:05:31Z") == "Nov 21, 2026, 12:05 AM UTC");
    CHECK(moment_text("2026-11-21T12:00:00Z") == "Nov 21, 2026, 12:00 PM UTC");
    CHECK(story_text("2026-11-24", 8 * 60) == "Tuesday, Nov 24, 2026, from 8:00 AM");
    for (const char* odd : {"", "soon", "2026-13-01", "2026-02-30", "2026/11/24", "-026-11-24", "2026-11"}) {
        CHECK(day_text(odd) == odd);
        CHECK(moment_text(odd) == odd);
    }
    CHECK(points_text(850) == "8.5");
    CHECK(points_text(800) == "8");
    CHECK(points_text(805) == "8.05");
    CHECK(points_text(123'456'789) == "1,234,567.89");
    CHECK(points_text(0) == "0");
    CHECK(count_text(-1234) == "-1,234");
    CHECK(count_text(123) == "123");
    CHECK(percent_text(1, 0) == "–");
    CHECK(duration_text(500) == "0.5\u00a0s");
    CHECK(duration_text(0) == "0\u00a0s");
    CHECK(duration_text(61'000) == "1\u00a0min 1\u00a0s");
    CHECK(duration_text(3'661'000) == "1\u00a0h 1\u00a0min");
    CHECK(counted(1, "contact") == "1 contact");
    CHECK(counted(2, "contact") == "2 contacts");
    CHECK(city_text("san-francisco") == "San Francisco");
}

TEST_CASE("Events read as sentences, and typing one field is one moment", "[reports]") {
    const auto events = records::tests::made_up_events();
    Setting setting;
    setting.labels["location"] = "Location";
    const auto moments = timeline(events, 1, setting);
    int location = 0;
    for (const Moment& moment : moments) {
        CHECK_FALSE((moment.what.empty() && moment.quote.empty()));
        CHECK_FALSE(moment.who.empty());
        CHECK(moment.what.find('_') == std::string::npos);
        if (moment.field == "location") {
            ++location;
            CHECK(moment.what == "Location: 4280 SPRUCE ST");
        }
    }
    CHECK(location == 1);
    CHECK(moments.front().what == "The phone rings: 215-555-0142");
    CHECK(moments.back().what == "Wraps up: request filed");
}

namespace {

double luminance(const std::string& hex) {
    const auto part = [&](std::size_t at) {
        const double c = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

std::string color(const std::string& name) {
    const std::string style(style_sheet());
    const auto at = style.find("--" + name + ": #");
    REQUIRE(at != std::string::npos);
    return style.substr(at + name.size() + 5, 6);
}

}  // namespace

TEST_CASE("Every text color of the page can be read on every ground it stands on", "[reports]") {
    const auto contrast = [](const std::string& a, const std::string& b) {
        const double x = luminance(a);
        const double y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    };
    CHECK(contrast("000000", "ffffff") == Approx(21.0));
    const std::string white = "ffffff";
    for (const char* ink : {"text", "dim", "accent", "good", "bad", "careful"}) {
        INFO(ink);
        CHECK(contrast(color(ink), white) >= 4.5);
    }
    for (const char* tone : {"good", "bad", "careful"}) {
        CHECK(contrast(color(tone), color(std::string(tone) + "-soft")) >= 4.5);
        CHECK(contrast(color("text"), color(std::string(tone) + "-soft")) >= 4.5);
    }
}
