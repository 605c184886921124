#include "assessment/reports/impact_report.hpp"

#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

struct Made {
    std::vector<Outcome> outcomes;
    Demographics file;

    Made() = default;
    explicit Made(std::vector<std::string> attributes) { file.attributes = std::move(attributes); }
    void add(std::int64_t people, std::int64_t certified, const std::map<std::string, std::string>& groups) {
        for (std::int64_t i = 0; i < people; ++i) {
            const std::string id = "id-" + std::to_string(outcomes.size());
            outcomes.push_back({id, "Person " + std::to_string(outcomes.size()), i < certified});
            if (!groups.empty()) file.rows.push_back({static_cast<int>(file.rows.size()) + 2, id, groups});
        }
    }
    ImpactReport report() const { return impact_report(outcomes, file, "6J55", "2026-11-22T09:00:00Z"); }
};

std::string page_of(const ImpactReport& report) {
    return html_of(impact_document(report));
}

const ImpactGroup& group(const ImpactReport& report, const std::string& name, std::size_t table = 0) {
    for (const ImpactGroup& one : report.tables.at(table).groups) {
        if (one.names == std::vector<std::string>{name}) return one;
    }
    throw std::runtime_error("no group " + name);
}

}  // namespace

TEST_CASE("Four fifths with Fisher's exact test, as published", "[reports]") {
    Made made({"origin"});
    made.add(40, 12, {{"origin", "A"}});
    made.add(80, 48, {{"origin", "B"}});
    const ImpactReport report = made.report();
    const ImpactTable& table = report.tables.front();
    CHECK(table.reference == "B");
    CHECK(table.groups.front().names.front() == "B");
    CHECK_FALSE(table.groups.front().ratio);
    const ImpactGroup& a = group(report, "A");
    CHECK(*a.ratio == Approx(.5));
    CHECK(*a.below);
    CHECK(*a.fisher == Approx(.0034092).margin(6e-8));
    CHECK(*a.z == Approx(-3.0984).margin(6e-5));
    CHECK_FALSE(a.too_few);
    CHECK(a.shortfall == 8);  // 19.2 of 40 would be four fifths of 60 %; 20 are the fewest that reach it
    REQUIRE(table.total);
    CHECK(table.total->people == 120);
    const std::string page = page_of(report);
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page), Contains("A: below four fifths") && Contains("0.003") && Contains("0.50"));
    const json it = json::parse(impact_json(report));
    CHECK(it["tables"][0]["reference"] == "B");
    CHECK(it["tables"][0]["groups"][1]["below_four_fifths"] == true);
    const auto rows = csv_rows(impact_csv(report));
    REQUIRE(rows.size() == 3);
    CHECK(rows[2][7] == "-3.10");
}

TEST_CASE("The official example: 75, 80 and 85 percent of the highest rate", "[reports]") {
    Made made({"origin"});
    made.add(100, 60, {{"origin", "first"}});
    made.add(100, 45, {{"origin", "second"}});
    made.add(100, 48, {{"origin", "third"}});
    made.add(100, 51, {{"origin", "fourth"}});
    const ImpactReport report = made.report();
    CHECK(*group(report, "second").below);
    CHECK_FALSE(*group(report, "third").below);
    CHECK_FALSE(*group(report, "fourth").below);
    CHECK(group(report, "second").shortfall == 3);
}

TEST_CASE("Few people get a warning with their ratio", "[reports]") {
    Made made({"sex"});
    made.add(12, 5, {{"sex", "f"}});
    made.add(40, 30, {{"sex", "m"}});
    const ImpactReport report = made.report();
    CHECK(*group(report, "f").below);
    CHECK(group(report, "f").too_few);
    CHECK_THAT(seen(page_of(report)), Contains("too few people to conclude from"));
}

TEST_CASE("A small cell is never shown, nor what gives it away", "[reports]") {
    Made made({"origin"});
    made.add(40, 30, {{"origin", "A"}});
    made.add(30, 20, {{"origin", "B"}});
    made.add(25, 15, {{"origin", "C"}});
    made.add(7, 3, {{"origin", "D"}});  // 3 certified
    const ImpactReport report = made.report();
    const ImpactTable& table = report.tables.front();
    REQUIRE(table.groups.size() == 3);
    const ImpactGroup& together = table.groups.back();
    CHECK(together.names == std::vector<std::string>{"C", "D"});  // the next smallest hides it
    CHECK(together.people == 32);
    CHECK(together.certified == 18);
    CHECK_FALSE(together.ratio);
    CHECK_FALSE(together.below);
    CHECK(table.reference == "A");
    for (const std::string& text : {impact_json(report), impact_csv(report), seen(page_of(report))}) {
        CHECK(text.find("Person") == std::string::npos);
        CHECK(text.find("id-") == std::string::npos);
    }
    CHECK_THAT(seen(page_of(report)), Contains("C, D (together)"));
}

TEST_CASE("Two groups of which one is small cannot be shown at all", "[reports]") {
    Made made({"sex"});
    made.add(50, 40, {{"sex", "m"}});
    made.add(10, 8, {{"sex", "f"}});  // 2 not certified
    const ImpactReport report = made.report();
    CHECK(report.tables.front().groups.empty());
    REQUIRE(report.tables.front().total);
    CHECK(report.tables.front().total->people == 60);
    CHECK_THAT(seen(page_of(report)), Contains("groups are too small"));
}

TEST_CASE("Who is not stated is protected like a group, and compared with nobody", "[reports]") {
    Made made({"sex"});
    made.add(40, 30, {{"sex", "m"}});
    made.add(40, 20, {{"sex", "f"}});
    made.add(2, 1, {});
    const ImpactReport few = made.report();
    CHECK(few.tables.front().groups.size() == 2);  // m alone; f with the two
    CHECK(few.tables.front().groups.back().names == std::vector<std::string>{"Not stated", "f"});
    CHECK(few.tables.front().reference.empty());
    made.add(20, 10, {});
    const ImpactReport many = made.report();
    REQUIRE(many.tables.front().groups.size() == 3);
    CHECK(many.tables.front().groups.back().names == std::vector<std::string>{"Not stated"});
    CHECK_FALSE(many.tables.front().groups.back().ratio);
    CHECK(many.tables.front().reference == "m");
}

TEST_CASE("Nothing printed, and nothing subtracted from it, is a count below five", "[reports]") {
    // Every cut of random groups: any sum of printed rows less any other, and the total less any of them.
    std::uint64_t state = 311;
    const auto next = [&](std::int64_t below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(below));
    };
    int compared = 0;
    for (int round = 0; round < 300; ++round) {
        Made made({"origin"});
        const std::int64_t groups = 2 + next(5);
        for (std::int64_t i = 0; i < groups; ++i) {
            const std::int64_t people = 1 + next(30);
            made.add(people, next(people + 1), {{"origin", std::string(1, static_cast<char>('A' + i))}});
        }
        const ImpactTable table = made.report().tables.front();
        std::int64_t people = 0, certified = 0;
        for (const ImpactGroup& one : table.groups) {
            CHECK(one.certified >= kLeastShown);
            CHECK(one.people - one.certified >= kLeastShown);
            people += one.people;
            certified += one.certified;
            compared += one.ratio ? 1 : 0;
        }
        if (!table.groups.empty() && table.total) {
            CHECK(table.total->people == people);
            CHECK(table.total->certified == certified);
        }
        // A row that stands for several never stands for one alone.
        for (const ImpactGroup& one : table.groups)
            CHECK((one.stated || one.names.size() > 1));
    }
    CHECK(compared > 50);
}

TEST_CASE("A finer grouping that gives few people away is withheld", "[reports]") {
    Made made({"origin", "country"});
    made.add(30, 20, {{"origin", "X"}, {"country", "X1"}});
    made.add(3, 1, {{"origin", "X"}});
    made.add(40, 20, {{"origin", "Y"}, {"country", "Y1"}});
    made.add(20, 10, {{"origin", "Y"}});
    const ImpactReport report = made.report();
    CHECK(report.tables[0].groups.size() == 2);
    CHECK(report.tables[1].groups.empty());  // X less X1 would be three people
    CHECK_THAT(report.tables[1].notes.front(), Contains("subtracting"));
}

TEST_CASE("Nobody, everybody, and nobody yet", "[reports]") {
    const ImpactReport empty = impact_report(std::vector<Outcome>{}, Demographics{});
    CHECK_THAT(seen(page_of(empty)), Contains("Nobody has a signed outcome"));
    CHECK(json::parse(impact_json(empty))["tables"].empty());
    CHECK(csv_rows(impact_csv(empty)).size() == 1);
    Made all({"sex"});
    all.add(30, 30, {{"sex", "m"}});
    all.add(30, 30, {{"sex", "f"}});
    CHECK(all.report().tables.front().groups.empty());
    CHECK_THAT(seen(page_of(all.report())), Contains("Everybody with a signed outcome was certified"));
    Made none({"sex"});
    none.add(9, 0, {{"sex", "m"}});
    CHECK_THAT(seen(page_of(none.report())), Contains("Nobody has been certified yet"));
    Made one({"sex"});
    one.add(1, 1, {{"sex", "m"}});
    CHECK(one.report().tables.front().groups.empty());
}

TEST_CASE("People are found by id or by name, and lines that fit nobody are said", "[reports]") {
    Made made({"sex"});
    made.add(20, 10, {{"sex", "m"}});
    made.add(20, 10, {{"sex", " F "}});
    made.file.rows[0].person = "person  0";
    made.file.rows[25].groups["sex"] = "f";
    made.file.rows.push_back({42, "Nobody At All", {{"sex", "m"}}});
    made.file.rows.push_back({43, "id-3", {{"sex", "f"}}});
    made.outcomes.push_back({"id-90", "Sam Twice", true});
    made.outcomes.push_back({"id-91", "Sam Twice", false});
    made.file.rows.push_back({44, "Sam Twice", {{"sex", "f"}}});
    const ImpactReport report = made.report();
    CHECK(report.notes.size() == 3);
    CHECK_THAT(report.notes[0], Contains("Line 42"));
    CHECK_THAT(report.notes[1], Contains("Line 44") && Contains("use the id"));
    CHECK_THAT(report.notes[2], Contains("Line 43"));
}

TEST_CASE("The demographic file as CSV", "[reports]") {
    const Demographics it = read_demographics(
        "\xEF\xBB\xBFperson,sex,origin\r\n\"Reyes, Dana\", f ,\"A \"\"one\"\"\"\r\n\r\nid-2,,B\n", "groups.csv");
    CHECK(it.attributes == std::vector<std::string>{"sex", "origin"});
    REQUIRE(it.rows.size() == 2);
    CHECK(it.rows[0].person == "Reyes, Dana");
    CHECK(it.rows[0].line == 2);
    CHECK(it.rows[0].groups.at("sex") == "f");
    CHECK(it.rows[0].groups.at("origin") == "A \"one\"");
    CHECK(it.rows[1].line == 4);
    CHECK(it.rows[1].groups.count("sex") == 0);
    CHECK(read_demographics("Person,sex", "g.csv").rows.empty());
}

TEST_CASE("The demographic file as JSON", "[reports]") {
    const Demographics it =
        read_demographics(R"( [{"person": "Dana", "sex": "f"}, {"origin": "B", "person": "id-2", "sex": null}])", "g");
    CHECK(it.attributes == std::vector<std::string>{"sex", "origin"});
    REQUIRE(it.rows.size() == 2);
    CHECK(it.rows[1].groups.at("origin") == "B");
    CHECK(it.rows[1].groups.count("sex") == 0);
    CHECK(it.entries);
}

TEST_CASE("A demographic file with a fault is refused with its place", "[reports]") {
    const auto refused = [](const char* text, const std::string& why) {
        CHECK_THROWS_WITH(read_demographics(text, "groups.csv"), Contains(why));
    };
    refused("", "groups.csv:1: the file is empty");
    refused("name,sex\n", "\"person\" first");
    refused("person\n", "\"person\" first");
    refused("person,sex,Sex\n", "two columns");
    refused("person,,sex\n", "column 2 has no name");
    refused("person,sex\nDana,f,x\n", "groups.csv:2: there are 3 cells");
    refused("person,sex\n,f\n", "nobody is named");
    refused("person,sex\n\n\"Dana,f\n", "groups.csv:3: a quotation mark");
    refused("person,sex\n\"Dana\"x,f\n", "after a closing quotation mark");
    refused("person,sex\n\xFF,f\n", "UTF-8");
    refused("[{\"person\": \"Dana\"},\n {]", "groups.csv:2: this is not sound JSON");
    refused("[{\"person\": 1e999}]", "out of range");
    refused("{\"Dana\": \"f\"}", "a list of");
    refused("[1]", "entry 1");
    refused("[{\"sex\": \"f\"}]", "\"person\" is missing");
    refused("[{\"person\": \"Dana\", \"sex\": 1}]", "must be text");
}

TEST_CASE("Any bytes are read or refused with a sentence", "[reports]") {
    constexpr std::string_view kAlphabet = "person,sex\n\r\"[]{}: \t\\u0041e9\xC3\xA9\xFF,,\"\"";
    std::uint64_t state = 1322;
    for (int round = 0; round < 3000; ++round) {
        std::string text = round % 3 == 0 ? "person,sex\n" : round % 3 == 1 ? "[{\"person\":\"a\"," : "";
        for (int i = 0; i < 40; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            text += kAlphabet[(state >> 33) % kAlphabet.size()];
        }
        try {
            for (const Demographics::Row& row : read_demographics(text, "g").rows)
                CHECK_FALSE(row.person.empty());
        } catch (const BadDemographics& bad) {
            CHECK(std::string(bad.what()).substr(0, 2) == "g:");
        }
    }
}
